package dev.costate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.Main;
import dev.costate.cli.input.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShockTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ExitStatus explain(String model, String... words) {
    var console =
        new Console(
            new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Path.of("."),
            Map.of());
    var all = new ArrayList<>(List.of("explain", "-"));
    all.addAll(List.of(words));
    return Main.run(all, console);
  }

  @Test
  void aMarketWithoutEquilibriumAfterTheShockEndsWithItsReport() {
    var status =
        explain(
            """
            good bread: demand 10
            good flour: supply 20
            firm Baker makes bread from flour: bread = flour
            """,
            "flour",
            "--shock",
            "flour.supply=5");
    assertThat(status).isEqualTo(ExitStatus.NO_EQUILIBRIUM);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("after the shock: error: ");
    assertThat(out.size()).isZero();
  }

  @Test
  void aShockComesOnTopOfWhatIsSetAndStandardInputIsReadOnce() {
    var status =
        explain(
            """
            good tea:
                supply 4
                demand(p) = 10 - p
            """,
            "tea",
            "--set",
            "tea.supply=5",
            "--shock",
            "tea.supply=7");
    assertThat(status).isEqualTo(ExitStatus.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("price(tea) falls by 2 (40%): 5 -> 3, in money.", "-2  along the curve: 5 -> 7");
  }
}
