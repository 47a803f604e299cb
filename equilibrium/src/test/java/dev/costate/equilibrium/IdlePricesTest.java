package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What there is none of and nobody wants is free, unless somebody would take it for nothing. */
final class IdlePricesTest {
  @Test
  void aGoodThatNobodyOwnsMakesOrUsesIsFree() {
    var market =
        Market.solved(
            """
            firm F makes food from labor: food = labor
            consumer h:
                owns labor 10, gold 0
                utility = food
            """);
    assertThat(market.price("gold")).isZero();
    assertThat(market.price("food")).isEqualTo(market.price("labor"));
  }

  @Test
  void anOutputWithoutQuantityAndUseIsFree() {
    var market =
        Market.solved(
            """
            good waste: no disposal
            firm Mine makes metal, waste from labor:
                metal = labor
                waste = 0.5*labor
            firm Clean makes nothing from waste, labor:
                capacity waste <= 2*labor
                nothing = 0*labor
            consumer h:
                owns labor 90
                utility = metal
            """);
    assertThat(market.price("nothing")).isZero();
    assertThat(market.price("waste")).isCloseTo(-0.5 * market.price("labor"), within(1e-9));
  }

  @Test
  void whatWouldBeWantedForNothingKeepsAPrice() {
    var market =
        Market.solved(
            """
            firm F makes food from labor: food = labor
            firm G makes cloth from wool: cloth = wool
            consumer h:
                owns labor 10, wool 0
                utility = food + cloth
            """);
    assertThat(market.price("wool")).isGreaterThanOrEqualTo(market.price("food") * (1 - 1e-9));
  }
}
