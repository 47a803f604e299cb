package dev.costate.equilibrium.solver;

/** The iterates of one interior-point run. */
final class CentralPath {
  /** What one step achieved. */
  enum Progress {
    MADE,
    STALLED,
    DIVERGED,
    EXHAUSTED
  }

  /** Slacks begin at least this fraction of the average product away from zero. */
  private static final double CENTRALITY = 1;

  private static final double TO_BOUNDARY = 0.995;
  private static final double DAMPING = 0.5;
  private static final int DAMPINGS = 14;

  /** A correction must shrink at least by this fraction of what the step promised. */
  private static final double SUFFICIENT = 0.1;

  /** Shorter steps count as short; this many in a row end the run. */
  private static final double SHORT_STEP = 1e-3;

  private static final int SHORT_STEPS = 12;

  /** A variable beyond this multiple of its start has no finite solution within reach. */
  private static final double DIVERGENCE = 1e30;

  /** Distances from a bound are counted in units of its last place; so few are none. */
  private static final int CLOSEST = 2;

  /**
   * Below this relative gap nothing more is learnt. It is as small as it is because at elasticities
   * near 0 or 1 a price at which a market clears may be positive and hardly anything.
   */
  private static final double LEAST_GAP = 1e-120;

  private final ComplementarityProblem problem;
  private final Bounds bounds;
  private final NewtonSystem system;
  private final Proximal proximity;
  private final Iterate current;
  private final Iterate previous;
  private final Iterate trial;
  private final Iterate best;
  private final Iterate.Direction direction;
  private final Iterate.Direction correction;
  private final double[] lowerTargets;
  private final double[] upperTargets;
  private final int products;
  private int iterations;
  private int shortSteps;
  private double lastStep = 1;
  private double worth;

  CentralPath(ComplementarityProblem problem, double[] start) {
    this.problem = problem;
    bounds = Bounds.of(problem);
    int n = problem.size();
    system = new NewtonSystem(problem, bounds);
    proximity = new Proximal(problem);
    current = new Iterate(n);
    previous = new Iterate(n);
    trial = new Iterate(n);
    best = new Iterate(n);
    direction = new Iterate.Direction(n);
    correction = new Iterate.Direction(n);
    lowerTargets = new double[n];
    upperTargets = new double[n];
    products = Math.max(1, bounds.count());
    for (int i = 0; i < n; i++) {
      current.z[i] = bounds.inside(i, start[i]);
    }
  }

  /** Where the path was one step earlier. */
  Iterate previous() {
    return previous;
  }

  Iterate current() {
    return current;
  }

  int iterations() {
    return iterations;
  }

  /**
   * Evaluates the start and chooses the slacks: F where it has the right sign, else what makes the
   * products equal.
   */
  boolean begin() {
    if (!problem.evaluate(current.z, current.values, current.scales)) {
      return false;
    }
    double mu = 0;
    for (int i = 0; i < current.z.length; i++) {
      if (bounds.hasLower(i) || bounds.hasUpper(i)) {
        mu += Math.abs(current.values[i]) * room(i);
      }
    }
    mu = CENTRALITY * Math.max(mu / products, Double.MIN_NORMAL);
    for (int i = 0; i < current.z.length; i++) {
      double f = current.values[i];
      if (bounds.hasLower(i)) {
        current.v[i] = Math.max(f, mu / (current.z[i] - bounds.lower()[i]));
      }
      if (bounds.hasUpper(i)) {
        current.w[i] = Math.max(-f, mu / (bounds.upper()[i] - current.z[i]));
      }
    }
    previous.set(current);
    return true;
  }

  private double room(int i) {
    return Math.min(
        bounds.hasLower(i) ? current.z[i] - bounds.lower()[i] : Double.POSITIVE_INFINITY,
        bounds.hasUpper(i) ? bounds.upper()[i] - current.z[i] : Double.POSITIVE_INFINITY);
  }

  /** The average product relative to the most that any point of the path was worth. */
  double gap() {
    worth = Math.max(worth, problem.worth(current.z));
    return average(current) / Math.max(worth, Double.MIN_NORMAL);
  }

  private double average(Iterate at) {
    double sum = 0;
    for (int i = 0; i < at.z.length; i++) {
      if (bounds.hasLower(i)) {
        sum += product(at.z[i], bounds.lower()[i], at.v[i]);
      }
      if (bounds.hasUpper(i)) {
        sum += product(at.z[i], bounds.upper()[i], at.w[i]);
      }
    }
    return sum / products;
  }

  /**
   * The distance of a variable from a bound times its slack; none where the distance is as small as
   * rounding allows, so that it cannot shrink with the others.
   */
  private static double product(double z, double bound, double slack) {
    double distance = Math.abs(z - bound);
    return distance <= CLOSEST * Math.ulp(bound) ? 0 : distance * slack;
  }

