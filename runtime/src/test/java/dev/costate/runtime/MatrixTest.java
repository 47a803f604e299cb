package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
  private static final int PLACE = 3;

  private static Matrix twoByThree() {
    return Matrix.of(2, 3, 1, 2, 3, 4, 5, 6);
  }

  @Test
  void elementsLieRowAfterRow() {
    assertThat(twoByThree().get(1, 3, PLACE)).isEqualTo(3);
    assertThat(twoByThree().get(2, 1, PLACE)).isEqualTo(4);
    assertThat(twoByThree()).hasToString("[[1, 2, 3], [4, 5, 6]]");
  }

  @Test
  void bothIndicesAreChecked() {
    for (int[] index : new int[][] {{0, 1}, {3, 1}, {1, 0}, {1, 4}}) {
      assertThatThrownBy(() -> twoByThree().get(index[0], index[1], PLACE))
          .hasMessage(
              "index "
                  + index[0]
                  + ", "
                  + index[1]
                  + " is outside a matrix of 2 rows and 3 columns");
      assertThatThrownBy(() -> twoByThree().set(index[0], index[1], 0, PLACE))
          .isInstanceOf(Failure.class);
    }
  }

  @Test
  void rowsMustBeEquallyLong() {
    assertThat(Matrix.ofRows(new Vector[] {Vector.of(1, 2), Vector.of(3, 4)}, PLACE))
        .isEqualTo(Matrix.of(2, 2, 1, 2, 3, 4));
    assertThatThrownBy(() -> Matrix.ofRows(new Vector[] {Vector.of(1, 2), Vector.of(3)}, PLACE))
        .hasMessage("row 2 has 1 elements and row 1 has 2");
  }

  @Test
  void shapesOfNothingDiffer() {
    assertThat(Matrix.zeros(0, 5, PLACE)).isNotEqualTo(Matrix.zeros(5, 0, PLACE));
    assertThat(Matrix.zeros(0, 5, PLACE).columns()).isEqualTo(5);
  }

  @Test
  void arithmeticIsElementwiseAndNeedsEqualShapes() {
    var matrix = twoByThree();
    assertThat(matrix.plus(matrix, PLACE)).isEqualTo(matrix.times(2));
    assertThat(Matrix.scaled(2, matrix)).isEqualTo(matrix.times(2));
    assertThat(matrix.minus(matrix, PLACE)).isEqualTo(Matrix.zeros(2, 3, PLACE));
    assertThat(matrix.negated().over(-1)).isEqualTo(matrix);
    assertThat(matrix.sum()).isEqualTo(21);
    assertThat(matrix.max(PLACE)).isEqualTo(6);
    assertThat(matrix.min(PLACE)).isEqualTo(1);
    assertThatThrownBy(() -> matrix.plus(Matrix.zeros(3, 2, PLACE), PLACE))
        .hasMessage(
            "'+' of matrices of different shape: 2 rows and 3 columns, and 3 rows and 2 columns");
  }

  @Test
  void aCopyIsIndependent() {
    var matrix = twoByThree();
    var copy = matrix.copy();
    copy.set(1, 1, 9, PLACE);
    assertThat(matrix).isEqualTo(twoByThree()).isNotEqualTo(copy);
  }
}
