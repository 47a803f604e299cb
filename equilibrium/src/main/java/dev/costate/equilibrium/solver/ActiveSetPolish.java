package dev.costate.equilibrium.solver;

import dev.costate.equilibrium.solver.Attempt.Ending;
import java.util.ArrayList;

/**
 * Newton's method on the conditions that hold with equality, with the other variables exactly at
 * their bounds. From the end of a central path it reaches machine precision in a few steps. Where
 * the equations are degenerate (ties, constant returns) the tiny proximal term makes it a
 * least-change step.
 */
final class ActiveSetPolish {
  private static final int STEPS = 40;
  private static final int DAMPINGS = 12;

  /** How often a full step may stop at new bounds although the residual grows. */
  private static final int MOST_HOLDS = 10;

  /**
   * The proximal term, relative to the unit of the entry; it grows while the factors break down.
   */
  private static final double PROXIMAL = 1e-9;

  private static final double PROXIMAL_GROWTH = 1e2;
  private static final double PROXIMAL_LIMIT = 1e-2;

  /** Polishing goes on below the tolerance while it pays at least this factor. */
  private static final double WORTHWHILE = 0.5;

  /** A distance from a bound that is worth less than this fraction of everything is none. */
  private static final double NOTHING = 1e-16;

  /** Tidying may cost this fraction of the tolerance. */
  private static final double TIDY = 1e-3;

  /** Below this a residual is rounding. */
  private static final double ROUNDING = 4e-16;

  private enum Place {
    LOWER,
    FREE,
    UPPER
  }

  private final ComplementarityProblem original;
  private final double tolerance;
  private final Bounds bounds;
  private final SparsePattern pattern;
  private final SparseLu lu;
  private final Proximal proximity;
  private final int size;
  private final Place[] places;
  private final double[] jacobian;
  private final double[] magnitude;
  private final double[] right;
  private final double[] step;
  private int holds;
  private int steps;
  private double[] values;
  private double[] scales;

  ActiveSetPolish(ComplementarityProblem problem, double tolerance) {
    original = problem;
    this.tolerance = tolerance;
    bounds = Bounds.of(problem);
    pattern = problem.pattern();
    lu = new SparseLu(pattern);
    proximity = new Proximal(problem);
    size = problem.size();
    places = new Place[size];
    jacobian = new double[pattern.entries()];
    magnitude = new double[size];
    right = new double[size];
    step = new double[size];
    values = new double[size];
    scales = new double[size];
  }

  /** The polished point; solved if its residual is within the tolerance. */
  Attempt from(Iterate before, Iterate end, int iterations) {
    var z = end.z.clone();
    classify(before, end, z);
    return polished(z, end.z, iterations);
  }

  /**
   * The polished point from the solution of a neighbouring problem: what is at a bound there begins
   * at its bound, and every step is counted.
   *
   * @param interior the same point moved inside the bounds
   */
  Attempt resumed(double[] point, double[] interior) {
    var z = point.clone();
    for (int i = 0; i < size; i++) {
      places[i] =
          z[i] <= bounds.lower()[i]
              ? Place.LOWER
              : z[i] >= bounds.upper()[i] ? Place.UPPER : Place.FREE;
      z[i] = Math.clamp(z[i], bounds.lower()[i], bounds.upper()[i]);
    }
    var attempt = polished(z, interior, 0);
    return new Attempt(
        attempt.ending(),
        attempt.z(),
        attempt.interior(),
        attempt.residual(),
        attempt.worst(),
        steps);
  }

  private Attempt polished(double[] point, double[] interior, int iterations) {
    var problem = original.nearInterior(interior.clone());
    var z = point;
    holds = 0;
    steps = 0;
    if (!problem.evaluate(z, values, scales)) {
      z = problem.simplified(z);
    }
    if (!problem.evaluate(z, values, scales)) {
      return new Attempt(
          Ending.STALLED, interior, interior, Double.POSITIVE_INFINITY, 0, iterations);
    }
    double open = freeResidual(problem, z);
    for (int k = 0; k < STEPS; k++) {
      double last = open;
      boolean moved = open > ROUNDING && newton(problem, z);
      steps += moved ? 1 : 0;
      open = freeResidual(problem, z);
      boolean settled = !moved || open <= tolerance && open > WORTHWHILE * last;
      if (settled && (open > tolerance || !release(z))) {
        break;
      }
      open = freeResidual(problem, z);
    }
    tidy(problem, z);
    z = problem.settle(z);
    double residual =
        problem.evaluate(z, values, scales) ? residual(problem, z) : Double.POSITIVE_INFINITY;
    int worst = Residuals.worst(problem, z, values, scales);
    var ending = residual <= tolerance ? Ending.SOLVED : Ending.STALLED;
    return new Attempt(ending, z, interior, residual, worst, iterations);
  }

  /**
   * A variable is at a bound if its distance shrinks faster than its slack as the path goes on (the
   * indicators of El-Bakry, Tapia and Zhang 1994): these ratios go to 0 and 1, or to 1 and 0,
   * whatever the units.
   */
  private void classify(Iterate before, Iterate end, double[] z) {
    for (int i = 0; i < size; i++) {
      places[i] = Place.FREE;
      double low = bounds.lower()[i];
      double high = bounds.upper()[i];
      if (bounds.hasLower(i) && shrinks(end.z[i] - low, before.z[i] - low, end.v[i], before.v[i])) {
        places[i] = Place.LOWER;
        z[i] = low;
      } else if (bounds.hasUpper(i)
          && shrinks(high - end.z[i], high - before.z[i], end.w[i], before.w[i])) {
        places[i] = Place.UPPER;
        z[i] = high;
      }
    }
  }

