package dev.costate.dynamics;

import java.util.Arrays;
import java.util.Random;

/**
 * A random economy of input coefficients: each sector uses goods of some others and labor, whose
 * price is 1, and outsiders want some of every good.
 *
 * @param suppliers by sector, whose goods it uses
 * @param coefficients by sector and supplier, units of the good for a unit of output
 * @param labor by sector, units for a unit of output
 * @param demand by good, of outsiders
 */
@SuppressWarnings("ArrayRecordComponent")
record InputOutputNetwork(
    int[][] suppliers, double[][] coefficients, double[] labor, double[] demand) {
  /** Of power iterations and of series, in doubles as good as the limit. */
  private static final int MANY = 3_000;

  /** Next to nothing, so that every price is far from its equilibrium, and on the same side. */
  private static final double FIRST_PRICE = 1e-3;

  /** Coefficients are scaled so that their spectral radius is as asked for. */
  static InputOutputNetwork random(int sectors, int inputs, double radius, long seed) {
    var random = new Random(seed);
    var suppliers = new int[sectors][];
    var coefficients = new double[sectors][];
    for (int j = 0; j < sectors; j++) {
      suppliers[j] = random.ints(0, sectors).distinct().limit(inputs).toArray();
      coefficients[j] = random.doubles(inputs, 0.1, 1).toArray();
    }
    var raw =
        new InputOutputNetwork(
            suppliers,
            coefficients,
            random.doubles(sectors, 0.2, 1).toArray(),
            random.doubles(sectors, 1, 5).toArray());
    double scale = radius / raw.spectralRadius();
    for (var row : coefficients) {
      Arrays.setAll(row, i -> row[i] * scale);
    }
    return raw;
  }

  /** A' x: what a unit of each output costs if a unit of each good costs x. */
  private double[] costs(double[] x) {
    var costs = new double[x.length];
    for (int j = 0; j < x.length; j++) {
      for (int k = 0; k < suppliers[j].length; k++) {
        costs[j] += coefficients[j][k] * x[suppliers[j][k]];
      }
    }
    return costs;
  }

  /** A q: what is used of each good to make q. */
  private double[] uses(double[] q) {
    var uses = new double[q.length];
    for (int j = 0; j < q.length; j++) {
      for (int k = 0; k < suppliers[j].length; k++) {
        uses[suppliers[j][k]] += coefficients[j][k] * q[j];
      }
    }
    return uses;
  }

  /** By power iteration. */
  double spectralRadius() {
    var x = new double[labor.length];
    Arrays.fill(x, 1);
    double growth = 0;
    for (int k = 0; k < MANY; k++) {
      var next = costs(x);
      growth = Arrays.stream(next).sum() / Arrays.stream(x).sum();
      double largest = Arrays.stream(next).max().orElseThrow();
      for (int i = 0; i < x.length; i++) {
        x[i] = next[i] / largest;
      }
    }
    return growth;
  }

  /** Of labor embodied in each good: the prices. */
  double[] prices() {
    var p = labor.clone();
    for (int k = 0; k < MANY; k++) {
      var next = costs(p);
      Arrays.setAll(next, i -> next[i] + labor[i]);
      p = next;
    }
    return p;
  }

  double[] quantities() {
    var q = demand.clone();
    for (int k = 0; k < MANY; k++) {
      var next = uses(q);
      Arrays.setAll(next, i -> next[i] + demand[i]);
      q = next;
    }
    return q;
  }

  /** As a file. */
  String market() {
    var text = new StringBuilder("good labor: price 1\n");
    for (int j = 0; j < labor.length; j++) {
      text.append(
          """
          good g%d:
              demand %s
              start %s
          """
              .formatted(j, demand[j], FIRST_PRICE));
      var names = new StringBuilder();
      var needs = new StringBuilder();
      for (int k = 0; k < suppliers[j].length; k++) {
        names.append("g%d%s, ".formatted(suppliers[j][k], suppliers[j][k] == j ? " as own" : ""));
        needs.append(coefficients[j][k]).append(", ");
      }
      text.append(
          "firm F%d makes g%d from %slabor: g%d = leontief([%slabor], [%s%s])%n"
              .formatted(
                  j, j, names, j, names.toString().replaceAll("g\\d+ as ", ""), needs, labor[j]));
    }
    return text.toString();
  }
}
