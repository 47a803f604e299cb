package dev.costate.equilibrium.certify;

import dev.costate.equilibrium.certify.BundleSearch.Budget;
import dev.costate.equilibrium.region.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines through a bundle on which all money is spent: more of one good, less of others. */
record BundleLines(Budget budget, double money) {
  /** Up to so many goods, one is also exchanged for another. */
  private static final int MOST_FOR_PAIRS = 12;

  private static final int PARTS = 16;
  private static final int BISECTIONS = 60;

  /** Of what all money would buy, and of a unit of what is free. */
  private static final double[] FRACTIONS = {0, 1e-9, 1e-6, 1e-4, 1e-3, 1e-2};

  private static final double[] MULTIPLES = {2, 4, 10, 1e2, 1e3, 1e6};

  List<Line> through(double[] bundle) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < bundle.length; i++) {
      lines.add(line(bundle, i, others(bundle, i)));
      for (int j = 0; j < bundle.length && isExchangedInPairs(bundle); j++) {
        if (i != j) {
          lines.add(line(bundle, i, new int[] {j}));
        }
      }
    }
    return lines;
  }

  /** Of two goods each is exchanged for all others already. */
  private static boolean isExchangedInPairs(double[] bundle) {
    return bundle.length > 2 && bundle.length <= MOST_FOR_PAIRS;
  }

  private static int[] others(double[] bundle, int i) {
    var others = new int[bundle.length - 1];
    for (int j = 0; j < others.length; j++) {
      others[j] = j < i ? j : j + 1;
    }
    return others;
  }

  /** Any quantity of one good, and of others in proportion what the rest of the money buys. */
  private Line line(double[] bundle, int i, int[] others) {
    var rest = bundle.clone();
    boolean none = Arrays.stream(others).allMatch(j -> bundle[j] == 0);
    for (int j : others) {
      rest[j] = none ? budget.quantity(j, money / bundle.length) : bundle[j];
    }
    return new Line(
        samples(bundle[i], budget.quantity(i, money), isFree(bundle, i)),
        quantity -> {
          var changed = rest.clone();
          changed[i] = quantity;
          return spent(changed, others);
        });
  }

  private boolean isFree(double[] bundle, int i) {
    var more = bundle.clone();
    more[i] += budget.quantity(i, money);
    return budget.cost(more) <= budget.cost(bundle);
  }

  private static double[] samples(double own, double most, boolean isFree) {
    var samples = new ArrayList<Double>(List.of(own));
    for (double fraction : FRACTIONS) {
      samples.add(most * fraction);
    }
    for (int k = 1; k <= PARTS; k++) {
      samples.add(most * k / PARTS);
    }
    if (isFree) {
      for (double multiple : MULTIPLES) {
        samples.add(most * multiple);
      }
    }
    return samples.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
  }

  /** The bundle with other goods scaled so that it costs all money, or as nearly as can be. */
  private double[] spent(double[] bundle, int[] others) {
    double low = 0;
    double high = 1;
    for (int k = 0; k < BISECTIONS && budget.cost(scaled(bundle, others, high)) <= money; k++) {
      low = high;
      high *= 2;
    }
    for (int k = 0; k < BISECTIONS; k++) {
      double middle = (low + high) / 2;
      if (budget.cost(scaled(bundle, others, middle)) <= money) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return scaled(bundle, others, low);
  }

  private static double[] scaled(double[] bundle, int[] others, double factor) {
    var changed = bundle.clone();
    for (int j : others) {
      changed[j] *= factor;
    }
    return changed;
  }
}
