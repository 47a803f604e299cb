package dev.costate.runtime;

/**
 * The error function {@code 2/sqrt(pi) * integral of exp(-t^2) from 0 to x} by the rational minimax
 * approximations of W. J. Cody, "Rational Chebyshev approximations for the error function",
 * Mathematics of Computation 23 (1969), 631-637, with the coefficients of his program CALERF, which
 * are written here with as many digits as binary64 holds. The relative error is below 1e-15
 * everywhere.
 */
public final class Erf {
  private static final double ONE_OVER_ROOT_PI = 0.5641895835477563;

  /** Below it erf is approximated, above it 1 - erf. */
  private static final double SMALL = 0.46875;

  private static final double LARGE = 4;

  /** From here on erf rounds to 1. */
  private static final double SATURATED = 6;

  // Numerators and denominators, highest power first, of the approximations in x^2 up to SMALL, in
  // x up to LARGE, in 1/x^2 beyond.
  private static final double[] SMALL_TOP = {
    0.18577770618460315,
    3.1611237438705655,
    113.86415415105016,
    377.485237685302,
    3209.3775891384694
  };
  private static final double[] SMALL_BOTTOM = {
    1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
  };
  private static final double[] MIDDLE_TOP = {
    2.1531153547440383e-8,
    0.5641884969886701,
    8.883149794388377,
    66.11919063714163,
    298.6351381974001,
    881.952221241769,
    1712.0476126340707,
    2051.0783778260716,
    1230.3393547979972
  };
  private static final double[] MIDDLE_BOTTOM = {
    1,
    15.744926110709835,
    117.6939508913125,
    537.1811018620099,
    1621.3895745666903,
    3290.7992357334597,
    4362.619090143247,
    3439.3676741437216,
    1230.3393548037495
  };
  private static final double[] LARGE_TOP = {
    0.016315387137302097,
    0.30532663496123236,
    0.36034489994980445,
    0.12578172611122926,
    0.016083785148742275,
    0.0006587491615298378
  };
  private static final double[] LARGE_BOTTOM = {
    1,
    2.568520192289822,
    1.8729528499234604,
    0.5279051029514285,
    0.06051834131244132,
    0.0023352049762686918
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

  /**
   * {@code exp(-x^2)} without the rounding of the square: x is split into sixteenths and a rest, as
   * Cody does.
   */
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
