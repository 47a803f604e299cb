package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}
