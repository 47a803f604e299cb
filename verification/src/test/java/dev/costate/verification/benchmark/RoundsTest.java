package dev.costate.verification.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed beside each other does the same. */
final class RoundsTest {
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 0, 0.7, 3})
  void theBareLoopComputesWhatTheBlockDoes(double elasticity) {
    int firms = 300;
    var generated = RoundTable.Generated.of(firms, elasticity, 7);
    for (int round = 0; round < 40; round++) {
      var prices = RoundTable.prices(firms, round);
      assertThat(generated.block().round(prices)).isEqualTo(firms);
      generated.bare().round(prices);
    }
    for (int f = 0; f < firms; f++) {
      double made = generated.block().makes(f);
      assertThat(generated.bare().makes(f)).isCloseTo(made, within(1e-9 * made));
      for (int i = 0; i < BareRounds.INPUTS; i++) {
        double used = generated.block().uses(f, i);
        assertThat(generated.bare().uses(f, i)).isCloseTo(used, within(1e-9 * used));
      }
    }
  }
}
