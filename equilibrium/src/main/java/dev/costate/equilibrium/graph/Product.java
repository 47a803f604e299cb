package dev.costate.equilibrium.graph;

/** The product of two numbers. */
public enum Product implements Step {
  PRODUCT;

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
    into[0] = arguments[0] * arguments[1];
    return true;
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    into[0] = arguments[1];
    into[1] = arguments[0];
    return true;
  }

  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    into[0] += adjoints[0] * tangents[1];
    into[1] += adjoints[0] * tangents[0];
    return true;
  }
}
