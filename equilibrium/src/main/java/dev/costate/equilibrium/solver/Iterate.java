package dev.costate.equilibrium.solver;

/**
 * A point strictly inside the bounds with its slacks: F(z) - v + w = 0 at a solution, v for lower
 * bounds, w for upper ones.
 */
final class Iterate {
  final double[] z;
  final double[] v;
  final double[] w;
  final double[] values;
  final double[] scales;

  Iterate(int size) {
    z = new double[size];
    v = new double[size];
    w = new double[size];
    values = new double[size];
    scales = new double[size];
  }

  void set(Iterate other) {
    System.arraycopy(other.z, 0, z, 0, z.length);
    System.arraycopy(other.v, 0, v, 0, v.length);
    System.arraycopy(other.w, 0, w, 0, w.length);
    System.arraycopy(other.values, 0, values, 0, values.length);
    System.arraycopy(other.scales, 0, scales, 0, scales.length);
  }

  /** This = from + alpha (dz, dv, dw), not yet evaluated. */
  void step(Iterate from, Direction d, double alpha) {
    for (int i = 0; i < z.length; i++) {
      z[i] = from.z[i] + alpha * d.z[i];
      v[i] = from.v[i] + alpha * d.v[i];
      w[i] = from.w[i] + alpha * d.w[i];
    }
  }

  /** A Newton direction in all three. */
  static final class Direction {
    final double[] z;
    final double[] v;
    final double[] w;

    Direction(int size) {
      z = new double[size];
      v = new double[size];
      w = new double[size];
    }
  }
}
