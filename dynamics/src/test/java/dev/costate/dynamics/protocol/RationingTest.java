package dev.costate.dynamics.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RationingTest {
  @Test
  void partsAreInProportionAndAddUp() {
    assertThat(Rationing.divide(6, new long[] {2, 4, 6})).containsExactly(1, 2, 3);
    assertThat(Rationing.divide(12, new long[] {2, 4, 6})).containsExactly(2, 4, 6);
    assertThat(Rationing.divide(0, new long[] {2, 4})).containsExactly(0, 0);
  }

  @Test
  void whatIsLeftGoesToTheLargestRemainders() {
    assertThat(Rationing.divide(5, new long[] {3, 3, 1})).containsExactly(2, 2, 1);
    assertThat(Rationing.divide(1, new long[] {1, 1})).containsExactly(1, 0);
  }

  @Test
  void nobodyGetsMoreThanWantedAndNothingIsLost() {
    var random = new Random(7);
    for (int k = 0; k < 10_000; k++) {
      var weights = random.longs(1 + random.nextInt(6), 0, 1L << random.nextInt(1, 55)).toArray();
      long sum = Arrays.stream(weights).sum();
      long amount = sum == 0 ? 0 : random.nextLong(sum + 1);
      var parts = Rationing.divide(amount, weights);
      assertThat(Arrays.stream(parts).sum()).isEqualTo(amount);
      for (int i = 0; i < parts.length; i++) {
        assertThat(parts[i]).isBetween(0L, weights[i]);
      }
    }
  }

  @Test
  void whatIsNotThereCannotBeDivided() {
    assertThatThrownBy(() -> Rationing.divide(3, new long[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
