package dev.costate.verification.benchmark;

import dev.costate.dynamics.kernel.Block;
import dev.costate.dynamics.law.Laws;
import dev.costate.equilibrium.graph.PriceIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Firm-rounds per second of a generated market: what a block of firms of one technology does, and
 * as a share of what a bare loop over the same arrays does in the same process. Prints the table of
 * {@code docs/benchmarks.md}.
 */
public final class RoundTable {
  private static final int FIRMS = 100_000;
  private static final List<Double> ELASTICITIES = List.of(0.5, 1.0, 0.0, 0.7, 3.0);
  private static final double LEVEL = 1;
  private static final double LEAST = 1e-12;
  private static final int WARM_UP = 40;
  private static final int MEASURED = 60;

  private final int firms;

  private RoundTable(int firms) {
    this.firms = firms;
  }

  /**
   * @param arguments the number of firms
   */
  public static void main(String[] arguments) {
    var table = new RoundTable(arguments.length > 0 ? Integer.parseInt(arguments[0]) : FIRMS);
    System.out.println(
        "| elasticity | firms | firm-rounds per second, millions | bare loop | share |");
    System.out.println("|---|---|---|---|---|");
    for (double elasticity : ELASTICITIES) {
      System.out.println(table.measured(elasticity));
    }
  }

  /** Firms that each make a good of their own from five others, drawn at random. */
  record Generated(Block block, BareRounds bare) {
    static Generated of(int firms, double elasticity, long seed) {
      var random = new Random(seed);
      int inputs = BareRounds.INPUTS;
      var scales = random.doubles(firms, 0.5, 2).toArray();
      var weights = random.doubles((long) firms * inputs, 0.1, 1).toArray();
      var references = random.doubles((long) firms * inputs, 0.5, 2).toArray();
      var goods = random.ints((long) firms * inputs, 0, firms).toArray();
      var members = new ArrayList<Block.Member>();
      for (int f = 0; f < firms; f++) {
        int from = f * inputs;
        double sum = 0;
        for (int k = from; k < from + inputs; k++) {
          sum += weights[k];
        }
        for (int k = from; k < from + inputs; k++) {
          weights[k] /= sum;
        }
        var index =
            new PriceIndex(
                elasticity,
                scales[f],
                Arrays.copyOfRange(weights, from, from + inputs),
                Arrays.copyOfRange(references, from, from + inputs));
        members.add(
            new Block.Member(index, Arrays.copyOfRange(goods, from, from + inputs), f, 1, LEVEL));
      }
      return new Generated(
          Block.of(members, Laws.standard().levels(LEAST)),
          new BareRounds(elasticity, scales, weights, references, goods, LEVEL, LEAST));
    }
  }

  /** Prices of a round: they move, so that nothing can be known from the last. */
  static double[] prices(int goods, long seed) {
    return new Random(seed).doubles(goods, 0.5, 2).toArray();
  }

  private String measured(double elasticity) {
    var generated = Generated.of(firms, elasticity, 1951);
    var prices = List.of(prices(firms, 1), prices(firms, 2));
    double block = Double.POSITIVE_INFINITY;
    double bare = Double.POSITIVE_INFINITY;
    for (int round = 0; round < WARM_UP + MEASURED; round++) {
      var told = prices.get(round % 2);
      long began = System.nanoTime();
      generated.block().round(told);
      long between = System.nanoTime();
      generated.bare().round(told);
      long ended = System.nanoTime();
      if (round >= WARM_UP) {
        block = Math.min(block, (double) (between - began));
        bare = Math.min(bare, (double) (ended - between));
      }
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %.2f |",
        elasticity,
        firms,
        1e3 * firms / block,
        1e3 * firms / bare,
        bare / block);
  }
}
