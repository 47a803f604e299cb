package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A day of 24 hours from a table: storage is a firm that makes the next hour's good. */
class StorageTest {
  private static final double KEPT = 0.9;
  private static final double EXACT = 1e-9;

  private static JsonNode solved(String... more) {
    var words = new java.util.ArrayList<>(List.of("solve", "power-day.market", "--json"));
    words.addAll(List.of(more));
    var run = Run.of(Path.of("../examples"), "", Map.of(), words);
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private static double price(JsonNode day, int hour) {
    return day.get("prices").get("power[%d]".formatted(hour)).asDouble();
  }

  @Test
  void aBatteryTiesThePricesOfNeighbouringHours() {
    var day = solved();
    int working = 0;
    for (int hour = 1; hour < 24; hour++) {
      var battery = day.get("firms").get("Battery[%d]".formatted(hour));
      double bought = battery.get("inputs").get("power[%d]".formatted(hour)).asDouble();
      double rent = battery.get("rents").get("Battery[%d].capacity".formatted(hour)).asDouble();
      double slack = price(day, hour) - KEPT * price(day, hour + 1) + rent;
      assertThat(slack).isGreaterThan(-EXACT);
      if (bought > EXACT) {
        working++;
        assertThat(slack).isCloseTo(0, offset(EXACT));
      }
    }
    assertThat(working).isGreaterThan(3);
  }

  @Test
  void powerIsFreeWhereTheSunMakesMoreThanAnybodyWants() {
    var day = solved();
    assertThat(price(day, 12)).isZero();
    assertThat(price(day, 20)).isCloseTo(80, offset(EXACT));
    assertThat(price(solved("--scenario", "cloudy"), 12)).isGreaterThanOrEqualTo(40 - EXACT);
  }

  @Test
  void oneNumberOfATableCanBeSet() {
    var day = solved("--set", "sun[12]=0");
    assertThat(day.get("parameters").get("sun[12]").asDouble()).isZero();
    assertThat(price(day, 12)).isPositive();
  }
}
