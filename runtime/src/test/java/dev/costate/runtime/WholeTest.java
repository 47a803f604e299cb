package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WholeTest {
  private static final int PLACE = 1;

  @Test
  void countersUpToTheLimitAreIntsAndBeyondItAreRepeatedOnTheInterpreter() {
    assertThat(Whole.bound(Whole.LARGEST_COUNT, PLACE)).isEqualTo(Whole.LARGEST_COUNT);
    assertThat(Whole.bound(-Whole.LARGEST_COUNT, PLACE)).isEqualTo(-Whole.LARGEST_COUNT);
    assertThatThrownBy(() -> Whole.bound(Whole.LARGEST_COUNT + 1.0, PLACE))
        .isInstanceOf(Retry.class);
    assertThatThrownBy(() -> Whole.step(-Whole.LARGEST_COUNT - 1.0, PLACE))
        .isInstanceOf(Retry.class);
  }

  @Test
  void boundsUpToTheLimitAreExactAndBeyondItAreFailures() {
    assertThat(Whole.exactBound(Whole.LARGEST_EXACT, PLACE)).isEqualTo(9007199254740991.0);
    assertThatThrownBy(() -> Whole.exactBound(0x1p53, PLACE))
        .hasMessage(
            "a bound of 9.007199254740992e15 is too large to count exactly (beyond 9007199254740991)");
    assertThatThrownBy(() -> Whole.bound(-1e300, PLACE)).isInstanceOf(Failure.class);
  }

  @Test
  void whatIsNotWholeIsAFailureThatNamesIt() {
    assertThatThrownBy(() -> Whole.index(1.5, PLACE))
        .hasMessage("an index must be a whole number and is 1.5");
    assertThatThrownBy(() -> Whole.bound(Double.NaN, PLACE))
        .hasMessage("a bound must be a whole number and is NaN");
    assertThatThrownBy(() -> Whole.step(Double.POSITIVE_INFINITY, PLACE))
        .hasMessage("a step must be a whole number and is Infinity");
    assertThatThrownBy(() -> Whole.index(1e10, PLACE))
        .hasMessage("an index of 10000000000 is too large");
  }

  @Test
  void aStepIsNotZero() {
    assertThatThrownBy(() -> Whole.step(-0.0, PLACE))
        .hasMessage("a step of 0 never reaches the end of the loop");
    assertThatThrownBy(() -> Whole.exactStep(0, PLACE))
        .hasMessage("a step of 0 never reaches the end of the loop");
  }
}
