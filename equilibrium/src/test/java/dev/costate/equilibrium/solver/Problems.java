package dev.costate.equilibrium.solver;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Small problems written by hand. */
final class Problems {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private Problems() {}

  /** F and the magnitude of its terms. */
  interface Conditions {
    void at(double[] z, double[] values, double[] scales);
  }

  /** A problem with dense central differences for derivatives. */
  record Written(double[] lowerBounds, double[] upperBounds, Conditions conditions)
      implements ComplementarityProblem {
    private static final double STEP = 1e-6;

    @Override
    public int size() {
      return lowerBounds.length;
    }

    @Override
    public double lower(int variable) {
      return lowerBounds[variable];
    }

    @Override
    public double upper(int variable) {
      return upperBounds[variable];
    }

    @Override
    public boolean evaluate(double[] z, double[] values, double[] scales) {
      conditions.at(z, values, scales);
      return Arrays.stream(values).allMatch(Double::isFinite);
    }

    @Override
    public SparsePattern pattern() {
      return SparsePattern.dense(size());
    }

    @Override
    public boolean jacobian(double[] z, double[] entries) {
      int n = size();
      var above = new double[n];
      var below = new double[n];
      var scales = new double[n];
      var moved = z.clone();
      for (int j = 0; j < n; j++) {
        double step = STEP * Math.max(Math.abs(z[j]), 1e-30);
        moved[j] = z[j] + step;
        conditions.at(moved, above, scales);
        moved[j] = z[j] - step;
        conditions.at(moved, below, scales);
        moved[j] = z[j];
        for (int i = 0; i < n; i++) {
          entries[j * n + i] = (above[i] - below[i]) / (2 * step);
        }
      }
      return Arrays.stream(entries).allMatch(Double::isFinite);
    }

    @Override
    public double size(int variable) {
      return 1;
    }

    @Override
    public double worth(double[] z) {
      var values = new double[size()];
      var scales = new double[size()];
      conditions.at(z, values, scales);
      double worth = 0;
      for (int i = 0; i < scales.length; i++) {
        worth = Math.max(worth, Math.abs(z[i]) * scales[i]);
      }
      return worth;
    }
  }

  private static Written nonNegative(int size, Conditions conditions) {
    return new Written(
        new double[size], DoubleStream.generate(() -> INFINITY).limit(size).toArray(), conditions);
  }

  private static void set(int i, double plus, double minus, double[] values, double[] scales) {
    values[i] = plus - minus;
    scales[i] = Math.abs(plus) + Math.abs(minus);
  }

  /** Prices of gas, ethylene and polyethylene, then what A, B and C buy; tupperware has a price. */
  static ComplementarityProblem essay(double supply, double price) {
    return nonNegative(
        6,
        (z, f, s) -> {
          set(0, supply, z[3], f, s);
          set(1, Math.sqrt(z[3]), z[4], f, s);
          set(2, 1 - 1 / (z[4] + 1), z[5], f, s);
          set(3, z[0], z[1] / (2 * Math.sqrt(z[3])), f, s);
          set(4, z[1], z[2] / ((z[4] + 1) * (z[4] + 1)), f, s);
          set(5, z[2], price / z[5], f, s);
        });
  }

  /** Prices at two plants and three cities, then six routes. */
  static ComplementarityProblem dantzig() {
    double[] supply = {350, 600};
    double[] demand = {325, 300, 275};
    double[] distance = {2.5, 1.7, 1.8, 2.5, 1.8, 1.4};
    return nonNegative(
        11,
        (z, f, s) -> {
          for (int plant = 0; plant < 2; plant++) {
            set(plant, supply[plant], z[5 + 3 * plant] + z[6 + 3 * plant] + z[7 + 3 * plant], f, s);
          }
          for (int city = 0; city < 3; city++) {
            set(2 + city, z[5 + city] + z[8 + city], demand[city], f, s);
          }
          for (int route = 0; route < 6; route++) {
            set(5 + route, z[route / 3] + 0.09 * distance[route], z[2 + route % 3], f, s);
          }
        });
  }

  /** The price of a good that is demanded as 10 - p, and an import at 2 of at most 3. */
  static ComplementarityProblem limitedImport() {
    return new Written(
        new double[2],
        new double[] {INFINITY, 3},
        (z, f, s) -> {
          set(0, z[1], 10 - z[0], f, s);
          set(1, 2, z[0], f, s);
        });
  }

  /** 4 units for a demand of 10. */
  static ComplementarityProblem shortage() {
    return nonNegative(1, (z, f, s) -> set(0, 4, 10, f, s));
  }

  /** A root of a number below 0 everywhere near the start. */
  static ComplementarityProblem rootOf(double number) {
    return nonNegative(1, (z, f, s) -> set(0, Math.sqrt(number - z[0]), 1, f, s));
  }

  /** F(z) = Mz + z^3 + q with M positive semidefinite plus skew, z at least 0. */
  static ComplementarityProblem monotone(Random random, int size) {
    var half = new double[size][size];
    var skew = new double[size][size];
    var shift = new double[size];
    for (int i = 0; i < size; i++) {
      shift[i] = 4 * random.nextGaussian();
      for (int j = 0; j < size; j++) {
        half[i][j] = random.nextInt(3) == 0 ? random.nextGaussian() : 0;
        skew[i][j] = random.nextGaussian();
      }
    }
    return nonNegative(
        size,
        (z, f, s) -> {
          for (int i = 0; i < size; i++) {
            double sum = shift[i] + z[i] * z[i] * z[i];
            double magnitude = Math.abs(shift[i]) + 1;
            for (int j = 0; j < size; j++) {
              double entry = skew[i][j] - skew[j][i];
              for (int k = 0; k < size; k++) {
                entry += half[k][i] * half[k][j];
              }
              sum += entry * z[j];
              magnitude += Math.abs(entry * z[j]);
            }
            f[i] = sum;
            s[i] = magnitude;
          }
        });
  }
}
