package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.check.EquilibriumCheck;
import org.junit.jupiter.api.Test;

/** Unknowns that may be any number, also one at which code makes no sense. */
final class BoundlessUnknownsTest {
  /** A wage of 1 and food for 2 make rent 1; labor used is as much as land, kept is the rest. */
  @Test
  void anExponentIsFoundThoughItHasNoBounds() {
    var found = solved("unknown a: price(food) == 2\nparameter en = 30\n");
    assertThat(found.unknown("a")).isCloseTo(7.0 / 12, offset(1e-8));
  }

  @Test
  void soAreAnExponentAndAnAmount() {
    var found = solved("unknown a: price(food) == 2\nunknown en: income(h) == 130\n");
    assertThat(found.unknown("a")).isCloseTo(7.0 / 12, offset(1e-8));
    assertThat(found.unknown("en")).isCloseTo(30, offset(1e-6));
  }

  @Test
  void anUnknownInCodeBeginsWithinItsBounds() {
    var found = solved("unknown a in 0.4..0.6: 2 >= price(food)\nparameter en = 30\n");
    assertThat(found.unknown("a")).isCloseTo(7.0 / 12, offset(1e-8));
  }

  @Test
  void whereNothingIsFoundBoundsAreSuggested() {
    var outcome =
        Market.outcome(
            """
            unknown z: price(food) == 2
            firm F makes food from labor: food = labor
            consumer h:
                owns labor 10*z
                utility = food
            """);
    assertThat(outcome).isInstanceOf(Outcome.Stalled.class);
    assertThat(outcome.hint()).contains("'z'").contains("give it bounds");
  }

  private static Equilibrium solved(String unknowns) {
    var economy =
        Market.of(
            "numeraire labor\n"
                + unknowns
                + """
                firm F makes food from labor, land:
                    food = labor^0.5*land^0.5
                consumer h:
                    owns labor 100, land en
                    utility = food^0.5*labor^a
                """);
    var found = Market.solved(economy);
    assertThat(EquilibriumCheck.of(economy, found).holds()).isTrue();
    return found;
  }
}
