package dev.costate.differentiation.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NamingTest {
  @Test
  void aNameThatIsTakenGetsUnderscores() {
    var names = Naming.avoiding(List.of("df_db", "df_db_"));
    assertThat(names.fresh("df_db")).isEqualTo("df_db__");
    assertThat(names.fresh("df_db")).isEqualTo("df_db___");
  }

  @Test
  void aNameThatManyWantIsNumbered() {
    var names = Naming.avoiding(List.of("a_before", "a_before_5"));
    for (int i = 0; i < 3; i++) {
      names.fresh("a_before");
    }
    assertThat(names.fresh("a_before")).isEqualTo("a_before_4");
    assertThat(names.fresh("a_before")).isEqualTo("a_before_6");
    for (int i = 0; i < 1_000; i++) {
      names.fresh("a_before");
    }
    assertThat(names.fresh("a_before")).isEqualTo("a_before_1007");
  }
}
