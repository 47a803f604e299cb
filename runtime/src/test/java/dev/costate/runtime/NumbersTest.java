package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private static final double[] EDGES = {
    0,
    -0.0,
    1,
    -1,
    0.5,
    2,
    4,
    -4,
    1e-300,
    1e300,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  /** The last digit may be better than that of Math.pow. */
  @ParameterizedTest
  @ValueSource(doubles = {2, 1, 0.5, -0.5, -1, 3, 0, -2})
  void powerHasTheLimitsOfPow(double exponent) {
    for (double x : EDGES) {
      double expected = Math.pow(x, exponent);
      double actual = Numbers.power(x, exponent);
      if (Double.isFinite(expected) && expected != 0) {
        assertThat(actual).isBetween(expected - Math.ulp(expected), expected + Math.ulp(expected));
      } else {
        assertThat(actual).isEqualTo(Double.valueOf(expected));
      }
    }
  }

  @Test
  void ofEqualNumbersTheFirstIsTheLargestAndTheSmallest() {
    assertThat(1 / Numbers.max(-0.0, 0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / Numbers.max(0.0, -0.0)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(1 / Numbers.min(-0.0, 0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(1 / Numbers.min(0.0, -0.0)).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void notANumberIsTheLargestAndTheSmallestOfAll() {
    assertThat(Numbers.max(Double.NaN, 1)).isNaN();
    assertThat(Numbers.max(1, Double.NaN)).isNaN();
    assertThat(Numbers.min(Double.NaN, 1)).isNaN();
    assertThat(Numbers.min(1, Double.NaN)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({
    "7, 3, 1",
    "-7, 3, 2",
    "7, -3, -2",
    "-7, -3, -1",
    "5.5, 2, 1.5",
    "-1, Infinity, Infinity",
    "1, Infinity, 1"
  })
  void modHasTheSignOfTheDivisor(double a, double b, double expected) {
    assertThat(Numbers.mod(a, b)).isEqualTo(expected);
  }

  @Test
  void modIsExactWhereTheQuotientIsLarge() {
    assertThat(Numbers.mod(1e17, 3)).isEqualTo(1);
    assertThat(1 / Numbers.mod(-6, 3)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(1 / Numbers.mod(6, -3)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void modByZeroIsNotANumber() {
    assertThat(Numbers.mod(1, 0)).isNaN();
    assertThat(Numbers.mod(Double.POSITIVE_INFINITY, 2)).isNaN();
  }
}
