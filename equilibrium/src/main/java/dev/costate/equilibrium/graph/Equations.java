package dev.costate.equilibrium.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Conditions over a graph: each is a sum of terms, one per variable of a complementarity problem.
 * The scale of a condition is the larger of what its positive and its negative terms add up to.
 */
public final class Equations {
  private final Graph graph;
  private final List<Terms> rows;
  private final List<Terms> magnitudes;
  private final double[] adjoints;

  /** The steps of each condition, and the variables it depends on, once they are asked for. */
  private int[][] cones = new int[0][];

  private int[][] columns = new int[0][];

  /**
   * One row for each input of the graph.
   *
   * @param magnitudes for each row terms whose sizes count for its scale besides
   */
  public Equations(Graph graph, List<Terms> rows, List<Terms> magnitudes) {
    this.graph = graph;
    this.rows = List.copyOf(rows);
    this.magnitudes = List.copyOf(magnitudes);
    if (rows.size() != graph.inputs()) {
      throw new IllegalArgumentException(
          "%d conditions for %d variables".formatted(rows.size(), graph.inputs()));
    }
    adjoints = new double[graph.size()];
  }

  private void findCones() {
    if (cones.length == rows.size()) {
      return;
    }
    cones = new int[rows.size()][];
    var columnsOf = new ArrayList<int[]>();
    for (int i = 0; i < cones.length; i++) {
      var places = rows.get(i).places();
      cones[i] = graph.cone(places);
      columnsOf.add(graph.inputsOf(cones[i], places));
    }
    columns = columnsOf.toArray(int[][]::new);
  }

  public int size() {
    return rows.size();
  }

  public Graph graph() {
    return graph;
  }

  /** The terms of a condition. */
  public Terms row(int row) {
    return rows.get(row);
  }

  /** The variables that a condition depends on, ascending. */
  public int[] columns(int row) {
    findCones();
    return columns[row].clone();
  }

  /**
   * Values and scales at a point.
   *
   * @return false if a number is not finite there
   */
  public boolean evaluate(double[] point, double[] into, double[] scales) {
    if (!graph.evaluate(point)) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      double up = 0;
      double down = 0;
      for (int k = 0; k < row.size(); k++) {
        double term = row.coefficient(k) * graph.value(row.place(k));
        if (term > 0) {
          up += term;
        } else {
          // Not numbers too.
          down -= term;
        }
      }
      into[i] = up - down;
      scales[i] = Math.max(up, down) + magnitude(magnitudes.get(i));
      if (!Double.isFinite(into[i]) || !Double.isFinite(scales[i])) {
        return false;
      }
    }
    return true;
  }

  private double magnitude(Terms terms) {
    double sum = 0;
    for (int k = 0; k < terms.size(); k++) {
      sum += Math.abs(terms.coefficient(k) * graph.value(terms.place(k)));
    }
    return sum;
  }

  /** Receives the entries of the Jacobian. */
  @FunctionalInterface
  public interface Entries {
    void add(int row, int column, double partial);
  }

  /**
   * The Jacobian at a point, row by row.
   *
   * @return false where there is none
   */
  public boolean jacobian(double[] point, Entries into) {
    if (!graph.linearise(point)) {
      return false;
    }
    findCones();
    for (int i = 0; i < cones.length; i++) {
      var row = rows.get(i);
      for (int k = 0; k < row.size(); k++) {
        adjoints[row.place(k)] += row.coefficient(k);
      }
      graph.reverse(cones[i], adjoints);
      for (int j : columns[i]) {
        int place = graph.input(j);
        into.add(i, j, adjoints[place]);
        adjoints[place] = 0;
      }
    }
    return true;
  }
}
