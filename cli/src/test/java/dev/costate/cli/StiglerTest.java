package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.cli.command.ExitStatus;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The diet problem as an economy of 78 firms, 72 of them idle, its technologies from a table: what
 * is spent on each food in a year is that of the simplex method.
 */
final class StiglerTest {
  private static final Map<String, Double> DOLLARS =
      Map.of(
          "WheatFlour", 10.774457511918223,
          "BeefLiver", 0.6907834111074193,
          "Cabbage", 4.093268864842877,
          "Spinach", 1.8277960703546998,
          "NavyBeansDried", 22.275425687243036);

  @Test
  void dietsCostWhatTheSimplexMethodFinds() {
    var run = Run.of(Path.of(".."), "solve", "examples/literature/stigler.market", "--json");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    var found = JsonMapper.shared().readTree(run.out());
    double total = DOLLARS.values().stream().mapToDouble(d -> d).sum();
    assertThat(found.get("prices").get("diet").asDouble()).isCloseTo(total / 365, within(1e-12));
    DOLLARS.forEach((food, dollars) ->
        assertThat(
                found.get("firms").get("Food[" + food + "]").get("inputs").get("labor").asDouble())
            .as(food)
            .isCloseTo(dollars, within(1e-9)));
    assertThat(StreamSupport.stream(found.get("firms").spliterator(), false))
        .filteredOn(StiglerTest::isShut)
        .hasSize(72)
        .allMatch(firm -> firm.get("margin").asDouble() < 0);
  }

  private static boolean isShut(JsonNode firm) {
    return firm.get("activity").asString().equals("shut");
  }
}
