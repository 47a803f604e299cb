package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many markets of wild scales. Every one has an equilibrium; what is called solved must be, and
 * nearly all must be solved.
 */
class StressTest {
  private static final double NEARLY_ALL = 0.98;

  @ParameterizedTest
  @CsvSource({"0, 150, 0", "1000, 150, 1", "2000, 150, 3"})
  void nearlyAllRandomMarketsAreSolvedAndNoneFalsely(int first, int count, double spread) {
    var failed = new ArrayList<String>();
    for (int seed = first; seed < first + count; seed++) {
      switch (Market.outcome(RandomMarkets.of(seed, spread))) {
        case Outcome.Solved(var found) ->
            assertThat(found.residual()).as("seed %d", seed).isLessThan(1e-9);
        case Outcome.UnboundedProfit failure -> failed.add(seed + ": " + failure.message());
        case Outcome.MoreProfitablePlan failure -> failed.add(seed + ": " + failure.message());
        case Outcome.BetterBundle failure -> failed.add(seed + ": " + failure.message());
        case Outcome.UnmetDemand failure -> failed.add(seed + ": " + failure.message());
        case Outcome.RunawayPrice failure -> failed.add(seed + ": " + failure.message());
        case Outcome.UnboundedTrade failure -> failed.add(seed + ": " + failure.message());
        case Outcome.Insolvent failure -> failed.add(seed + ": " + failure.message());
        case Outcome.Unavailable failure -> failed.add(seed + ": " + failure.message());
        case Outcome.Stalled failure -> failed.add(seed + ": " + failure.message());
        case Outcome.Refused failure -> failed.add(seed + ": " + failure.message());
      }
    }
    assertThat(failed.size())
        .as("%s", failed)
        .isLessThanOrEqualTo((int) ((1 - NEARLY_ALL) * count));
  }
}
