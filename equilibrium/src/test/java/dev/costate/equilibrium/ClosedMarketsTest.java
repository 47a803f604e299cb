package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to markets without money. */
class ClosedMarketsTest {
  private static final String TRASH =
      """
      good trash: no disposal
      firm F makes a, trash from labor:
          a = labor
          trash = 0.5 * labor
      firm Burn makes ash from trash, labor as work:
          ash = leontief([trash, work], [1, 0.2])
      consumer h:
          owns labor 110
          utility = a
      """;

  /** Each unit of labor makes half a unit of trash, which takes a tenth of a unit to burn. */
  @Test
  void firmThatMakesNothingOfValueRunsIfItIsPaidForWhatItTakes() {
    var found = Market.solved(TRASH);
    assertThat(found.good("a").made()).isCloseTo(100, within(1e-9));
    double wage = found.good("labor").price();
    assertThat(found.good("trash").price()).isCloseTo(-0.2 * wage, within(1e-12));
    assertThat(found.good("a").price()).isCloseTo(1.1 * wage, within(1e-12));
  }

  @Test
  void pricesAreNotRelativeToAGoodWithANegativePrice() {
    assertThat(Market.solved(TRASH).unitOfAccount()).isEqualTo("labor");
  }

  @Test
  void profitThatNobodyOwnsIsNamed() {
    var outcome =
        Market.outcome(
            """
            firm F makes a from labor: a = labor^0.5
            consumer h:
                owns labor 10
                utility = a
            """);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.message()).startsWith("firm 'F' makes a profit that nobody");
  }

  /** An unknown quantity is supplied as much as a known one is: by nobody who could spend. */
  @ParameterizedTest
  @ValueSource(strings = {"supply 10", "supply 10*u"})
  void aSupplyWithoutAnOwnerIsRefused(String line) {
    var diagnostics = new Diagnostics();
    var text =
        """
        unknown u: price(food) == 2
        good labor: %s
        firm F makes food from labor, land: food = labor^0.5*land^0.5
        consumer h:
            owns labor 10, land 10
            utility = food
        """
            .formatted(line);
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    assertThat(Elaboration.elaborate(file, Overrides.NONE, diagnostics)).isEmpty();
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .containsExactly("this market is closed, and nobody in it owns the supply of 'labor'");
  }
}
