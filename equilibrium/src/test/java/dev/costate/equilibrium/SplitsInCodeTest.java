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
}
