package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.FirmAccount.Activity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Firms whose level falls by a fraction in each round, and never is 0. */
final class LeavingFirmsTest {
  /**
   * Gold is counted in units of a hundred thousand times what bread is worth, and the old mine
   * loses.
   */
  private static final String MARKET =
      """
      firm Bakery makes bread from labor:
          bread = labor
      firm Mine makes gold from labor, bread:
          gold = ces(3e-5, 0.5, [0.5, 0.5], [labor, bread])
      firm OldMine makes gold from labor, bread:
          gold = ces(1e-5, 0.5, [0.5, 0.5], [labor, bread])
      consumer worker:
          owns labor 1000
          utility = bread^0.5 * gold^0.5
      """;

  @Test
  void aMarketSettlesWithoutAFirmThatIsOnItsWayOut() {
    var economy = Markets.of(MARKET);
    var run =
        Simulation.of(economy, Settings.STANDARD.withRounds(3000), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).isTrue();
    assertThat(run.plans().firm("OldMine").activity()).isEqualTo(Activity.SHUT);
    assertThat(run.plans().firm("OldMine").outputs().get("gold")).isZero();
    // The agent itself still plans a little.
    assertThat(run.reading().firms().get(2).outputs().getFirst()).isPositive();
    double there = Markets.solved(economy).good("gold").made();
    assertThat(run.plans().good("gold").made()).isCloseTo(there, within(1e-5 * there));
  }

  @Test
  void aFirmThatIsNeededIsCountedHoweverLittleItTurnsOver() {
    var economy =
        Markets.of(
            """
            firm Bakery makes bread from labor: bread = labor
            firm Mine makes dust from labor: dust = labor
            consumer worker:
                owns labor 1000
                utility = ces(1, 1, [0.99999999, 0.00000001], [bread, dust])
            """);
    var run = Simulation.of(economy, Settings.STANDARD, List.of()).run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).isTrue();
    assertThat(run.plans().firm("Mine").outputs().get("dust")).isCloseTo(1e-5, within(1e-9));
  }
}
