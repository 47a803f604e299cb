package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.check.EquilibriumCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A level that is split among outputs in code that does more with them. */
class SplitsInCodeTest {
  private static final String MARKET =
      """
      numeraire labor
      firm F makes cloth, waste from labor, gas:
          n = ces(1, 0.5, [0.7, 0.3], [labor, gas])
          a, b = cet_at(n, 1, %s, [0.6, 0.4], [1, 1])
          cloth = a
          waste = b + %s
      consumer H:
          owns labor 10, gas 5, all of F
          utility = cloth^0.7 * waste^0.3
      """;

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.5", "2", "8"})
  void theSplitIsTheOneThatEarnsMost(String elasticity) {
    var economy = Market.of(MARKET.formatted(elasticity, "0.1*sqrt(b)"));
    var found = Market.solved(economy);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    assertThat(found.firm("F").rents()).isEmpty();
  }

  /** Where nothing more is done with the outputs the two ways to state it agree. */
  @Test
  void codeAndTechnologyAgree() {
    var technology = Market.solved(MARKET.formatted("2", "0"));
    var code = Market.solved(MARKET.formatted("2", "1e-300*sqrt(b)"));
    technology
        .prices()
        .forEach((good, price) ->
            assertThat(code.prices().get(good)).as(good).isCloseTo(price, offset(1e-9)));
    assertThat(code.quantities().get("waste"))
        .isCloseTo(technology.quantities().get("waste"), offset(1e-8));
  }

  /** The branches of a split are choices once, also where an unknown is filled into the code. */
  @Test
  void twoSplitsBesideAnUnknown() {
    var economy =
        Market.of(
            """
            numeraire labor
            unknown s: price(cloth) == 0.8 * price(labor)
            firm F makes cloth, waste from labor, gas:
                n = ces(1, 0.5, [0.7, 0.3], [labor, gas])
                a, b = cet_at(s*n, 1, 2, [0.6, 0.4], [1, 1])
                c, d = cet_at(b, 1, 0.5, [0.5, 0.5], [1, 1])
                cloth = a + c
                waste = d + 0.1*sqrt(b)
            consumer H:
                owns labor 10, gas 5, all of F
                utility = cloth^0.7 * waste^0.3
            """);
    var found = Market.solved(economy);
    assertThat(found.prices().get("cloth")).isCloseTo(0.8, offset(1e-9));
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    assertThat(found.firm("F").rents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, b = split(n)\n    cloth = a\n    waste = b + 0.1*sqrt(b)",
        "cloth, waste = cet_at(n, 1, 2, [n, 0.4], [1, 1])\n    waste += 1",
      })
  void aSplitThatCannotBeSeenIsRefused(String lines) {
    var outcome =
        Market.outcome(
            "numeraire labor\n"
                + "function split(n):\n    a, b = cet_at(n, 1, 2, [0.6, 0.4], [1, 1])\n    return a, b\n"
                + "firm F makes cloth, waste from labor:\n    n = labor\n    "
                + lines
                + "\nconsumer H:\n    owns labor 10, all of F\n    utility = cloth^0.7 * waste^0.3\n");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).containsAnyOf("split", "cet_at");
  }
}
