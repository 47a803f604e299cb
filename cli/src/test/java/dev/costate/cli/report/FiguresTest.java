package dev.costate.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FiguresTest {
  @Test
  void sixSignificantDigitsAndAllDigitsBeforeThePoint() {
    assertThat(Figures.of(1.0 / 24)).isEqualTo("0.0416667");
    assertThat(Figures.of(1.5)).isEqualTo("1.5");
    assertThat(Figures.of(4)).isEqualTo("4");
    assertThat(Figures.of(-0.4054651081081643)).isEqualTo("-0.405465");
    assertThat(Figures.of(1234567.4)).isEqualTo("1234567");
    assertThat(Figures.of(100000)).isEqualTo("100000");
    assertThat(Figures.of(0.0)).isEqualTo("0");
    assertThat(Figures.of(-0.0)).isEqualTo("0");
  }

  @Test
  void verySmallAndVeryLargeNumbersHaveAnExponent() {
    assertThat(Figures.of(1e-5)).isEqualTo("0.00001");
    assertThat(Figures.of(9.99e-6)).isEqualTo("9.99e-6");
    assertThat(Figures.of(999999999999.0)).isEqualTo("999999999999");
    assertThat(Figures.of(1e12)).isEqualTo("1e12");
    assertThat(Figures.of(-1.23456789e-20)).isEqualTo("-1.23457e-20");
    assertThat(Figures.of(Double.MIN_VALUE)).isEqualTo("4.94066e-324");
  }

  @Test
  void whatIsNoNumberIsAWord() {
    assertThat(Figures.of(Double.NaN)).isEqualTo("undefined");
    assertThat(Figures.of(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
    assertThat(Figures.of(Double.NEGATIVE_INFINITY)).isEqualTo("-infinite");
  }

  @Test
  void percentagesHaveFourDigitsAndNothingBelowAHundredth() {
    assertThat(Figures.percent(0.125)).isEqualTo("12.5%");
    assertThat(Figures.percent(-0.792374)).isEqualTo("-79.24%");
    assertThat(Figures.percent(2)).isEqualTo("200%");
    assertThat(Figures.percent(1.50301)).isEqualTo("150.3%");
    assertThat(Figures.percent(0.000012)).isEqualTo("0%");
    assertThat(Figures.percent(-2.2e-16)).isEqualTo("0%");
    assertThat(Figures.percent(123.456)).isEqualTo("12346%");
  }

  @Test
  void twoDigitsSayHowLargeAViolationIs() {
    assertThat(Figures.size(1.6653e-16)).isEqualTo("1.7e-16");
    assertThat(Figures.size(0.0349)).isEqualTo("0.035");
    assertThat(Figures.size(0)).isEqualTo("0");
  }
}
