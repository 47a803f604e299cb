package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solving, and solving again. */
final class MarketTest {
  private static final double SAME = 1e-8;

  private static Market example(String name) throws IOException {
    return Market.read(Path.of("..", "examples", name + ".market"));
  }

  private static void assertSame(Equilibrium a, Equilibrium b) {
    for (var good : b.goods().keySet()) {
      double size = Math.max(1, Math.abs(b.price(good)));
      assertThat(a.price(good)).as("price of %s", good).isCloseTo(b.price(good), within(SAME * size));
      size = Math.max(1, Math.abs(b.quantity(good)));
      assertThat(a.quantity(good)).as("quantity of %s", good).isCloseTo(b.quantity(good), within(SAME * size));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tupperware, natgas.supply, 3.9",
    "tupperware, natgas.supply, 3",
    "tupperware, tupperware.price, 7",
    "literature/two-by-two, household.labor, 77",
    "literature/shoven-whalley, rate, 0.1",
    "literature/shoven-whalley, rate, 0.5",
    "literature/hosoe, household.CAP, 30",
    "literature/one-two-three, tm, 0.3",
    "literature/mathiesen, household.L, 120",
    "monopoly, markup, 0.4",
    "quota, licences, 25",
    "wage-floor, floor, 1.3",
    "storage, loss, 0.06",
    "carbon-tax, rate, 25",
    "dantzig/transport, freight, 95",
    "refinery-network, crude.supply, 90",
    "leisure, wage_tax, 0.3",
    "small-open-economy, tariff, 0.2",
  })
  void solvingFromTheLastTakesFewerStepsToTheSame(String name, String parameter, double value)
      throws IOException {
    var market = example(name);
    if (!market.parameters().containsKey(parameter)) {
      throw new IllegalArgumentException(name + ": " + market.parameters());
    }
    var last = market.solve();
    var changed = market.with(parameter, value);
    var usual = changed.solve();
    var warm = changed.solveFrom(last);
    System.out.printf("%s %s %s: %d -> %d %s %s%n", name, parameter, value, usual.effort().iterations(), warm.effort().iterations(), warm.effort().start(), warm.effort().method());
    assertSame(warm, usual);
    assertThat(warm.effort().start()).isEqualTo(Start.GIVEN);
    assertThat(warm.effort().iterations()).isLessThan(usual.effort().iterations());
  }
}
