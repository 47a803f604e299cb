package dev.costate.program.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "price, price, 0",
    "prcie, price, 1",
    "pric, price, 1",
    "prices, price, 1",
    "Price, price, 0",
    "cat, dog, 3"
  })
  void distancesCountEdits(String one, String other, int distance) {
    assertThat(Spelling.distance(one, other)).isEqualTo(distance);
  }

  @Test
  void onlyCloseNamesAreMeant() {
    assertThat(Spelling.hint("quantty", List.of("price", "quantity"), "none"))
        .isEqualTo("Maybe you meant 'quantity'.");
    assertThat(Spelling.hint("xyzzy", List.of("price", "quantity"), "none")).isEqualTo("none");
    assertThat(Spelling.hint("a", List.of("b"), "none")).isEqualTo("none");
  }
}
