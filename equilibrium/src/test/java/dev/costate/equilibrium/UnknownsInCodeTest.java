package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.check.EquilibriumCheck;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An unknown may stand where a parameter may: in code, in utility, in the lines of a good. */
class UnknownsInCodeTest {
  private static final String HOUSEHOLD =
      "consumer H:\n  owns labor 10, land 5\n  utility = cloth^0.5 * labor^0.5\n";

  private static double unknown(String text) {
    var economy = Market.of(text);
    var found = Market.solved(economy);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    return found.unknowns().get("s");
  }

  @Test
  void productivityThatMakesAWage() {
    assertThat(
            unknown(
                "numeraire cloth\nunknown s in 0..1: price(cloth) >= 2 * price(labor)\n"
                    + "firm F makes cloth from labor: cloth = (1 - 0.5*s) * labor\n"
                    + HOUSEHOLD))
        .isCloseTo(1, offset(1e-9));
  }

  /** With labor l used, half of 10 w + 5 r is spent on labor: l = (10 - 5 r/w) / 2. */
  @ParameterizedTest
  @ValueSource(strings = {"cloth", "labor", "land"})
  void throughACallWhateverIsMoney(String money) {
    double found =
        unknown(
            "numeraire %s\nunknown s: price(labor) == 2 * price(cloth)\nfunction shift(n): return s*n\n"
                    .formatted(money)
                + "firm F makes cloth from labor, land: cloth = shift(cobb_douglas(1, [0.5, 0.5], [labor, land]))\n"
                + HOUSEHOLD);
    // Labor used is 10/3 and land 5, so that the wage is s * 0.5 * sqrt(5 / (10/3)).
    assertThat(found).isCloseTo(4 / Math.sqrt(1.5), offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"cloth, 0.5", "land, 0.5"})
  void aConditionOnAPriceIsInUnitsOfTheNumeraire(String money, double wage) {
    var economy =
        Market.of(
            "numeraire %s\nunknown s: price(labor) == %s\n".formatted(money, wage)
                + "firm F makes cloth from labor, land: cloth = s * cobb_douglas(1, [0.5, 0.5], [labor, land])\n"
                + HOUSEHOLD);
    if (money.equals("land")) {
      // In units of land the wage is 5 / (10/3) whatever the productivity.
      assertThat(EquilibriumSearch.solve(economy)).isNotInstanceOf(Outcome.Solved.class);
    } else {
      var found = Market.solved(economy);
      assertThat(found.prices().get("labor")).isCloseTo(wage, offset(1e-9));
      assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    }
  }

  @Test
  void tastesThatMakeADemand() {
    assertThat(
            unknown(
                """
                numeraire labor
                unknown s in 0..1: quantity(cloth) >= 4
                firm F makes cloth from labor: cloth = labor
                consumer H:
                    owns labor 10
                    utility = s*ln(cloth) + (1 - s)*ln(labor)
                """))
        .isCloseTo(0.4, offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cobb_douglas(1, [s, 0.2], [labor, land])",
        "ces(1, 0.5 + s, [0.3, 0.7], [labor, land])",
        "ces(1, 0.5, [s, 1 - s], [labor, land])",
        "leontief([labor, land], [1 - s, 2*(1 - s)])"
      })
  void insideAReadyTechnology(String technology) {
    var economy =
        Market.of(
            """
            unknown s in 0.1..0.9: quantity(cloth) >= 12
            firm F makes cloth from labor, land:
                cloth = %s
            consumer H:
                owns labor 90, land 6, all of F
                utility = cloth
            """
                .formatted(technology));
    var found = Market.solved(economy);
    assertThat(found.quantities().get("cloth")).isCloseTo(12, offset(1e-8));
    assertThat(found.unknowns().get("s")).isStrictlyBetween(0.1, 0.9);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"demand 2*s, 1.5", "demand(p) = s - p, 4", "'supply(p) = p\n  demand s', 3"})
  void inTheLinesOfAGood(String line, double expected) {
    assertThat(
            unknown(
                "unknown s: quantity(cloth) == 3\ngood cloth:\n  %s\n".formatted(line)
                    + "good labor: price 1\nfirm F makes cloth from labor: cloth = labor\n"))
        .isCloseTo(expected, offset(1e-9));
  }

  /** Power sells for 100 less its quantity, and costs 10. */
  @ParameterizedTest
  @CsvSource({
    "in 0..50, 60 >= price(power), s, 40",
    "in 0..50, 30 >= price(power), s, 50",
    "in 0..50, price(power) >= 30, s, 0",
    "in 0..200, 30 >= price(power), s, 70",
    "'', price(power) == 30, 2*s, 35",
    "'', price(power) == 30, half(s), 140",
    "'', price(power) == 30, s - coal, 140"
  })
  void inTheLimitOfACapacity(String bounds, String condition, String limit, double expected) {
    assertThat(
            unknown(
                """
                unknown s %s: %s
                function half(x): return x/2
                good coal: price 10
                good power: demand(p) = 100 - p
                firm P makes power from coal:
                    power = coal
                    capacity coal <= %s
                """
                    .formatted(bounds, condition, limit)))
        .isCloseTo(expected, offset(1e-8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"price s", "import at s", "import at 1 up to 2*s", "start s"})
  void numbersThatAreNeededBeforeAreRefused(String line) {
    var diagnostics = new Diagnostics();
    var text =
        "unknown s: price(b) == 1\ngood a: %s\nfirm F makes b from a: b = a\n".formatted(line);
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    assertThat(Elaboration.elaborate(file, Overrides.NONE, diagnostics)).isEmpty();
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .anyMatch(message -> message.contains("which is solved for with the market"));
  }
}
