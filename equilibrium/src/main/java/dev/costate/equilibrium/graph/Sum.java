package dev.costate.equilibrium.graph;

/** The sum of any number of terms, each with a fixed coefficient. */
@SuppressWarnings("ArrayRecordComponent")
public record Sum(double[] coefficients) implements Step {
  @Override
  public int arguments() {
    return coefficients.length;
  }

  @Override
  public int results() {
    return 1;
  }

  @Override
  public boolean evaluate(double[] arguments, double[] into) {
    double sum = 0;
    for (int k = 0; k < coefficients.length; k++) {
      sum += coefficients[k] * arguments[k];
    }
    into[0] = sum;
    return true;
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    System.arraycopy(coefficients, 0, into, 0, coefficients.length);
    return true;
  }

  /** Linear. */
  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    return true;
  }
}
