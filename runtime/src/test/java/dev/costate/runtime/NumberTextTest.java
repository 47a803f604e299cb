package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "-2, -2",
    "0.5, 0.5",
    "-0.0, -0",
    "0, 0",
    "1e20, 1e20",
    "-1.5e300, -1.5e300",
    "12345678, 12345678",
    "123456789012345, 123456789012345",
    "1e15, 1e15",
    "1e-3, 0.001",
    "1e-4, 1e-4",
    "1.25e-7, 1.25e-7",
    "0.1, 0.1",
    "1e23, 1e23",
    "4.9e-324, 4.9e-324",
    "NaN, NaN",
    "Infinity, Infinity",
    "-Infinity, -Infinity"
  })
  void isTheShortestDecimal(double value, String text) {
    assertThat(NumberText.of(value)).isEqualTo(text);
  }

  @Test
  void readsBackAsTheSameNumber() {
    var random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(NumberText.of(value))).isEqualTo(value);
      }
    }
  }
}
