package dev.costate.differentiation.complex;

/**
 * A number with a tiny imaginary part, which carries a derivative (Squire and Trapp, Using complex
 * variables to estimate derivatives of real functions, SIAM Review 40, 1998): for an analytic f,
 * {@code f'(x) = Im f(x + ih) / h} without cancellation, so that h can be so small that its square
 * is nothing.
 */
record Complex(double real, double imaginary) {
  static final Complex ZERO = of(0);

  /** Beyond this a power is computed by exponential and logarithm. */
  private static final int LARGEST_EXPONENT = 64;

  static Complex of(double real) {
    return new Complex(real, 0);
  }

  Complex plus(Complex other) {
    return new Complex(real + other.real, imaginary + other.imaginary);
  }

  Complex minus(Complex other) {
    return new Complex(real - other.real, imaginary - other.imaginary);
  }

  Complex negate() {
    return new Complex(-real, -imaginary);
  }

  Complex times(Complex other) {
    return new Complex(
        real * other.real - imaginary * other.imaginary,
        real * other.imaginary + imaginary * other.real);
  }

  /** By Smith's method for a divisor whose real part is the larger one. */
  Complex over(Complex other) {
    if (other.real == 0 && other.imaginary == 0) {
      return new Complex(real / other.real, imaginary / other.real);
    }
    if (Math.abs(other.real) < Math.abs(other.imaginary)) {
      return new Complex(imaginary, -real).over(new Complex(other.imaginary, -other.real));
    }
    double ratio = other.imaginary / other.real;
    double size = other.real + other.imaginary * ratio;
    return new Complex((real + imaginary * ratio) / size, (imaginary - real * ratio) / size);
  }

  Complex exp() {
    double size = Math.exp(real);
    return new Complex(size * Math.cos(imaginary), size * Math.sin(imaginary));
  }

  /** Of the language, not of complex numbers: below 0 it is not defined. */
  Complex ln() {
    return real < 0
        ? new Complex(Double.NaN, Double.NaN)
        : new Complex(Math.log(Math.hypot(real, imaginary)), Math.atan2(imaginary, real));
  }

  Complex sqrt() {
    if (real < 0) {
      return new Complex(Double.NaN, Double.NaN);
    }
    double root = Math.sqrt((real + Math.hypot(real, imaginary)) / 2);
    return new Complex(root, imaginary == 0 ? 0 : imaginary / (2 * root));
  }

  Complex sin() {
    return new Complex(
        Math.sin(real) * Math.cosh(imaginary), Math.cos(real) * Math.sinh(imaginary));
  }

  Complex cos() {
    return new Complex(
        Math.cos(real) * Math.cosh(imaginary), -Math.sin(real) * Math.sinh(imaginary));
  }

  Complex sinh() {
    return new Complex(
        Math.sinh(real) * Math.cos(imaginary), Math.cosh(real) * Math.sin(imaginary));
  }

  Complex cosh() {
    return new Complex(
        Math.cosh(real) * Math.cos(imaginary), Math.sinh(real) * Math.sin(imaginary));
  }

  Complex pow(Complex exponent) {
    double n = exponent.real;
    if (exponent.imaginary == 0 && n == Math.rint(n) && Math.abs(n) <= LARGEST_EXPONENT) {
      var product = of(1);
      for (int i = 0; i < Math.abs(n); i++) {
        product = product.times(this);
      }
      return n < 0 ? of(1).over(product) : product;
    }
    if (real == 0 && imaginary == 0) {
      return of(Math.pow(0, n));
    }
    return exponent.times(ln()).exp();
  }

  /**
   * The first two terms of the Taylor series along the imaginary part; what follows is of the order
   * of its square. For functions whose complex formulas would cancel.
   */
  Complex mapped(double value, double slope) {
    return new Complex(value, imaginary == 0 ? 0 : imaginary * slope);
  }
}
