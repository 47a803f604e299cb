package dev.costate.equilibrium.solver;

/**
 * A path in z and the rest 1 - t, followed by prediction along its tangent and Newton correction
 * across it. The linear systems have one row and one column more than the problem, so that they are
 * regular where t turns back.
 */
final class HomotopyPath {
  private static final double FIRST_STRIDE = 0.05;
  private static final double LARGEST_STRIDE = 1;
  private static final double LEAST_STRIDE = 1e-9;
  private static final double LONGER = 1.6;
  private static final double SHORTER = 0.4;

  /** A prediction goes at most this fraction of the way to a bound. */
  private static final double TO_BOUNDARY = 0.8;

  private static final int CORRECTIONS = 6;

  /** So few corrections say that the stride may be longer. */
  private static final int EASY = 3;

  /** A correction below this, relative to the variables, is none. */
  private static final double CORRECTED = 1e-7;

  private static final double SMALL = 1e-3;

  private final ComplementarityProblem problem;
  private final Bounds bounds;
  private final SparsePattern pattern;
  private final SparsePattern bordered;
  private final SparseLu lu;
  private final int size;
  private final double[] origin;
  private final double[] units;
  private final double[] barrier;
  private final double[] offset;
  private final double[] jacobian;
  private final double[] matrix;
  private final double[] values;
  private final double[] scales;
  private final double[] derivative;
  private final double[] right;
  private final double[] step;
  private double[] tangent;
  private double[] point;
  private final Iterate current;
  private final Iterate previous;
  private double stride = FIRST_STRIDE;
  private int steps;

  HomotopyPath(ComplementarityProblem problem, double[] start) {
    this.problem = problem;
    bounds = Bounds.of(problem);
    pattern = problem.pattern();
    size = problem.size();
    bordered = border(pattern);
    lu = new SparseLu(bordered);
    origin = new double[size];
    for (int i = 0; i < size; i++) {
      origin[i] = bounds.inside(i, start[i]);
    }
    units = new double[size];
    barrier = new double[size];
    offset = new double[size];
    jacobian = new double[pattern.entries()];
    matrix = new double[bordered.entries()];
    values = new double[size];
    scales = new double[size];
    derivative = new double[size];
    right = new double[size + 1];
    step = new double[size + 1];
    tangent = new double[size + 1];
    point = new double[size + 1];
    current = new Iterate(size);
    previous = new Iterate(size);
  }

