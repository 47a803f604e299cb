package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.TotalSurplus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The price of a good is the derivative of total surplus with respect to its supply. */
class SurplusTest {
  private static final double EXACT = 1e-9;
  private static final double STEP = 1e-4;

  /** About so many numbers of each example are moved. */
  private static final int PARAMETERS = 10;

  private static final Measure SURPLUS = new Measure.Surplus();

  static Stream<Path> examples() throws IOException {
    return SensitivitiesTest.examples()
        .filter(file ->
            TotalSurplus.obstacle(Differences.economy(SensitivitiesTest.text(file)).orElseThrow())
                .isEmpty());
  }

  private static Sensitivities sensitivities(String text) {
    var economy = Differences.economy(text).orElseThrow();
    return Sensitivities.of(economy, Differences.solved(economy).orElseThrow());
  }

  private static Map<String, Double> gradient(String text) {
    return sensitivities(text).gradient(SURPLUS).partials();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void byEachSupplyItIsThePrice(Path file) {
    var text = SensitivitiesTest.text(file);
    var economy = Differences.economy(text).orElseThrow();
    var prices = Differences.solved(economy).orElseThrow().prices();
    var surplus = sensitivities(text).gradient(SURPLUS);
    for (var good : economy.goods()) {
      double price = prices.get(good.name());
      var partial = surplus.partials().get(good.name() + ".supply");
      if (partial != null) {
        assertThat(partial).as(good.name()).isCloseTo(price, offset(EXACT * Math.max(1, price)));
      }
      var sides = surplus.oneSided().get(good.name() + ".supply");
      if (sides != null) {
        assertThat(price).as(good.name()).isBetween(sides.right() - EXACT, sides.left() + EXACT);
      }
    }
  }

  /** Of every number that surplus depends on, not of supplies alone. */
  @ParameterizedTest
  @MethodSource("examples")
  void derivativesAreDifferences(Path file) {
    var text = SensitivitiesTest.text(file);
    var economy = Differences.economy(text).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    var sensitivities = Sensitivities.of(economy, base);
    double value = sensitivities.value(SURPLUS);
    var differences = new Differences(text, base);
    var partials = sensitivities.gradient(SURPLUS).partials();
    int every = Math.max(1, partials.size() / PARAMETERS);
    var names = List.copyOf(partials.keySet());
    IntStream.iterate(0, i -> i < names.size(), i -> i + every)
        .mapToObj(names::get)
        .forEach(name -> {
          double partial = partials.get(name);
          double number = economy.parameters().get(name);
          double step = STEP * Math.max(Math.abs(number), 0.01);
          if (name.endsWith(".start") || Double.isInfinite(number) || Double.isNaN(value)) {
            return;
          }
          var around =
              List.of(1.0, -1.0, 0.5, -0.5).stream()
                  .map(side -> differences.sensitivities(Map.of(name, number + side * step)))
                  .toList();
          if (around.stream().allMatch(each -> each.isPresent())) {
            var values =
                around.stream().mapToDouble(each -> each.orElseThrow().value(SURPLUS)).toArray();
            double difference =
                (8 * (values[2] - values[3]) - (values[0] - values[1])) / (6 * step);
            assertThat(partial)
                .as(name)
                .isCloseTo(
                    difference,
                    offset(
                        1e-5 * Math.abs(difference)
                            + 1e-9 * Math.max(1, Math.abs(value)) / step * STEP));
          }
        });
  }

  private static final String ONE_GOOD =
      """
      parameter a = 3
      good wine:
          supply 2
          demand(p) = %s
      """;

  /** Areas under demand up to 2, in closed form: price times 2, and all above the price. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Price (a - 2), triangle 2.
        "a - p                                       | 4     ",
        // Price sqrt(a / 2), area above it a / price.
        "a / p^2                                     | 4.898979485566356",
        "a * exp(0 - p)                              | 2.8109302162163288",
        "max(a - p, 0)                                | 4     ",
      })
  void areasInClosedForm(String demand, double area) {
    var text = ONE_GOOD.formatted(demand);
    assertThat(sensitivities(text).value(SURPLUS)).isCloseTo(area, offset(EXACT));
    var prices = Differences.solved(Differences.economy(text).orElseThrow()).orElseThrow().prices();
    assertThat(gradient(text).get("wine.supply")).isCloseTo(prices.get("wine"), offset(EXACT));
  }

  /** Between jumps to no demand at all. */
  @Test
  void aCurveWithAKinkInTheMiddleOfTheArea() {
    var text = ONE_GOOD.formatted("max(a - p, 2*(a - p) - 3)");
    // 2 units at price 1; above it 2 - (p - 1), for 2 more.
    assertThat(sensitivities(text).value(SURPLUS)).isCloseTo(4, offset(EXACT));
    assertThat(gradient(text).get("a")).isCloseTo(2, offset(EXACT));
  }

  /** Who would pay any price for the first drop. */
  @Test
  void areasWithoutEndHaveNoValueButDerivatives() {
    var gradient = sensitivities(ONE_GOOD.formatted("a / sqrt(p)")).gradient(SURPLUS);
    assertThat(gradient.value()).isNaN();
    assertThat(gradient.partials().get("wine.supply")).isCloseTo(2.25, offset(EXACT));
    assertThat(gradient.refused())
        .containsEntry("a", "the area under the demand of 'wine' is not found to be finite");
  }

  @Test
  void whereConsumersEarnThereIsNone() {
    var text =
        """
        firm F makes bread from labor: bread = labor
        consumer H:
            owns labor 10
            utility = sqrt(bread)
        """;
    var sensitivities = sensitivities(text);
    assertThatThrownBy(() -> sensitivities.gradient(SURPLUS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("consumers earn and spend");
  }

  /** Surplus is a quadratic form in what linear curves read, also where they end. */
  @ParameterizedTest
  @CsvSource({"a, 2", "b, 0.5", "slope, 0", "a, -1"})
  void secondDerivativesOfLinearCurves(String number, double by) {
    var text =
        """
        parameter a = 10
        parameter b = 1
        parameter slope = 3
        good wine:
            supply(p) = 2 * (p - b)
            demand(p) = a - slope * p
        """;
    double exact =
        sensitivities(text.replace(number + " = ", number + " = " + by + " + ")).value(SURPLUS);
    var terms = sensitivities(text).taylorTerms(SURPLUS, Map.of(number, by));
    assertThat(terms.toSecondOrder().orElseThrow()).isCloseTo(exact, offset(EXACT));
  }

  /** Below 0 the area is counted from 0 downwards. */
  @Test
  void negativePrices() {
    var text =
        """
        parameter s = %s
        good waste:
            no disposal
            supply(p) = max(0, s + p)
            demand(p) = max(0, 2 - p)
        """;
    var at = sensitivities(text.formatted("8"));
    assertThat(at.value(SURPLUS)).isCloseTo(-7, offset(EXACT));
    assertThat(at.gradient(SURPLUS).partials().get("s")).isCloseTo(-3, offset(EXACT));
    assertThat(at.taylorTerms(SURPLUS, Map.of("s", 1.0)).toSecondOrder().orElseThrow())
        .isCloseTo(sensitivities(text.formatted("9")).value(SURPLUS), offset(EXACT));
  }

  /** Demand that falls slowly has a long tail, whose area is known. */
  @Test
  void longTails() {
    // Price (a / 2)^(1 / 1.03); area above it a p^-0.03 / 0.03.
    double price = Math.pow(3 / 2.0, 1 / 1.03);
    assertThat(sensitivities(ONE_GOOD.formatted("a * p^-1.03")).value(SURPLUS))
        .isCloseTo(2 * price + 3 * Math.pow(price, -0.03) / 0.03, offset(1e-7));
  }

  /** Where a curve jumps to nothing at a number, the area moves with that number too. */
  @Test
  void jumpsAreRefused() {
    var gradient =
        sensitivities(ONE_GOOD.formatted("10 - p if p < 2.9 * a else 0")).gradient(SURPLUS);
    assertThat(gradient.refused().get("a")).contains("jumps at some price");
    assertThat(gradient.partials().get("wine.supply")).isCloseTo(8, offset(EXACT));
  }

  /** What outsiders would give less than nothing of they give nothing of. */
  @ParameterizedTest
  @CsvSource({"''", "unknown t: t == price(gas)"})
  void curvesEndAtNothing(String more) {
    var text =
        """
        parameter a = 1
        good gas: supply(p) = 2*p
        good bread:
            demand(p) = a - p
            demand 10
        firm A makes bread from gas: bread = gas
        %s
        """
            .formatted(more);
    var economy = Differences.economy(text).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    assertThat(base.price("bread")).isCloseTo(5, offset(EXACT));
    var partials = Sensitivities.of(economy, base).gradient(new Measure.Price("bread")).partials();
    assertThat(partials.get("a")).isZero();
    assertThat(partials.get("bread.demand")).isCloseTo(0.5, offset(EXACT));
  }

  /** At the equilibrium, price 5, the supply curve is 0. */
  static final String CURVE_THAT_JUST_ENDS =
      """
      good gas:
          supply 5
          supply(p) = 2*p - 10
      good bread:
          demand(p) = 7 - p
          demand 3
      firm A makes bread from gas: bread = gas
      """;

  @Test
  void curvesThatJustEndHaveOneSidedDerivatives() {
    var sides =
        sensitivities(CURVE_THAT_JUST_ENDS)
            .gradient(new Measure.Price("bread"))
            .oneSided()
            .get("gas.supply");
    assertThat(sides).isNotNull();
    assertThat(sides.left()).isCloseTo(-1.0 / 3, offset(EXACT));
    assertThat(sides.right()).isCloseTo(-1, offset(EXACT));
  }
}
