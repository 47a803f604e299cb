package dev.costate.equilibrium.graph;

/** The number itself where it is positive, else 0; its derivative at 0 is 0. */
public enum PositivePart implements Step {
  POSITIVE_PART;

  @Override
  public int arguments() {
    return 1;
  }

  @Override
  public int results() {
    return 1;
  }

  @Override
  public boolean evaluate(double[] arguments, double[] into) {
    into[0] = Math.max(0, arguments[0]);
    return true;
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    into[0] = arguments[0] > 0 ? 1 : 0;
    return true;
  }

  /** Piecewise linear. */
  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    return true;
  }
}
