package dev.costate.runtime;

/**
 * The error function {@code 2/sqrt(pi) * integral of exp(-t^2) from 0 to x} by the rational minimax approximations of W. J. Cody,
 * "Rational Chebyshev approximations for the error function", Mathematics of Computation 23 (1969), 631-637, with the coefficients
 * of his program CALERF. The relative error is below 1e-15 everywhere.
 */
public final class Erf {
  private static final double ONE_OVER_ROOT_PI = 0.56418958354775628695;

  /** Below it erf is approximated, above it 1 - erf. */
  private static final double SMALL = 0.46875;

  private static final double LARGE = 4;

  /** From here on erf rounds to 1. */
  private static final double SATURATED = 6;

  // Numerators and denominators, highest power first, of the approximations in x^2 up to SMALL, in x up to LARGE, in 1/x^2 beyond.
  private static final double[] SMALL_TOP = {
    1.85777706184603153e-1,
    3.16112374387056560e0,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] SMALL_BOTTOM = {
    1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_TOP = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594e0,
    6.61191906371416295e1,
    2.98635138197400131e2,
    8.81952221241769090e2,
    1.71204761263407058e3,
    2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_BOTTOM = {
    1,
    1.57449261107098347e1,
    1.17693950891312499e2,
    5.37181101862009858e2,
    1.62138957456669019e3,
    3.29079923573345963e3,
    4.36261909014324716e3,
    3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] LARGE_TOP = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };
  private static final double[] LARGE_BOTTOM = {
    1,
    2.56852019228982242e0,
    1.87295284992346047e0,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private Erf() {}

  /** The error function of x; NaN of NaN. */
  public static double erf(double x) {
    double size = Math.abs(x);
    if (size <= SMALL) {
      double square = x * x;
      return x * polynomial(SMALL_TOP, square) / polynomial(SMALL_BOTTOM, square);
    }
    if (size >= SATURATED) {
      return Math.signum(x);
    }
    double complement = size <= LARGE ? middle(size) : large(size);
    return Math.copySign(0.5 - complement + 0.5, x);
  }

  private static double middle(double x) {
    return expMinusSquare(x) * polynomial(MIDDLE_TOP, x) / polynomial(MIDDLE_BOTTOM, x);
  }

  private static double large(double x) {
    double z = 1 / (x * x);
    double correction = z * polynomial(LARGE_TOP, z) / polynomial(LARGE_BOTTOM, z);
    return expMinusSquare(x) * (ONE_OVER_ROOT_PI - correction) / x;
  }

  /** {@code exp(-x^2)} without the rounding of the square: x is split into sixteenths and a rest, as Cody does. */
  private static double expMinusSquare(double x) {
    double sixteenths = Math.rint(x * 16) / 16;
    double rest = (x - sixteenths) * (x + sixteenths);
    return Math.exp(-sixteenths * sixteenths) * Math.exp(-rest);
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}
