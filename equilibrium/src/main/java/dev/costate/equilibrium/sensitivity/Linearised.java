package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.solver.SparseLu;
import dev.costate.equilibrium.solver.SparsePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The conditions of a market at a solution, made linear: which variables are free, which are held
 * at bounds, and the factors of the Jacobian of the conditions of the free ones with respect to
 * them.
 */
final class Linearised {
  /** Above this fraction of its scale the condition of a variable at a bound keeps it there. */
  private static final double SLACK = 1e-8;

  /** Factors with a pivot below this fraction of the largest may be those of a singular matrix. */
  private static final double SINGULAR = 1e-12;

  static final String NO_DERIVATIVE = "some condition has no finite derivative at the equilibrium";

  /** Where a variable stands. */
  enum Place {
    FREE,
    LOWER,
    UPPER,
    /** At the lower bound, with a condition that holds with equality. */
    WEAK_LOWER,
    /** At the upper bound, with a condition that holds with equality. */
    WEAK_UPPER;

    boolean isWeak() {
      return this == WEAK_LOWER || this == WEAK_UPPER;
    }
  }

  private final MarketSystem system;
  private final double[] jacobian;
  private final Place[] places;
  private final double[] scales;
  private final List<Integer> weak = new ArrayList<>();

  /** Free variables that could move without any condition noticing: they are held. */
  private final List<Integer> idle;

  /** Free conditions that follow from others. */
  private final List<Integer> redundant;

  private final SparseLu lu;

  /**
   * @param z a solution
   * @throws NoDerivative if the conditions have none there
   */
  Linearised(MarketSystem system, double[] z) {
    this.system = system;
    int size = system.size();
    var values = new double[size];
    scales = new double[size];
    if (!system.evaluate(z, values, scales)) {
      throw new NoDerivative(NO_DERIVATIVE);
    }
    places = new Place[size];
    for (int i = 0; i < size; i++) {
      boolean weakly = Math.abs(values[i]) <= SLACK * scales[i];
      boolean low = z[i] <= system.lower(i);
      boolean high = z[i] >= system.upper(i);
      places[i] =
          low
              ? weakly ? Place.WEAK_LOWER : Place.LOWER
              : high ? weakly ? Place.WEAK_UPPER : Place.UPPER : Place.FREE;
      if (places[i].isWeak()) {
        weak.add(i);
      }
    }
    var pattern = system.pattern();
    jacobian = new double[pattern.entries()];
    if (!system.jacobian(z, jacobian)) {
      throw new NoDerivative(NO_DERIVATIVE);
    }
    for (double entry : jacobian) {
      if (!Double.isFinite(entry)) {
        throw new NoDerivative(NO_DERIVATIVE);
      }
    }
    var matrix = jacobian.clone();
    for (int j = 0; j < size; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        int i = pattern.row(p);
        if (places[i] != Place.FREE || places[j] != Place.FREE) {
          matrix[p] = i == j ? 1 : 0;
        }
      }
    }
    var first = new SparseLu(pattern);
    if (first.factor(matrix) && first.pivotRatio() > SINGULAR) {
      lu = first;
      idle = List.of();
      redundant = List.of();
      return;
    }
    var dependence = first.dependence(matrix, SINGULAR);
    idle = dependence.columns();
    redundant = dependence.rows();
    lu = reduced(pattern, matrix);
  }

  /** Factors of the matrix with the idle columns and redundant rows paired off. */
  private SparseLu reduced(SparsePattern pattern, double[] matrix) {
    var builder = new SparsePattern.Builder(places.length);
    for (int j = 0; j < places.length; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        builder.add(pattern.row(p), j);
      }
    }
    for (int k = 0; k < idle.size(); k++) {
      builder.add(redundant.get(k), idle.get(k));
    }
    var larger = builder.build();
    var entries = new double[larger.entries()];
    for (int j = 0; j < places.length; j++) {
      for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
        int i = pattern.row(p);
        boolean kept = !idle.contains(j) && !redundant.contains(i);
        entries[larger.position(i, j)] = kept ? matrix[p] : 0;
      }
    }
    for (int k = 0; k < idle.size(); k++) {
      entries[larger.position(redundant.get(k), idle.get(k))] = 1;
    }
    var factors = new SparseLu(larger);
    if (!factors.factor(entries) || factors.pivotRatio() <= SINGULAR) {
      throw new NoDerivative(
          "the conditions do not say how the equilibrium moves: their derivative is singular");
    }
    return factors;
  }

  /** Free variables that could move without any condition noticing: they are held. */
  List<Integer> idle() {
    return idle;
  }

  /** Free conditions that follow from others, as long as nothing moves that they alone see. */
  List<Integer> redundant() {
    return redundant;
  }

  int size() {
    return places.length;
  }

  /** How large the terms of each condition are. */
  double[] scales() {
    return scales.clone();
  }

  Place place(int variable) {
    return places[variable];
  }

  /** The variables at bounds whose conditions hold with equality as well. */
  List<Integer> weak() {
    return weak;
  }

  /** The multipliers of the free conditions for partials of an outcome; 0 elsewhere. */
  double[] multipliers(double[] partials) {
    var multipliers = new double[partials.length];
    var right = onlyFree(partials);
    idle.forEach(j -> right[j] = 0);
    lu.solveTransposed(right, multipliers);
    redundant.forEach(i -> multipliers[i] = 0);
    return onlyFree(multipliers);
  }

  /** How the free variables move so that their conditions move as said; 0 elsewhere. */
  double[] motion(double[] conditions) {
    var motion = new double[conditions.length];
    var right = onlyFree(conditions);
    redundant.forEach(i -> right[i] = 0);
    lu.solve(right, motion);
    idle.forEach(j -> motion[j] = 0);
    return onlyFree(motion);
  }

  private double[] onlyFree(double[] all) {
    var free = new double[all.length];
    for (int i = 0; i < free.length; i++) {
      free[i] = places[i] == Place.FREE ? all[i] : 0;
    }
    return free;
  }

  /** A row of the Jacobian: the partials of one condition. */
  double[] row(int condition) {
    var row = new double[places.length];
    var pattern = system.pattern();
    for (int j = 0; j < row.length; j++) {
      int p = pattern.position(condition, j);
      row[j] = p < 0 ? 0 : jacobian[p];
    }
    return row;
  }

  /** A column of the Jacobian: how one variable moves each condition. */
  double[] column(int variable) {
    var column = new double[places.length];
    var pattern = system.pattern();
    for (int p = pattern.start(variable); p < pattern.start(variable + 1); p++) {
      column[pattern.row(p)] = jacobian[p];
    }
    return column;
  }

  /** The transposed Jacobian times a vector of multipliers. */
  double[] transposedTimes(double[] multipliers) {
    var product = new double[places.length];
    system.pattern().multiplyTransposed(jacobian, multipliers, product);
    return product;
  }
}
