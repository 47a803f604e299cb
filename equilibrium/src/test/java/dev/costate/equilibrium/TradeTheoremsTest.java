package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The theorems of the two by two model in Jones's algebra (1965), by solving again: two goods with
 * prices of the world market, two factors, random technologies.
 */
class TradeTheoremsTest {
  private static final double CLOSE = 1e-8;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("costate.economies", 25));
  }

  /** An economy inside its cone of diversification: endowments are what both industries use. */
  private record Country(double[] shares, double sigma, double priceA, double priceB) {
    static Country random(long seed, double sigma) {
      var random = new Random(seed);
      return new Country(
          new double[] {0.55 + 0.35 * random.nextDouble(), 0.1 + 0.35 * random.nextDouble()},
          sigma,
          1,
          1);
    }

    Country at(double a, double b) {
      return new Country(shares, sigma, a, b);
    }

    Equilibrium with(double labor, double capital) {
      return Market.solved(
          """
          good a: price %s
          good b: price %s
          firm A makes a from labor, capital:
              a = ces_at(1, %s, [labor, capital], [%s, %s])
          firm B makes b from labor, capital:
              b = ces_at(1, %s, [labor, capital], [%s, %s])
          consumer h:
              owns labor %s, capital %s
              utility = a
          """
              .formatted(
                  priceA,
                  priceB,
                  sigma,
                  shares[0],
                  1 - shares[0],
                  sigma,
                  shares[1],
                  1 - shares[1],
                  labor,
                  capital));
    }
  }

  /** With all prices 1 both industries break even at factor prices of 1, with shares as inputs. */
  private static double[] endowments(Country country, double a, double b) {
    var s = country.shares();
    return new double[] {a * s[0] + b * s[1], a * (1 - s[0]) + b * (1 - s[1])};
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rybczynski(long seed) {
    var country = Country.random(seed, 0.7);
    var e = endowments(country, 10, 10);
    double more = 1.02 * e[0];
    var found = country.with(more, e[1]);
    assertThat(found.good("labor").price()).isCloseTo(1, within(CLOSE));
    assertThat(found.good("capital").price()).isCloseTo(1, within(CLOSE));
    var s = country.shares();
    double determinant = s[0] * (1 - s[1]) - s[1] * (1 - s[0]);
    assertThat(found.good("a").made())
        .isCloseTo((more * (1 - s[1]) - e[1] * s[1]) / determinant, within(CLOSE * 10));
    assertThat(found.good("b").made())
        .isCloseTo((e[1] * s[0] - more * (1 - s[0])) / determinant, within(CLOSE * 10));
    assertThat(found.good("a").made() / 10).as("magnified").isGreaterThan(1.02);
    assertThat(found.good("b").made()).isLessThan(10);
  }

  /** In the Cobb-Douglas case logarithms of prices are exactly linear. */
  @ParameterizedTest
  @MethodSource("seeds")
  void stolperAndSamuelson(long seed) {
    var country = Country.random(seed, 1);
    var e = endowments(country, 10, 10);
    var found = country.at(1.01, 1).with(e[0], e[1]);
    var s = country.shares();
    double determinant = s[0] * (1 - s[1]) - s[1] * (1 - s[0]);
    double rise = Math.log(1.01);
    double wage = Math.log(found.good("labor").price());
    double rent = Math.log(found.good("capital").price());
    assertThat(wage).isCloseTo((1 - s[1]) * rise / determinant, within(CLOSE));
    assertThat(rent).isCloseTo(-s[1] * rise / determinant, within(CLOSE));
    assertThat(wage).as("magnified").isGreaterThan(rise);
    assertThat(rent).isNegative();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void factorPricesAreEqualInCountriesWithDifferentEndowments(long seed) {
    var country = Country.random(seed, 2);
    var rich = endowments(country, 12, 5);
    var poor = endowments(country, 3, 9);
    var one = country.with(rich[0], rich[1]);
    var other = country.with(poor[0], poor[1]);
    for (var factor : new String[] {"labor", "capital"}) {
      assertThat(one.good(factor).price()).isCloseTo(other.good(factor).price(), within(CLOSE));
    }
  }

  /** Lerner 1936: a tariff on all imports is a tax on all exports at the same rate. */
  @Test
  void tariffIsAnExportTax() {
    var text = Market.example("small-open-economy");
    var tariff = Market.solved(text);
    var exports =
        Market.solved(
            text.replace(" (tax tariff to household)", "")
                .replace("from exports:", "from exports (tax tariff to household):"));
    tariff
        .goods()
        .forEach((name, good) ->
            assertThat(exports.good(name).made()).as(name).isCloseTo(good.made(), within(1e-9)));
    assertThat(exports.consumer("household").utility())
        .isCloseTo(tariff.consumer("household").utility(), within(1e-9));
  }

  /** Two inputs as 10 to 5: the relative price is (5/10)^(1/s), and 1 in the limit. */
  @Test
  void largeElasticityIsNearPerfectSubstitutes() {
    var text =
        """
        parameter sigma = 1
        firm F makes a from x, y:
            a = ces(1, sigma, [0.5, 0.5], [x, y])
        consumer h:
            owns x 10, y 5
            utility = a
        """;
    for (double sigma : new double[] {10, 1e3, 1e6}) {
      var found = Market.solved(text, "sigma=" + sigma);
      assertThat(found.good("x").price() / found.good("y").price())
          .isCloseTo(Math.pow(0.5, 1 / sigma), within(1e-9));
    }
    var linear = Market.solved(text.replace("parameter sigma = 1\n", "").replace("sigma", "1/0"));
    assertThat(linear.good("x").price() / linear.good("y").price()).isCloseTo(1, within(1e-12));
    assertThat(linear.good("a").made()).isCloseTo(7.5, within(1e-9));
  }

  /** With more of x than fixed proportions need its price falls to 0 as the elasticity does. */
  @Test
  void smallElasticityIsNearFixedProportions() {
    var text =
        """
        firm F makes a from x, y:
            a = ces_at(1, SIGMA, [x, y], [1, 1])
        consumer h:
            owns x 10, y 5
            utility = a
        """;
    for (var sigma : new String[] {"0.5", "0.1", "0"}) {
      var found = Market.solved(text.replace("SIGMA", sigma));
      double s = Double.parseDouble(sigma);
      assertThat(found.good("x").price() / found.good("y").price())
          .isCloseTo(s == 0 ? 0 : Math.pow(0.5, 1 / s), within(1e-9));
      assertThat(found.good("a").made()).isBetween(5 - 1e-9, 5 * Math.pow(2, s / (1 - s)) + 1e-9);
    }
  }
}