  private static boolean shrinks(
      double distance, double distanceBefore, double slack, double slackBefore) {
    return distance / distanceBefore < slack / slackBefore;
  }

  /** Lets variables leave their bounds whose condition has the wrong sign there. */
  private boolean release(double[] z) {
    boolean any = false;
    for (int i = 0; i < size; i++) {
      double limit = tolerance * scales[i];
      if (places[i] == Place.LOWER && values[i] < -limit && z[i] < bounds.upper()[i]
          || places[i] == Place.UPPER && values[i] > limit && z[i] > bounds.lower()[i]) {
        places[i] = Place.FREE;
        any = true;
      }
    }
    return any;
  }

  /**
   * One Newton step on the free conditions; variables that would leave their bounds stop there and
   * are held.
   */
  private boolean newton(ComplementarityProblem problem, double[] z) {
    if (!problem.jacobian(z, jacobian) || !factor(z)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      right[i] = places[i] == Place.FREE ? -values[i] : 0;
    }
    lu.solve(right, step);
    double before = freeResidual(problem, z);
    var oldValues = values.clone();
    var oldScales = scales.clone();
    var next = new double[size];
    double damping = 1;
    for (int k = 0; k < DAMPINGS; k++, damping *= 0.5) {
      for (int i = 0; i < size; i++) {
        next[i] =
            places[i] == Place.FREE
                ? Math.clamp(z[i] + damping * step[i], bounds.lower()[i], bounds.upper()[i])
                : z[i];
      }
      if (problem.evaluate(next, values, scales)) {
        double after = freeResidual(problem, next);
        boolean held = k == 0 && holds < MOST_HOLDS && hitsBound(next);
        if (after < before || held) {
          holds += held ? 1 : 0;
          hold(z, next);
          return true;
        }
      }
    }
    values = oldValues;
    scales = oldScales;
    return false;
  }

  private boolean hitsBound(double[] next) {
    for (int i = 0; i < size; i++) {
      if (places[i] == Place.FREE
          && (next[i] == bounds.lower()[i] || next[i] == bounds.upper()[i])) {
        return true;
      }
    }
    return false;
  }

  private void hold(double[] z, double[] next) {
    for (int i = 0; i < size; i++) {
      z[i] = next[i];
      if (places[i] == Place.FREE && z[i] == bounds.lower()[i]) {
        places[i] = Place.LOWER;
      } else if (places[i] == Place.FREE && z[i] == bounds.upper()[i]) {
        places[i] = Place.UPPER;
      }
    }
  }

  /** The Jacobian with the rows and columns of held variables replaced by those of the identity. */
  private boolean factor(double[] z) {
    proximity.units(z, scales, magnitude);
    for (int j = 0; j < size; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        int i = pattern.row(p);
        if (places[i] != Place.FREE || places[j] != Place.FREE) {
          jacobian[p] = i == j ? 1 : 0;
        } else if (!Double.isFinite(jacobian[p])) {
          return false;
        }
      }
    }
    double added = 0;
    for (double proximal = PROXIMAL; proximal <= PROXIMAL_LIMIT; proximal *= PROXIMAL_GROWTH) {
      for (int i = 0; i < size; i++) {
        if (places[i] == Place.FREE) {
          jacobian[pattern.diagonal(i)] += (proximal - added) * magnitude[i];
        }
      }
      added = proximal;
      if (lu.factor(jacobian)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Sets what is only rounding away from its bound exactly there, if the conditions still hold: all
   * of it together or, where that does not do, one variable after the other.
   */
  private void tidy(ComplementarityProblem problem, double[] z) {
    double worth = problem.worth(z);
    if (!problem.evaluate(z, values, scales)) {
      return;
    }
    double allowed = Math.max(residual(problem, z), TIDY * tolerance);
    var tidied = z.clone();
    var moved = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      double near = NOTHING * worth / Math.max(scales[i], Double.MIN_NORMAL);
      if (z[i] - bounds.lower()[i] < near) {
        tidied[i] = bounds.lower()[i];
      } else if (bounds.upper()[i] - z[i] < near) {
        tidied[i] = bounds.upper()[i];
      }
      if (tidied[i] != z[i]) {
        moved.add(i);
      }
    }
    if (holds(problem, tidied, allowed)) {
      System.arraycopy(tidied, 0, z, 0, size);
      return;
    }
    for (int i : moved) {
      double before = z[i];
      z[i] = tidied[i];
      if (!holds(problem, z, allowed)) {
        z[i] = before;
      }
    }
    problem.evaluate(z, values, scales);
  }

  private boolean holds(ComplementarityProblem problem, double[] z, double allowed) {
    return problem.evaluate(z, values, scales) && residual(problem, z) <= allowed;
  }

  private double residual(ComplementarityProblem problem, double[] z) {
    return Residuals.largest(problem, z, values, scales);
  }

  /** The largest relative violation among the conditions that are to hold with equality. */
  private double freeResidual(ComplementarityProblem problem, double[] z) {
    double largest = 0;
    for (int i = 0; i < size; i++) {
      if (places[i] == Place.FREE) {
        largest = Math.max(largest, Residuals.violation(problem, i, z[i], values[i], scales[i]));
      }
    }
    return largest;
  }
}
