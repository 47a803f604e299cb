package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What derivatives say of a change, to first and to second order. */
class TaylorTermsTest {
  private static final double EXACT = 1e-9;

  private static Sensitivities sensitivities(String text, String... settings) {
    var economy = Differences.economy(text, settings).orElseThrow();
    return Sensitivities.of(economy, Differences.solved(economy).orElseThrow());
  }

  /** The price is a over the supply. */
  private static final String HYPERBOLA =
      """
      parameter a = 6
      parameter twice = 2 * a
      good wine:
          supply 2
          demand(p) = a / p
      good beer:
          supply 1
          demand(p) = twice / p
      """;

  @Test
  void termsInClosedForm() {
    var terms =
        sensitivities(HYPERBOLA).taylorTerms(new Measure.Price("wine"), Map.of("wine.supply", 0.5));
    assertThat(terms.value()).isCloseTo(3, offset(EXACT));
    assertThat(terms.first()).isCloseTo(-0.75, offset(EXACT));
    assertThat(terms.second().orElseThrow()).isCloseTo(6 * 0.25 / 8, offset(EXACT));
    assertThat(terms.toFirstOrder()).isCloseTo(2.25, offset(EXACT));
    assertThat(terms.toSecondOrder().orElseThrow()).isCloseTo(2.4375, offset(EXACT));
  }

  /** Two numbers at once have a second derivative with each other. */
  @Test
  void numbersTogether() {
    var terms =
        sensitivities(HYPERBOLA)
            .taylorTerms(new Measure.Price("wine"), Map.of("wine.supply", 0.5, "a", 1.0));
    assertThat(terms.first()).isCloseTo(-0.75 + 0.5, offset(EXACT));
    assertThat(terms.second().orElseThrow()).isCloseTo(6 * 0.25 / 8 - 0.5 / 4, offset(EXACT));
  }

  @Test
  void aNumberAndWhatIsComputedFromItAreRefused() {
    var sensitivities = sensitivities(HYPERBOLA);
    assertThatThrownBy(() ->
            sensitivities.taylorTerms(new Measure.Price("beer"), Map.of("a", 1.0, "twice", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is computed from another");
    assertThatThrownBy(() -> sensitivities.taylorTerms(new Measure.Price("beer"), Map.of("b", 1.0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no number 'b'");
  }

  /** What is left of a step falls with its third power. */
  @ParameterizedTest
  @CsvSource({
    "tupperware, natgas.supply, natgas, -0.5",
    "bakery, labor.supply, bread, -4",
    "literature/one-two-three, tm, labor, 0.05",
    "literature/hosoe, household.capital, bread, 3",
  })
  void theRemainderIsOfThirdOrder(String name, String parameter, String good, double step) {
    var text = SensitivitiesTest.text(Path.of("..", "examples", name + ".market"));
    var economy = Differences.economy(text).orElseThrow();
    var base = Differences.solved(economy).orElseThrow();
    var measure = good.isEmpty() ? new Measure.Welfare() : new Measure.Price(good);
    var at = Sensitivities.of(economy, base);
    double number = economy.parameters().get(parameter);
    double whole = remainder(text, at, measure, parameter, number, step);
    double half = remainder(text, at, measure, parameter, number, step / 2);
    assertThat(whole / half).isBetween(6.0, 11.0);
  }

  private static double remainder(
      String text,
      Sensitivities at,
      Measure measure,
      String parameter,
      double number,
      double step) {
    var after = Differences.economy(text, parameter + "=" + (number + step)).orElseThrow();
    double exact = Differences.value(Differences.solved(after).orElseThrow(), measure);
    return exact - at.taylorTerms(measure, Map.of(parameter, step)).toSecondOrder().orElseThrow();
  }

  /** A derivative of one side is that of the side of the change, and has no second one. */
  @Test
  void ofOneSide() {
    var at = sensitivities(SurplusTest.CURVE_THAT_JUST_ENDS);
    var bread = new Measure.Price("bread");
    var less = at.taylorTerms(bread, Map.of("gas.supply", -0.5));
    var more = at.taylorTerms(bread, Map.of("gas.supply", 0.5));
    assertThat(less.first()).isCloseTo(1.0 / 6, offset(EXACT));
    assertThat(more.first()).isCloseTo(-0.5, offset(EXACT));
    assertThat(less.second()).isEmpty();
    assertThatThrownBy(() -> at.taylorTerms(bread, Map.of("gas.supply", 0.5, "bread.demand", 0.5)))
        .isInstanceOf(NoDerivative.class)
        .hasMessageContaining("one-sided");
  }
}
