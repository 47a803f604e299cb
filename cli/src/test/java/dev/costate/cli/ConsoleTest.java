package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Colour is for terminals, and for nobody who does not want it. */
final class ConsoleTest {
  private static final String ESCAPE = "\u001B[";

  private static String errorWith(Map<String, String> environment) {
    return Run.of(Path.of(""), "function f(x)\n", environment, List.of("fmt", "-")).err();
  }

  @Test
  void errorsAreColouredOnATerminal() {
    assertThat(errorWith(Map.of("COSTATE_TERMINAL", "12"))).contains(ESCAPE);
    assertThat(errorWith(Map.of("COSTATE_TERMINAL", "2"))).contains(ESCAPE);
  }

  @Test
  void errorsAreNotColouredElsewhere() {
    assertThat(errorWith(Map.of()))
        .startsWith("<standard input>:1:14: error:")
        .doesNotContain(ESCAPE);
    assertThat(errorWith(Map.of("COSTATE_TERMINAL", "1"))).doesNotContain(ESCAPE);
  }

  @Test
  void errorsAreNotColouredWhereColourIsUnwanted() {
    assertThat(errorWith(Map.of("COSTATE_TERMINAL", "12", "NO_COLOR", "1"))).doesNotContain(ESCAPE);
    assertThat(errorWith(Map.of("COSTATE_TERMINAL", "12", "NO_COLOR", ""))).contains(ESCAPE);
  }
}
