package dev.costate.dynamics.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import org.junit.jupiter.api.Test;

/** When it restarts, on both sides of each threshold, and what one number does. */
final class HalpernRulesTest {
  private static final Dynamics HALPERN = Laws.find("halpern").orElseThrow();
  private static final Herald HERALD = HALPERN.herald(1, 1);

  /** With a weight of 1, sums whose residual is this. */
  private static double[] sums(double residual) {
    return new double[] {residual * residual / 2, residual * residual / 2, 1, 1};
  }

  /** What is heard after rounds of one epoch with these residuals, behind many rounds before. */
  private static Broadcast after(double... residuals) {
    var heard = new Broadcast(new double[] {1, 0, 0, 0, 1000});
    for (double residual : residuals) {
      heard = HERALD.next(heard, sums(residual));
    }
    return heard;
  }

  private static boolean isRestart(Broadcast heard) {
    return heard.numbers()[1] == 0;
  }

  @Test
  void aFifthOfTheFirstResidualRestarts() {
    assertThat(isRestart(after(1, 0.21))).isFalse();
    assertThat(isRestart(after(1, 0.19))).isTrue();
  }

  @Test
  void fourFifthsRestartIfTheResidualRises() {
    assertThat(isRestart(after(1, 0.6, 0.7))).isTrue();
    assertThat(isRestart(after(1, 0.7, 0.6))).isFalse();
    assertThat(isRestart(after(1, 0.7, 0.81))).isFalse();
  }

  @Test
  void anEpochOfMoreThanAThirdOfAllRoundsEnds() {
    var heard = new Broadcast(new double[] {1, 35, 1, 1, 99});
    assertThat(isRestart(HERALD.next(heard, sums(1)))).isFalse();
    heard = new Broadcast(new double[] {1, 36, 1, 1, 99});
    assertThat(isRestart(HERALD.next(heard, sums(1)))).isTrue();
  }

  /** From 1 half the way, in logarithms, to the ratio of the ways of prices and levels. */
  @Test
  void aRestartMovesTheWeight() {
    var heard = after(1);
    var next = HERALD.next(heard, new double[] {0.005, 0.005, 1, 16});
    assertThat(next.numbers()[0]).isCloseTo(2, within(1e-12));
    var still = HERALD.next(heard, new double[] {0, 0, 0, 0});
    assertThat(still.numbers()[0]).isEqualTo(1);
  }

  /** p' = p + h (3 - 2 p') with h = 0.99 * 4 / 2. */
  @Test
  void aPriceAnswersWithTheValueAtWhichItIsItsOwnMove() {
    var rule = HALPERN.prices(0);
    var heard = new Broadcast(new double[] {4, 0, 0, 0, 0});
    double price = 0.5;
    var moved = rule.next(price, p -> Signal.of(3, 2 * p).coupled(2, 0), rule.start(), heard);
    double there = (price + 1.98 * 3) / (1 + 1.98 * 2);
    assertThat(moved.announced()).isCloseTo(2 * there - price, within(1e-12));
    assertThat(moved.value())
        .isCloseTo(there, within(1e-12)); // Half the reflection, half the anchor.
  }

  @Test
  void aLevelStaysBetweenItsBoundsAndMovesByItsOwnStep() {
    var rule = HALPERN.levels(0.001);
    var heard = new Broadcast(new double[] {2, 3, 0, 0, 0});
    var memory = new double[] {1.0};
    var free = rule.next(1, Signal.of(1.2, 1).coupled(5, 1), memory, heard);
    double there = 1 + 0.99 / (2 * 5 + 1) * 0.2;
    assertThat(free.value()).isCloseTo((4 * (2 * there - 1) + 1) / 5, within(1e-12));
    assertThat(rule.next(1, Signal.of(0, 100), memory, heard).announced()).isEqualTo(0.001);
    assertThat(rule.next(1, Signal.of(100, 0).upTo(1.5), memory, heard).announced()).isEqualTo(1.5);
  }
}
