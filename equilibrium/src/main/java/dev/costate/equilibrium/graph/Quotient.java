package dev.costate.equilibrium.graph;

/** The first number over the second. */
public enum Quotient implements Step {
  QUOTIENT;

  @Override
  public int arguments() {
    return 2;
  }

  @Override
  public int results() {
    return 1;
  }

  @Override
  public boolean evaluate(double[] arguments, double[] into) {
    into[0] = arguments[0] / arguments[1];
    return true;
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    into[0] = 1 / arguments[1];
    into[1] = -arguments[0] / arguments[1] / arguments[1];
    return true;
  }

  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    double below = arguments[1];
    double relative = tangents[1] == 0 ? 0 : tangents[1] / below;
    into[0] -= adjoints[0] * relative / below;
    into[1] -= adjoints[0] * (tangents[0] - 2 * arguments[0] * relative) / below / below;
    return true;
  }
}