  Progress advance() {
    if (gap() < LEAST_GAP) {
      return Progress.EXHAUSTED;
    }
    iterations++;
    if (!system.prepare(problem, current)) {
      return Progress.STALLED;
    }
    double mu = average(current);
    aim(0, false);
    system.solve(current, lowerTargets, upperTargets, direction);
    double affine = Math.min(1, longest());
    trial.step(current, direction, affine);
    double ratio = Math.max(0, average(trial)) / mu;
    double centring = Math.clamp(ratio * ratio * ratio, 1e-8, 1);
    if (lastStep < 0.1) {
      centring = Math.max(centring, 0.5);
    }
    aim(centring * mu, lastStep >= 0.1);
    system.solve(current, lowerTargets, upperTargets, direction);
    double step = walk();
    lastStep = step;
    if (step == 0) {
      return Progress.STALLED;
    }
    shortSteps = step < SHORT_STEP ? shortSteps + 1 : 0;
    if (shortSteps >= SHORT_STEPS) {
      return Progress.STALLED;
    }
    for (double z : current.z) {
      if (Math.abs(z) > DIVERGENCE) {
        return Progress.DIVERGED;
      }
    }
    return Progress.MADE;
  }

  /**
   * Sets the targets of the products, with Mehrotra's second-order term of the last direction if
   * wanted.
   */
  private void aim(double mu, boolean secondOrder) {
    for (int i = 0; i < lowerTargets.length; i++) {
      lowerTargets[i] = mu;
      upperTargets[i] = mu;
      if (secondOrder) {
        lowerTargets[i] -=
            Math.clamp(direction.z[i] * direction.v[i], -SECOND_ORDER * mu, SECOND_ORDER * mu);
        upperTargets[i] +=
            Math.clamp(direction.z[i] * direction.w[i], -SECOND_ORDER * mu, SECOND_ORDER * mu);
      }
    }
  }

  /** The second-order term is cut off at this multiple of the target. */
  private static final double SECOND_ORDER = 0.9;

  /** The largest step that stays within the bounds of z, v and w. */
  private double longest() {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 0; i < current.z.length; i++) {
      if (bounds.hasLower(i)) {
        step = limit(step, current.z[i] - bounds.lower()[i], direction.z[i]);
        step = limit(step, current.v[i], direction.v[i]);
      }
      if (bounds.hasUpper(i)) {
        step = limit(step, bounds.upper()[i] - current.z[i], -direction.z[i]);
        step = limit(step, current.w[i], direction.w[i]);
      }
    }
    return step;
  }

  private static double limit(double step, double room, double change) {
    return change < 0 ? Math.min(step, -room / change) : step;
  }

  /** Damps the direction until it helps; returns the step taken, 0 if F is finite at none. */
  private double walk() {
    double step = Math.min(1, TO_BOUNDARY * longest());
    double norm = norm(direction);
    double bestRatio = Double.POSITIVE_INFINITY;
    double bestStep = 0;
    for (int k = 0; k < DAMPINGS; k++, step *= DAMPING) {
      trial.step(current, direction, step);
      if (!inside(trial) || !problem.evaluate(trial.z, trial.values, trial.scales)) {
        continue;
      }
      system.correct(current, trial, lowerTargets, upperTargets, correction);
      double ratio = norm(correction) / norm;
      if (ratio < bestRatio) {
        bestRatio = ratio;
        bestStep = step;
        best.set(trial);
      }
      if (ratio <= 1 - SUFFICIENT * step) {
        break;
      }
    }
    if (bestStep > 0) {
      previous.set(current);
      current.set(best);
    }
    return bestStep;
  }

  private boolean inside(Iterate at) {
    for (int i = 0; i < at.z.length; i++) {
      if (bounds.hasLower(i) && !(at.z[i] > bounds.lower()[i] && at.v[i] > 0)
          || bounds.hasUpper(i) && !(at.z[i] < bounds.upper()[i] && at.w[i] > 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The size of a direction relative to the point: each variable by its distance from its bounds,
   * each slack by itself.
   */
  private double norm(Iterate.Direction d) {
    double sum = 0;
    for (int i = 0; i < d.z.length; i++) {
      double room = room(i);
      double unit =
          room < Double.POSITIVE_INFINITY
              ? room
              : Math.max(Math.abs(current.z[i]), proximity.floor(i));
      sum += square(d.z[i] / unit);
      if (bounds.hasLower(i)) {
        sum += square(d.v[i] / current.v[i]);
      }
      if (bounds.hasUpper(i)) {
        sum += square(d.w[i] / current.w[i]);
      }
    }
    return Math.sqrt(sum);
  }

  private static double square(double x) {
    return x * x;
  }
}
