package dev.costate.equilibrium.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines through a plan: along each decision, and through plans with all quantities in proportion.
 *
 * @param sizes a natural size of each decision that is a quantity, positive; they come first
 * @param lower the bounds of each other decision, where it has any
 */
@SuppressWarnings("ArrayRecordComponent")
public record DecisionLines(double[] sizes, double[] lower, double[] upper) {
  private static final int DECADES = 6;
  private static final int BETWEEN_BOUNDS = 12;

  public List<Line> through(double[] plan) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < sizes.length; i++) {
      lines.add(along(plan, i, multiples(Math.max(plan[i], sizes[i]), plan[i])));
    }
    for (int c = 0; c < lower.length; c++) {
      int i = sizes.length + c;
      boolean isBounded = Double.isFinite(upper[c] - lower[c]);
      lines.add(along(plan, i, isBounded ? between(lower[c], upper[c]) : around(plan[i], c)));
    }
    if (sizes.length > 1) {
      lines.add(new Line(multiples(1, 1), t -> scaled(plan, t)));
    }
    return lines;
  }

  private static Line along(double[] plan, int i, double[] samples) {
    return new Line(
        samples,
        t -> {
          var changed = plan.clone();
          changed[i] = t;
          return changed;
        });
  }

  private double[] scaled(double[] plan, double factor) {
    var changed = plan.clone();
    for (int i = 0; i < sizes.length; i++) {
      changed[i] *= factor;
    }
    return changed;
  }

  /** 0, what is there, and half decades about a size. */
  private static double[] multiples(double size, double own) {
    return IntStream.rangeClosed(-2 * DECADES, 2 * DECADES)
        .mapToDouble(k -> size * Math.pow(10, k / 2.0))
        .collect(
            () -> new ArrayList<>(List.of(0.0, own)),
            ArrayList<Double>::add,
            ArrayList<Double>::addAll)
        .stream()
        .mapToDouble(Double::doubleValue)
        .sorted()
        .distinct()
        .toArray();
  }

  private static double[] between(double lower, double upper) {
    return IntStream.rangeClosed(0, BETWEEN_BOUNDS)
        .mapToDouble(k -> lower + (upper - lower) * k / BETWEEN_BOUNDS)
        .toArray();
  }

  /** Where a choice has no or one bound. */
  private double[] around(double own, int choice) {
    double size = Math.max(1, Math.abs(own));
    return Arrays.stream(multiples(size, size))
        .flatMap(t -> Arrays.stream(new double[] {own - t, own + t}))
        .map(t -> Math.clamp(t, lower[choice], upper[choice]))
        .sorted()
        .distinct()
        .toArray();
  }
}