  private static SparsePattern border(SparsePattern pattern) {
    int n = pattern.size();
    var builder = new SparsePattern.Builder(n + 1);
    for (int j = 0; j < n; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        builder.add(pattern.row(p), j);
      }
      builder.add(n, j).add(j, n);
    }
    return builder.build();
  }

  int steps() {
    return steps;
  }

  /** 1 - t: how far the path has to go. */
  double rest() {
    return point[size];
  }

  Iterate current() {
    return current;
  }

  Iterate previous() {
    return previous;
  }

  boolean begin() {
    System.arraycopy(origin, 0, point, 0, size);
    point[size] = 1;
    if (!problem.evaluate(origin, values, scales)) {
      return false;
    }
    new Proximal(problem).units(origin, scales, units);
    for (int i = 0; i < size; i++) {
      double room = room(origin, i);
      barrier[i] = room < Double.POSITIVE_INFINITY ? units[i] * room * room : 0;
      offset[i] = push(origin, i, barrier[i]);
    }
    tangent[size] = -1;
    return findTangent(point) && store();
  }

  private double room(double[] z, int i) {
    return Math.min(
        bounds.hasLower(i) ? z[i] - bounds.lower()[i] : Double.POSITIVE_INFINITY,
        bounds.hasUpper(i) ? bounds.upper()[i] - z[i] : Double.POSITIVE_INFINITY);
  }

  /** m (1 / (z - l) - 1 / (u - z)). */
  private double push(double[] z, int i, double m) {
    return (bounds.hasLower(i) ? m / (z[i] - bounds.lower()[i]) : 0)
        - (bounds.hasUpper(i) ? m / (bounds.upper()[i] - z[i]) : 0);
  }

  private double stiffness(double[] z, int i, double m) {
    double low = bounds.hasLower(i) ? z[i] - bounds.lower()[i] : Double.POSITIVE_INFINITY;
    double high = bounds.hasUpper(i) ? bounds.upper()[i] - z[i] : Double.POSITIVE_INFINITY;
    return m / low / low + m / high / high;
  }

  /** One step along the path; false if it cannot be followed any further. */
  boolean advance() {
    while (stride >= LEAST_STRIDE) {
      steps++;
      double length = Math.min(stride, reach());
      var next = point.clone();
      for (int i = 0; i <= size; i++) {
        next[i] += length * tangent[i];
      }
      next[size] = Math.max(next[size], SHORTER * rest());
      int corrections = correct(next);
      if (corrections > 0) {
        var old = tangent.clone();
        point = next;
        if (findTangent(next)) {
          stride = corrections <= EASY ? Math.min(LARGEST_STRIDE, stride * LONGER) : stride;
          return store();
        }
        tangent = old;
        return false;
      }
      stride = length * SHORTER;
    }
    return false;
  }

  /** How far the tangent may be followed inside the bounds. */
  private double reach() {
    double reach = LARGEST_STRIDE;
    for (int i = 0; i < size; i++) {
      if (bounds.hasLower(i) && tangent[i] < 0) {
        reach = Math.min(reach, TO_BOUNDARY * (point[i] - bounds.lower()[i]) / -tangent[i]);
      }
      if (bounds.hasUpper(i) && tangent[i] > 0) {
        reach = Math.min(reach, TO_BOUNDARY * (bounds.upper()[i] - point[i]) / tangent[i]);
      }
    }
    return reach;
  }

  private boolean inside(double[] z) {
    for (int i = 0; i < size; i++) {
      if (bounds.hasLower(i) && !(z[i] > bounds.lower()[i])
          || bounds.hasUpper(i) && !(z[i] < bounds.upper()[i])) {
        return false;
      }
    }
    return true;
  }

  /** Newton across the path; the number of corrections, 0 if they do not converge. */
  private int correct(double[] at) {
    double last = Double.POSITIVE_INFINITY;
    for (int k = 1; k <= CORRECTIONS; k++) {
      if (!inside(at) || !assemble(at)) {
        return 0;
      }
      right[size] = 0;
      lu.solve(right, step);
      double largest = 0;
      for (int i = 0; i <= size; i++) {
        largest = Math.max(largest, Math.abs(step[i]) * weight(at, i));
        at[i] += step[i];
      }
      if (!(largest < last) && k > 2 || Double.isNaN(largest)) {
        return 0;
      }
      last = largest;
      if (largest < CORRECTED) {
        return inside(at) && at[size] > 0 ? k : 0;
      }
    }
    return 0;
  }

  /** What makes a change of a variable comparable: its distance from its bounds, or its size. */
  private double weight(double[] at, int i) {
    if (i == size) {
      return 1 / Math.max(at[size], Double.MIN_NORMAL);
    }
    double room = room(at, i);
    double natural = room < Double.POSITIVE_INFINITY ? room : Math.abs(at[i]);
    return 1 / Math.max(natural, SMALL * problem.size(i) * Math.max(at[size], SMALL));
  }

  /** The matrix at a point, bordered by the tangent, factored; and minus what is left over. */
  private boolean assemble(double[] at) {
    double rest = at[size];
    double t = 1 - rest;
    var z = java.util.Arrays.copyOf(at, size);
    if (!problem.evaluate(z, values, scales) || !problem.jacobian(z, jacobian)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      double simple = units[i] * (z[i] - origin[i]) + offset[i];
      double pushed = push(z, i, barrier[i]);
      right[i] = -(t * values[i] + rest * simple - rest * pushed);
      derivative[i] = simple - pushed - values[i];
    }
    for (int j = 0; j < size; j++) {
      for (int p = bordered.start(j); p < bordered.start(j + 1); p++) {
        int i = bordered.row(p);
        if (i == size) {
          matrix[p] = tangent[j] * weight(at, j) * weight(at, j);
        } else {
          int q = pattern.position(i, j);
          matrix[p] = q < 0 ? 0 : t * jacobian[q];
          if (i == j) {
            matrix[p] += rest * (units[i] + stiffness(z, i, barrier[i]));
          }
        }
      }
    }
    for (int p = bordered.start(size); p < bordered.start(size + 1); p++) {
      int i = bordered.row(p);
      matrix[p] = i == size ? tangent[size] * weight(at, size) * weight(at, size) : derivative[i];
    }
    return lu.factor(matrix);
  }

  /** The direction of the path at a point, on from the last one, of length 1 in weighted terms. */
  private boolean findTangent(double[] at) {
    if (!assemble(at)) {
      return false;
    }
    java.util.Arrays.fill(right, 0);
    right[size] = 1;
    lu.solve(right, step);
    double norm = 0;
    for (int i = 0; i <= size; i++) {
      double scaled = step[i] * weight(at, i);
      norm += scaled * scaled;
    }
    norm = Math.sqrt(norm);
    if (!(norm > 0) || !Double.isFinite(norm)) {
      return false;
    }
    for (int i = 0; i <= size; i++) {
      tangent[i] = step[i] / norm;
    }
    return true;
  }

  /** The point as an iterate: the slacks are those of the barrier. */
  private boolean store() {
    previous.set(current);
    double left = Math.max(point[size], Double.MIN_NORMAL);
    for (int i = 0; i < size; i++) {
      current.z[i] = point[i];
      current.v[i] = bounds.hasLower(i) ? left * barrier[i] / (point[i] - bounds.lower()[i]) : 0;
      current.w[i] = bounds.hasUpper(i) ? left * barrier[i] / (bounds.upper()[i] - point[i]) : 0;
    }
    if (steps == 0) {
      previous.set(current);
    }
    return problem.evaluate(current.z, current.values, current.scales);
  }
}
