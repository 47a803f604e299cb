package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact laws of how equilibria move. */
class SensitivityLawsTest {
  /** A market, its equilibrium and its derivatives. */
  private record Solved(Equilibrium equilibrium, Sensitivities sensitivities) {
    static Solved of(String text, String... settings) {
      var economy = Differences.economy(text, settings).orElseThrow();
      var equilibrium = Differences.solved(economy).orElseThrow();
      return new Solved(equilibrium, Sensitivities.of(economy, equilibrium));
    }

    double partial(Measure measure, String parameter) {
      var partial = sensitivities.gradient(measure).partials().get(parameter);
      assertThat(partial).as("%s by %s", measure, parameter).isNotNull();
      return partial == null ? Double.NaN : partial;
    }
  }

  /** Sectors that use each other's goods, with nests of any elasticity, and one final demand. */
  static String network(long seed, int sectors, int factors) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int i = 0; i < sectors; i++) {
      text.append("parameter z%d = %s\n".formatted(i, 0.5 + random.nextDouble()));
    }
    for (int i = 0; i < sectors; i++) {
      var inputs = new ArrayList<String>();
      for (int f = 0; f < factors; f++) {
        inputs.add("l" + f);
      }
      for (int j = 0; j < sectors; j++) {
        if (random.nextInt(3) == 0) {
          inputs.add("x" + j + (i == j ? " as own" : ""));
        }
      }
      var names = inputs.stream().map(x -> x.replaceAll(".* as ", "")).toList();
      var shares = shares(random, names.size());
      text.append(
          "firm F%d makes x%d from %s: x%d = ces(z%d, %s, %s, [%s])\n"
              .formatted(
                  i,
                  i,
                  String.join(", ", inputs),
                  i,
                  i,
                  0.2 + 2 * random.nextDouble(),
                  shares,
                  String.join(", ", names)));
    }
    text.append("consumer H:\n");
    for (int f = 0; f < factors; f++) {
      text.append("    owns l%d %s\n".formatted(f, 1 + 10 * random.nextDouble()));
    }
    var goods = new ArrayList<String>();
    for (int j = 0; j < sectors; j++) {
      goods.add("x" + j);
    }
    text.append(
        "    utility = ces(1, %s, %s, [%s])\n"
            .formatted(
                0.3 + 2 * random.nextDouble(), shares(random, sectors), String.join(", ", goods)));
    return text.toString();
  }

  /** Largest for factors, so that every network can produce. */
  private static List<Double> shares(Random random, int count) {
    var shares = new ArrayList<Double>();
    for (int i = 0; i < count; i++) {
      shares.add((i == 0 ? 1.5 : 0.3) * (0.2 + random.nextDouble()));
    }
    return shares;
  }

  private static double gdp(Equilibrium equilibrium) {
    return equilibrium.consumers().values().iterator().next().income();
  }

  /**
   * Hulten (1978): one per cent more productivity of a sector is worth its sales over GDP, whatever
   * the elasticities; and one per cent more of a factor its share.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void productivityIsWorthSales(long seed) {
    var solved = Solved.of(network(seed, 5, 2));
    var economy = Differences.economy(network(seed, 5, 2)).orElseThrow();
    var gradient = solved.sensitivities().gradient(new Measure.Utility("H"));
    var elasticities = gradient.elasticities(economy.parameters());
    double gdp = gdp(solved.equilibrium());
    for (int i = 0; i < 5; i++) {
      var good = solved.equilibrium().goods().get("x" + i);
      assertThat(elasticities.get("z" + i))
          .isCloseTo(good.price() * good.made() / gdp, offset(1e-9));
    }
    for (int f = 0; f < 2; f++) {
      var factor = solved.equilibrium().goods().get("l" + f);
      assertThat(elasticities.get("H.l" + f))
          .isCloseTo(factor.price() * factor.endowed() / gdp, offset(1e-9));
    }
  }

  /** The worth of one more unit of what somebody owns is its price, where nothing is distorted. */
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void anEndowmentIsWorthItsPrice(long seed) {
    var solved = Solved.of(network(seed, 4, 3));
    for (int f = 0; f < 3; f++) {
      assertThat(solved.partial(new Measure.Welfare(), "H.l" + f))
          .isCloseTo(solved.equilibrium().prices().get("l" + f), offset(1e-9));
    }
  }

  private static final String OPEN =
      """
      parameter pc = 1.01
      parameter pf = 1
      good cloth: price pc
      good food: price pf
      good labor: supply 10
      good land: supply 8
      firm C makes cloth from labor, land: cloth = ces(2, 0.7, [0.7, 0.3], [labor, land])
      firm F makes food from labor, land: food = ces(2, 0.7, [0.3, 0.7], [labor, land])
      """;

  /**
   * With the prices of goods given, wages and rents move as the inverse of the matrix of cost
   * shares says (Stolper and Samuelson 1941; Jones 1965), and outputs with endowments as the
   * inverse of that of the allocation of factors (Rybczynski 1955).
   */
  @Test
  void twoByTwo() {
    var solved = Solved.of(OPEN);
    var e = solved.equilibrium();
    var firms = List.of("C", "F");
    var goods = List.of("cloth", "food");
    var factors = List.of("labor", "land");
    var theta = new double[2][2];
    var lambda = new double[2][2];
    for (int g = 0; g < 2; g++) {
      var firm = e.firm(firms.get(g));
      double revenue = e.prices().get(goods.get(g)) * firm.outputs().get(goods.get(g));
      for (int f = 0; f < 2; f++) {
        double used = firm.inputs().get(factors.get(f));
        theta[g][f] = e.prices().get(factors.get(f)) * used / revenue;
        lambda[f][g] = used / e.goods().get(factors.get(f)).fromOutside();
      }
    }
    var byPrice = inverse(theta);
    var byEndowment = inverse(lambda);
    var prices = List.of("pc", "pf");
    var parameters = Differences.economy(OPEN).orElseThrow().parameters();
    for (int a = 0; a < 2; a++) {
      var wage = solved.sensitivities().gradient(new Measure.Price(factors.get(a)));
      var output = solved.sensitivities().gradient(new Measure.Level(firms.get(a)));
      for (int b = 0; b < 2; b++) {
        assertThat(wage.elasticities(parameters).get(prices.get(b)))
            .isCloseTo(byPrice[a][b], offset(1e-9));
        assertThat(output.elasticities(parameters).get(factors.get(b) + ".supply"))
            .isCloseTo(byEndowment[a][b], offset(1e-9));
        // Factor prices do not depend on endowments while both goods are made.
        assertThat(wage.partials().get(factors.get(b) + ".supply")).isCloseTo(0, offset(1e-12));
      }
    }
  }

  private static double[][] inverse(double[][] m) {
    double det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    return new double[][] {{m[1][1] / det, -m[0][1] / det}, {-m[1][0] / det, m[0][0] / det}};
  }

  private static final String CURVES =
      """
      good coal: supply 4
      good ore: supply 3
      good steel: demand(p) = 5 / p
      good power: demand(p) = 12 - 3*p
      firm Mill makes steel from ore, power as kwh: steel = 2 * ore^0.4 * kwh^0.3
      firm Plant makes power from coal: power = 3 * sqrt(coal)
      firm Furnace makes steel from coal, ore: steel = coal^0.3 * ore^0.5
      """;

  /**
   * Where a market maximises surplus the price of one supply moves with another as that with it.
   */
  @Test
  void reciprocity() {
    var solved = Solved.of(CURVES);
    assertThat(solved.partial(new Measure.Price("coal"), "ore.supply"))
        .isNotEqualTo(0)
        .isCloseTo(solved.partial(new Measure.Price("ore"), "coal.supply"), offset(1e-10));
    // Demand that reads another price comes from no surplus.
    var other = CURVES.replace("demand(p) = 12 - 3*p", "demand(p) = 12 - 3*p + 2*price(steel)");
    var crossed = Solved.of(other);
    double one = crossed.partial(new Measure.Price("coal"), "ore.supply");
    double two = crossed.partial(new Measure.Price("ore"), "coal.supply");
    assertThat(Math.abs(one - two)).isGreaterThan(1e-3 * Math.abs(one));
  }

  /**
   * Hotelling (1932): profit rises with a price by what is sold at it, and falls by what is bought.
   */
  @Test
  void profitByPrices() {
    var text =
        """
        parameter p = 3
        parameter w = 1.2
        parameter r = 0.7
        good y: price p
        good l: price w
        good k: price r
        firm F makes y from l, k: y = 2 * l^0.3 * k^0.4
        """;
    var solved = Solved.of(text);
    var firm = solved.equilibrium().firm("F");
    var profit = new Measure.Profit("F");
    assertThat(solved.partial(profit, "p")).isCloseTo(firm.outputs().get("y"), offset(1e-9));
    assertThat(solved.partial(profit, "w")).isCloseTo(-firm.inputs().get("l"), offset(1e-9));
    assertThat(solved.partial(profit, "r")).isCloseTo(-firm.inputs().get("k"), offset(1e-9));
    // Its second derivatives are symmetric.
    assertThat(solved.partial(new Measure.Quantity("l"), "r"))
        .isCloseTo(solved.partial(new Measure.Quantity("k"), "w"), offset(1e-9));
    assertThat(solved.partial(new Measure.Level("F"), "w"))
        .isCloseTo(-solved.partial(new Measure.Quantity("l"), "p"), offset(1e-9));
  }

  /** Samuelson (1947): supply answers its price the more, the more can be adapted. */
  @Test
  void supplyAnswersMoreWithMoreThatAdapts() {
    var fixed = "good k: supply 5\n";
    var free = "good k: supply(r) = 5 * (r / 0.85)^2\n";
    var text =
        """
        parameter p = 3
        good y: price p
        good l: price 1.2
        firm F makes y from l, k: y = 2 * l^0.3 * k^0.4
        """;
    var level = new Measure.Level("F");
    assertThat(Solved.of(text + free).partial(level, "p"))
        .isGreaterThan(Solved.of(text + fixed).partial(level, "p"));
  }
}
