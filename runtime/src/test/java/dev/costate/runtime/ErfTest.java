package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErfTest {
  private static final double TOLERANCE = 3e-16;

  /** The values to 25 digits, both sides of each threshold included. */
  @ParameterizedTest
  @CsvSource({
    "5e-324, 5.574933819448522712675509e-324",
    "1e-300, 1.128379167095512602172316e-300",
    "1e-20, 1.128379167095512512008253e-20",
    "1e-08, 1.128379167095512559892102e-8",
    "0.001, 0.001128378790969236403437564",
    "0.1, 0.1124629160182848984047123",
    "0.25, 0.2763263901682369329850683",
    "0.3, 0.328626759459127416189618",
    "0.46, 0.4846553900016796732757876",
    "0.46875, 0.4926134732179379915881761",
    "0.4687500000000001, 0.4926134732179380921514157",
    "0.5, 0.5204998778130465376827467",
    "0.7071067811865476, 0.6826894921370859302517766",
    "0.9, 0.7969082124228321396646662",
    "1.0, 0.8427007929497148693412206",
    "1.2345678, 0.9191790607431689943691304",
    "1.5, 0.9661051464753107270669763",
    "2.0, 0.9953222650189527341620693",
    "2.5, 0.9995930479825550410604358",
    "3.0, 0.9999779095030014145586272",
    "3.3, 0.9999969422902035618348012",
    "3.9, 0.9999999652077514027682329",
    "4.0, 0.9999999845827420997199811",
    "4.000000000000001, 0.9999999845827420997200939",
    "4.5, 0.9999999998033839558457113",
    "5.0, 0.999999999998462540205572",
    "5.5, 0.999999999999992642152082",
    "5.9, 0.9999999999999999280959022",
    "5.999999999999999, 0.9999999999999999784802633",
    "6.0, 0.9999999999999999784802633",
    "7.0, 0.9999999999999999999999582",
    "30.0, 1.0"
  })
  void isAccurateToTheLastDigits(double x, BigDecimal exact) {
    var error = new BigDecimal(Erf.erf(x)).subtract(exact).abs();
    assertThat(error.divide(exact, MathContext.DECIMAL64).doubleValue())
        .isLessThanOrEqualTo(x < 1e-300 ? 1 : TOLERANCE);
    assertThat(Erf.erf(-x)).isEqualTo(-Erf.erf(x));
  }

  @Test
  void hasTheLimitsOfTheErrorFunction() {
    assertThat(Erf.erf(Double.POSITIVE_INFINITY)).isEqualTo(1);
    assertThat(Erf.erf(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(Erf.erf(Double.NaN)).isNaN();
    assertThat(1 / Erf.erf(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void neverDecreases() {
    double before = -1;
    for (double x = -7; x <= 7; x += 1e-4) {
      assertThat(Erf.erf(x)).isGreaterThanOrEqualTo(before - Math.ulp(before));
      before = Erf.erf(x);
    }
  }
}
