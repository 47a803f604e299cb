package dev.costate.equilibrium.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.area.Quadrature.Integrand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals with closed forms. */
final class QuadratureTest {
  private static final double EXACT = 1e-12;

  private static double between(double from, double to, Integrand integrand) {
    return Quadrature.between(from, to, integrand).orElseThrow().values()[0];
  }

  @ParameterizedTest
  @CsvSource({"1e-9, 1", "1, 1e-9", "0.5, 0.5000001", "3, 700"})
  void aReciprocalHasALogarithm(double from, double to) {
    double expected = Math.log(to / from);
    assertThat(between(from, to, p -> new double[] {1 / p}))
        .isCloseTo(expected, offset(EXACT * Math.abs(expected)));
  }

  /** The line 3 - 2 p ends at 1.5: from 1 on there is a triangle of 1/4. */
  @ParameterizedTest
  @CsvSource({"1, 9, 0.25", "9, 1, -0.25", "1, 1.5, 0.25", "1.5, 9, 0", "2, 9, 0", "1, 1, 0"})
  void whatEndsAtNothingCountsUpToItsEnd(double from, double to, double expected) {
    assertThat(between(from, to, p -> new double[] {Math.max(0, 3 - 2 * p)}))
        .isCloseTo(expected, offset(EXACT));
  }

  @Test
  void whatBeginsInTheMiddleCountsFromThere() {
    assertThat(between(0.5, 3, p -> new double[] {Math.max(0, p - 1)})).isCloseTo(2, offset(EXACT));
  }

  @Test
  void aTailWithoutEndIsNoNumber() {
    assertThat(Quadrature.above(2, p -> new double[] {1 / p}).orElseThrow().values()[0]).isNaN();
    assertThat(Quadrature.above(2, p -> new double[] {1 / (p * p)}).orElseThrow().values()[0])
        .isCloseTo(0.5, offset(EXACT));
  }
}
