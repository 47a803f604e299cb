package dev.costate.equilibrium.graph;

/** Elementary functions of numbers that conditions are made of. */
public enum Elementary implements Step {
  /** Arguments: the base, which is not negative, and the exponent. */
  POWER(2) {
    @Override
    public boolean evaluate(double[] arguments, double[] into) {
      into[0] = Math.pow(arguments[0], arguments[1]);
      return true;
    }

    @Override
    public boolean partials(double[] arguments, double[] into) {
      double base = arguments[0];
      double exponent = arguments[1];
      into[0] = exponent == 0 ? 0 : exponent * Math.pow(base, exponent - 1);
      into[1] = Math.pow(base, exponent) * Math.log(base);
      return true;
    }

    @Override
    public boolean curvature(
        double[] arguments, double[] tangents, double[] adjoints, double[] into) {
      double base = arguments[0];
      double n = arguments[1];
      double twice = n * (n - 1);
      double log = Math.log(base);
      if (tangents[0] != 0) {
        into[0] += twice == 0 ? 0 : adjoints[0] * twice * Math.pow(base, n - 2) * tangents[0];
        into[1] += adjoints[0] * Math.pow(base, n - 1) * (1 + n * log) * tangents[0];
      }
      if (tangents[1] != 0) {
        into[0] += adjoints[0] * Math.pow(base, n - 1) * (1 + n * log) * tangents[1];
        into[1] += adjoints[0] * Math.pow(base, n) * log * log * tangents[1];
      }
      return true;
    }
  },
  LOGARITHM(1) {
    @Override
    public boolean evaluate(double[] arguments, double[] into) {
      into[0] = Math.log(arguments[0]);
      return true;
    }

    @Override
    public boolean partials(double[] arguments, double[] into) {
      into[0] = 1 / arguments[0];
      return true;
    }

    @Override
    public boolean curvature(
        double[] arguments, double[] tangents, double[] adjoints, double[] into) {
      into[0] -= adjoints[0] * tangents[0] / arguments[0] / arguments[0];
      return true;
    }
  },
  EXPONENTIAL(1) {
    @Override
    public boolean evaluate(double[] arguments, double[] into) {
      into[0] = Math.exp(arguments[0]);
      return true;
    }

    @Override
    public boolean partials(double[] arguments, double[] into) {
      into[0] = Math.exp(arguments[0]);
      return true;
    }

    @Override
    public boolean curvature(
        double[] arguments, double[] tangents, double[] adjoints, double[] into) {
      into[0] += adjoints[0] * Math.exp(arguments[0]) * tangents[0];
      return true;
    }
  };

  private final int arguments;

  Elementary(int arguments) {
    this.arguments = arguments;
  }

  @Override
  public int arguments() {
    return arguments;
  }

  @Override
  public int results() {
    return 1;
  }
}
