package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Laws that hold at any prices, not only where markets clear: at random prices and activity levels
 * of economies made from seeds. Conditions are written as excess supply of each good and cost less
 * revenue of each activity.
 */
class OffEquilibriumLawsTest {
  private static final double ROUNDING = 1e-11;
  private static final double STEP = 1e-5;
  private static final double OF_A_DIFFERENCE = 1e-6;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("costate.economies", 50));
  }

  /** A point of an economy's equations at which each income is what the consumer is paid. */
  private static final class Point {
    private final MarketEquations market;
    private final MarketSystem system;
    private final double[] z;
    private final double[] values;
    private final double[] scales;

    Point(String text, long seed) {
      market = MarketEquations.of(Market.of(text));
      system = new MarketSystem(market, 1, 1);
      z = new double[system.size()];
      values = new double[z.length];
      scales = new double[z.length];
      var random = new Random(seed);
      for (int i = 0; i < z.length; i++) {
        z[i] = kind(i) == Kind.PRICE_LEVEL ? 0 : Math.exp(random.nextGaussian());
      }
      evaluate();
      for (int i = 0; i < z.length; i++) {
        z[i] -= kind(i) == Kind.INCOME ? values[i] : 0;
      }
      evaluate();
    }

    Kind kind(int i) {
      return market.conditions().get(i).kind();
    }

    void evaluate() {
      assertThat(system.evaluate(z, values, scales)).isTrue();
    }
  }

  /**
   * The value of all excess supply is what activities lose: sum of price times excess supply plus
   * sum of level times (cost - revenue) is 0, whatever the prices, also with taxes.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void walrasLawHoldsAtAnyPrices(long seed) {
    var point = new Point(RandomEconomies.any(seed).text(seed), seed);
    double sum = 0;
    double gross = 0;
    for (int i = 0; i < point.z.length; i++) {
      if (point.kind(i) == Kind.MARKET || point.kind(i) == Kind.ACTIVITY) {
        sum += point.z[i] * point.values[i];
        gross += Math.abs(point.z[i]) * point.scales[i];
      }
    }
    assertThat(sum).isCloseTo(0, within(ROUNDING * gross));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void onlyRelativePricesMatter(long seed) {
    var point = new Point(RandomEconomies.any(seed).text(seed), seed);
    double factor = 7;
    var before = point.values.clone();
    for (int i = 0; i < point.z.length; i++) {
      switch (point.kind(i)) {
        case MARKET, INCOME -> point.z[i] *= factor;
        default -> {}
      }
    }
    point.evaluate();
    for (int i = 0; i < before.length; i++) {
      double expected =
          switch (point.kind(i)) {
            case ACTIVITY, INCOME -> factor * before[i];
            default -> before[i];
          };
      if (point.kind(i) != Kind.PRICE_LEVEL) {
        assertThat(point.values[i])
            .as(point.market.conditions().get(i).text())
            .isCloseTo(expected, within(ROUNDING * factor * point.scales[i]));
      }
    }
  }

  /**
   * Shephard's lemma and Hotelling's: what an activity takes of a good per unit is the derivative
   * of its unit cost with respect to the price, and what it makes that of its revenue.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatAnActivityTradesIsTheDerivativeOfItsLoss(long seed) {
    var point = new Point(RandomEconomies.any(seed).withoutTaxes().text(seed), seed);
    int n = point.z.length;
    for (int a = 0; a < n; a++) {
      if (point.kind(a) != Kind.ACTIVITY) {
        continue;
      }
      var taken = difference(point, a, 1);
      for (int g = 0; g < n; g++) {
        if (point.kind(g) == Kind.MARKET) {
          double h = STEP * point.z[g];
          double slope = difference(point, g, h)[a];
          assertThat(slope)
              .as("%s in %s", point.market.conditions().get(a), point.market.conditions().get(g))
              .isCloseTo(
                  -taken[g],
                  within(OF_A_DIFFERENCE * (Math.abs(taken[g]) + point.scales[a] / point.z[g])));
        }
      }
    }
  }

  /** Central differences of every condition in one variable. */
  private static double[] difference(Point point, int variable, double h) {
    double here = point.z[variable];
    point.z[variable] = here + h / 2;
    point.evaluate();
    var up = point.values.clone();
    point.z[variable] = here - h / 2;
    point.evaluate();
    var slopes = new double[up.length];
    for (int i = 0; i < up.length; i++) {
      slopes[i] = (up[i] - point.values[i]) / h;
    }
    point.z[variable] = here;
    point.evaluate();
    return slopes;
  }
}
