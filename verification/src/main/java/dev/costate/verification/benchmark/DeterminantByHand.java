package dev.costate.verification.benchmark;

/**
 * The gradient of {@code determinant.market}: the same expansion by minors. What a minor is
 * multiplied by is known before it is expanded, so that one descent gives the value and the
 * gradient; a generated derivative, which cannot know that, goes forward and then back.
 */
final class DeterminantByHand {
  private final double[] m;
  private final int columns;
  private final double[] gradient;

  private DeterminantByHand(double[] m) {
    this.m = m;
    columns = (int) Math.sqrt(m.length);
    gradient = new double[m.length];
  }

  static double[] gradient(double[] m) {
    var determinant = new DeterminantByHand(m);
    var free = new int[determinant.columns];
    for (int i = 0; i < free.length; i++) {
      free[i] = i;
    }
    determinant.minors(0, free, 1);
    return determinant.gradient;
  }

  /** The minor of the rows from this one and the free columns; adds to the gradient. */
  private double minors(int row, int[] free, double adjoint) {
    int start = row * columns;
    if (free.length == 1) {
      gradient[start + free[0]] += adjoint;
      return m[start + free[0]];
    }
    double total = 0;
    double sign = 1;
    for (int k = 0; k < free.length; k++) {
      var rest = new int[free.length - 1];
      System.arraycopy(free, 0, rest, 0, k);
      System.arraycopy(free, k + 1, rest, k, rest.length - k);
      int at = start + free[k];
      double factor = sign * m[at];
      double minor = minors(row + 1, rest, adjoint * factor);
      total += factor * minor;
      gradient[at] += adjoint * sign * minor;
      sign = -sign;
    }
    return total;
  }
}
