package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.sensitivity.Sensitivities;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures in words, and expressions of several. */
final class MeasureInWordsTest {
  private static final double SAME = 1e-10;

  private static Market example(String name) throws IOException {
    return Market.read(Path.of("..", "examples", name + ".market"));
  }

  private static Sensitivities sensitivities(Market market) {
    return market.sensitivities(market.solve());
  }

  /** Each expression beside its parts, and how it moves with these. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tupperware | price(natgas) | price natgas",
        "tupperware | surplus | surplus",
        "tupperware | profit(A) | profit A",
        "tupperware | level(B) | level B",
        "two-sectors-tax | welfare | welfare",
        "two-sectors-tax | utility(household) | utility household",
        "two-sectors-tax | taxes(household) | taxes household",
        "two-sectors-tax | income(household) | income household",
        "balanced-budget | rate | unknown rate",
        "storage | price(power[8]) | price power[8]",
        "storage | quantity( power[8] ) | quantity power[ 8 ]",
      })
  void anExpressionOfOneIsThatOne(String name, String expression, String words) throws IOException {
    var market = example(name);
    var sensitivities = sensitivities(market);
    var one = sensitivities.gradient(market.measure(expression));
    var other = sensitivities.gradient(market.measure(words));
    assertThat(one.of().text()).isEqualTo(expression);
    assertThat(one.value()).isCloseTo(other.value(), within(SAME * Math.abs(other.value())));
    assertClose(one.partials(), other.partials());
    assertThat(one.oneSided().keySet()).isEqualTo(other.oneSided().keySet());
    assertThat(one.refused()).isEqualTo(other.refused());
  }

  private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
    double largest = expected.values().stream().mapToDouble(Math::abs).max().orElse(0);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((parameter, partial) ->
        assertThat(partial)
            .as(parameter)
            .isCloseTo(expected.get(parameter), within(SAME * largest)));
  }

  /** By the rules of sums, products and quotients. */
  @Test
  void severalTogether() throws IOException {
    var market = example("two-sectors-tax");
    var sensitivities = sensitivities(market);
    var u = sensitivities.gradient(market.measure("utility household"));
    var m = sensitivities.gradient(market.measure("income household"));
    var words = "2 * utility(household)^2 / income(household) - 3";
    var both = sensitivities.gradient(market.measure(words));
    assertThat(both.value())
        .isCloseTo(2 * u.value() * u.value() / m.value() - 3, within(SAME * u.value()));
    var expected = new LinkedHashMap<String, Double>();
    u.partials()
        .forEach((name, partial) ->
            expected.put(
                name,
                4 * u.value() / m.value() * partial
                    - 2
                        * u.value()
                        * u.value()
                        / (m.value() * m.value())
                        * m.partials().getOrDefault(name, 0.0)));
    assertClose(both.partials(), expected);
  }

  /** Forwards, and once more by differences of gradients. */
  @Test
  void tangentsAndSecondDerivatives() throws IOException {
    var market = example("two-sectors-tax");
    var words = "ln(utility(household)) * income(household)";
    var parameter = "household.labor";
    var measure = market.measure(words);
    var sensitivities = sensitivities(market);
    var gradient = sensitivities.gradient(measure).partials();
    assertThat(sensitivities.tangent(parameter, List.of(measure)).get(measure))
        .isCloseTo(gradient.get(parameter), within(1e-9 * Math.abs(gradient.get(parameter))));
    double here = market.parameters().get(parameter);
    double step = 1e-4 * Math.max(0.1, Math.abs(here));
    var product = sensitivities.hessianTimes(measure, Map.of(parameter, 1.0));
    var up = market.with(parameter, here + step);
    var down = market.with(parameter, here - step);
    var ups = sensitivities(up).gradient(up.measure(words)).partials();
    var downs = sensitivities(down).gradient(down.measure(words)).partials();
    double largest = product.values().stream().mapToDouble(Math::abs).max().orElseThrow();
    product.forEach((other, second) ->
        assertThat(second)
            .as(other)
            .isCloseTo((ups.get(other) - downs.get(other)) / (2 * step), within(1e-5 * largest)));
  }

  /** Sets, sums and parameters mean what they mean in the file. */
  @Test
  void sumsOverSets() throws IOException {
    var market = example("storage");
    var sensitivities = sensitivities(market);
    var sum =
        sensitivities.gradient(
            market.measure("sum(price(power[t]) * t for t in hour if t > 20) * loss"));
    double expected = 0;
    for (int t = 21; t <= 24; t++) {
      expected += t * sensitivities.value(market.measure("price power[" + t + "]"));
    }
    assertThat(sum.value())
        .isCloseTo(market.parameters().get("loss") * expected, within(1e-9 * sum.value()));
  }

  /** A number that the expression itself reads moves it too. */
  @Test
  void numbersOfTheFile() {
    var market =
        Market.parse(
            """
            parameter s = 4
            good wine:
                supply s
                demand(p) = 10 - p
            """);
    var gradient = sensitivities(market).gradient(market.measure("s^2 + 3*price(wine)"));
    assertThat(gradient.value()).isCloseTo(34, within(SAME));
    assertThat(gradient.partials().get("s")).isCloseTo(5, within(SAME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tupperware | price nat | there is no 'nat' here that has a 'price'",
        "tupperware | cost natgas | there is no outcome 'cost'",
        "tupperware | price | 'price' of what?",
        "tupperware | price(nat) + 1 | there is no good 'nat'",
        "tupperware | price(natgas) + | expected a value",
        "tupperware | utility(A) | there is no consumer 'A'",
        "tupperware | welfare | nobody in this market has a utility",
        "tupperware | 1 + welfare | nobody in this market has a utility",
        "tupperware | surplus natgas | 'surplus' is of the whole market",
        "tupperware | what | unknown variable 'what'",
        "tupperware | \"\" | expected an expression but found nothing",
        "two-sectors-tax | surplus | consumers earn and spend",
        "two-sectors-tax | surplus / 2 | consumers earn and spend",
        "storage | price(power[99]) | 99",
      })
  void errorsSayWhat(String name, String words, String message) throws IOException {
    var market = example(name);
    assertThatThrownBy(() -> market.measure(words))
        .isInstanceOf(InvalidMarketException.class)
        .hasMessageContaining(message);
  }

  /** All of them at once, each at its place. */
  @Test
  void everyErrorOfAnExpression() throws IOException {
    var market = example("tupperware");
    assertThatThrownBy(() -> market.measure("price(a) + level(b) * profit(c)"))
        .isInstanceOfSatisfying(
            InvalidMarketException.class,
            wrong ->
                assertThat(
                        wrong.diagnostics().stream()
                            .map(d -> d.place().text())
                            .collect(Collectors.toList()))
                    .containsExactly("a", "b", "c"));
  }
}
