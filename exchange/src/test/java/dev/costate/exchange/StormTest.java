package dev.costate.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole protocol in a bad network. More seeds with {@code -Dcostate.exchange.seeds=2000}; a
 * seed that fails is in the message, and does the same again.
 */
final class StormTest {
  private static final int SEEDS = Integer.getInteger("costate.exchange.seeds", 100);

  /** At rest, prices are those of the equilibrium to this. */
  private static final double TRUE = 1e-5;

  private static final int TICKS = 20_000;

  private static void isTheEquilibrium(Storm storm, long seed) {
    var prices = storm.prices();
    assertThat(prices.get("natgas")).as("seed %d", seed).isCloseTo(1.0 / 24, within(TRUE));
    assertThat(prices.get("ethylene")).as("seed %d", seed).isCloseTo(1.0 / 6, within(TRUE));
    assertThat(prices.get("polyethylene")).as("seed %d", seed).isCloseTo(1.5, within(10 * TRUE));
  }

  @Test
  void whateverIsLostLateDoubledOrForgottenTheMarketFindsItsEquilibrium() {
    int crashes = 0;
    long rejected = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var storm =
          new Storm(Markets.exchange(Markets.ESSAY, Rules.STANDARD), Markets.COMPANIES, seed);
      int ticks = 0;
      while (storm.state().rest() < 3 && ticks++ < TICKS) {
        storm.tick();
        assertThat(storm.booksAgree()).as("books of seed %d at tick %d", seed, ticks).isTrue();
      }
      assertThat(storm.state().rest()).as("seed %d", seed).isEqualTo(3);
      isTheEquilibrium(storm, seed);
      crashes += storm.crashes();
      rejected += storm.rejected();
    }
    assertThat(crashes).isGreaterThan(SEEDS);
    assertThat(rejected).isGreaterThan(SEEDS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7})
  void theLogLeadsToTheSameState(long seed) {
    var storm = new Storm(Markets.exchange(Markets.ESSAY, Rules.STANDARD), Markets.COMPANIES, seed);
    for (int tick = 0; tick < 500; tick++) {
      storm.tick();
    }
    assertThat(storm.replayed()).usingRecursiveComparison(Markets.BITS).isEqualTo(storm.state());
  }
}
