package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VectorTest {
  private static final int PLACE = 17;

  @Test
  void indicesCountFromOneToTheLength() {
    var vector = Vector.of(4, 5, 6);
    assertThat(vector.get(1, PLACE)).isEqualTo(4);
    assertThat(vector.get(3, PLACE)).isEqualTo(6);
    assertThatThrownBy(() -> vector.get(0, PLACE)).hasMessage("index 0 is outside 1..3");
    assertThatThrownBy(() -> vector.get(4, PLACE)).hasMessage("index 4 is outside 1..3");
    assertThatThrownBy(() -> vector.set(4, 1, PLACE)).hasMessage("index 4 is outside 1..3");
    assertThatThrownBy(() -> Vector.of().get(1, PLACE)).hasMessage("index 1 of an empty array");
  }

  @Test
  void aFailureKnowsItsPlace() {
    assertThatThrownBy(() -> Vector.of().pop(PLACE))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.place()).isEqualTo(PLACE));
  }

  @Test
  void whatIsPoppedIsWhatWasPushedLast() {
    var vector = Vector.of(1);
    for (int i = 2; i <= 1000; i++) {
      vector.push(i);
    }
    assertThat(vector.length()).isEqualTo(1000);
    for (int i = 1000; i >= 1; i--) {
      assertThat(vector.pop(PLACE)).isEqualTo(i);
    }
    assertThatThrownBy(() -> vector.pop(PLACE)).hasMessage("pop of an empty array");
  }

  @Test
  void whatIsTakenIsWhatWasAppendedLast() {
    var stack = Vector.of(9);
    var vector = Vector.of(1, 2, 3);
    vector.pop(0);
    stack.append(vector);
    stack.append(Matrix.of(1, 2, 3, 4));
    assertThat(stack).isEqualTo(Vector.of(9, 1, 2, 3, 4));
    var matrix = Matrix.zeros(1, 2, 0);
    var other = Vector.zeros(2, 0);
    stack.take(matrix, 0);
    stack.take(other, 0);
    assertThat(matrix).isEqualTo(Matrix.of(1, 2, 3, 4));
    assertThat(other).isEqualTo(Vector.of(1, 2));
    assertThat(stack).isEqualTo(Vector.of(9));
  }

  @Test
  void takingMoreThanThereIsFailsAsPoppingDoes() {
    var stack = Vector.of(1);
    assertThatThrownBy(() -> stack.take(Vector.zeros(2, 0), 5))
        .isInstanceOf(Failure.class)
        .hasMessage("pop of an empty array");
  }

  @Test
  void reservedRoomChangesNothingButTheRoom() {
    var vector = Vector.of(1);
    vector.reserve(1, 1000, 2);
    vector.reserve(1, -5, 2);
    vector.reserve(1, Whole.LARGEST_COUNT, 1_000);
    assertThat(vector).isEqualTo(Vector.of(1));
    vector.push(2);
    assertThat(vector).isEqualTo(Vector.of(1, 2));
    assertThat(vector.shared()).containsExactly(1, 2);
  }

  @Test
  void whatWasPoppedIsOutsideAndNotEqual() {
    var vector = Vector.of(1, 2);
    vector.pop(PLACE);
    assertThatThrownBy(() -> vector.get(2, PLACE)).hasMessage("index 2 is outside 1..1");
    assertThat(vector).isEqualTo(Vector.of(1)).hasSameHashCodeAs(Vector.of(1));
    assertThat(vector.copy().toArray()).containsExactly(1);
  }

  @Test
  void aCopyIsIndependent() {
    var vector = Vector.of(1, 2);
    var copy = vector.copy();
    copy.set(1, 9, PLACE);
    vector.push(3);
    assertThat(vector).hasToString("[1, 2, 3]");
    assertThat(copy).hasToString("[9, 2]");
  }

  @Test
  void arithmeticMakesNewVectors() {
    var vector = Vector.of(1, 2);
    assertThat(vector.plus(Vector.of(10, 20), PLACE)).isEqualTo(Vector.of(11, 22));
    assertThat(vector.minus(Vector.of(10, 20), PLACE)).isEqualTo(Vector.of(-9, -18));
    assertThat(vector.times(3)).isEqualTo(Vector.of(3, 6));
    assertThat(Vector.scaled(3, vector)).isEqualTo(Vector.of(3, 6));
    assertThat(vector.over(2)).isEqualTo(Vector.of(0.5, 1));
    assertThat(vector.negated()).isEqualTo(Vector.of(-1, -2));
    assertThat(vector).isEqualTo(Vector.of(1, 2));
  }

  @Test
  void arithmeticNeedsEqualLengths() {
    assertThatThrownBy(() -> Vector.of(1).plus(Vector.of(1, 2), PLACE))
        .hasMessage("'+' of arrays of different length: 1 and 2");
    assertThatThrownBy(() -> Vector.of(1).minus(Vector.of(), PLACE))
        .hasMessage("'-' of arrays of different length: 1 and 0");
  }

  @Test
  void theSumOfNothingIsZeroAndTheMaximumAFailure() {
    assertThat(Vector.of().sum()).isZero();
    assertThatThrownBy(() -> Vector.of().max(PLACE)).hasMessage("max of an empty array");
    assertThatThrownBy(() -> Vector.of().min(PLACE)).hasMessage("min of an empty array");
    assertThat(Vector.of(3, 1, 2).max(PLACE)).isEqualTo(3);
    assertThat(Vector.of(3, 1, 2).min(PLACE)).isEqualTo(1);
  }

  @Test
  void aSizeIsWholeAndNotNegativeAndFitsInMemory() {
    assertThat(Vector.zeros(2, PLACE)).isEqualTo(Vector.of(0, 0));
    assertThatThrownBy(() -> Vector.zeros(1.5, PLACE))
        .hasMessage("a size must be a whole number and is 1.5");
    assertThatThrownBy(() -> Vector.zeros(-1, PLACE))
        .hasMessage("a size of -1 is outside 0..1073741823");
    assertThatThrownBy(() -> Vector.zeros(1e12, PLACE))
        .hasMessage("a size of 1000000000000 is too large");
    assertThatThrownBy(() -> Vector.zeros(Double.NaN, PLACE))
        .hasMessage("a size must be a whole number and is NaN");
    assertThatThrownBy(() -> Matrix.zeros(1e9, 1e9, PLACE))
        .hasMessage("there is no memory for an array of 1000000000000000000 numbers");
  }
}
