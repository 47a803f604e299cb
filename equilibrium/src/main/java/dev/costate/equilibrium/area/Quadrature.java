package dev.costate.equilibrium.area;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Integrals of several functions of one number at once, by the rule of Gauss and Kronrod with 7 and
 * 15 points on parts that are halved where the two disagree (Piessens and others 1983, QUADPACK). A
 * function that is 0 from somewhere on is found to be so by halving.
 */
public final class Quadrature {
  /** Nodes of the rule with 15 points on (0, 1), and the middle. */
  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144691693302,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0
  };

  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };

  /** Of every second node; the others are not among the 7. */
  private static final double[] GAUSS = {
    0,
    0.129484966168869693270611432679082,
    0,
    0.279705391489276667901467771423780,
    0,
    0.381830050505118944950369775488975,
    0,
    0.417959183673469387755102040816327
  };

  /** The error of each integral is at most this fraction of the integral of what is added up. */
  private static final double PRECISION = 1e-13;

  /** Parts that are no wider than this fraction of the whole count as they are. */
  private static final double NARROW = 0x1p-37;

  private static final int MOST_PARTS = 20_000;

  /** Of an interval the first panel is this part. */
  private static final int PANELS = 1 << 12;

  /** Instead of 0, where there may be no value, this fraction of the other end. */
  private static final double NEARLY = 0x1p-60;

  /** Prices beyond the lower end are looked at up to this power of e times it. */
  private static final double FAR = 650;

  /** A tail falls at least by this fraction where prices grow by the factor e. */
  private static final double SLOW = 1e-4;

  /** The fraction is the same everywhere up to this fraction of itself. */
  private static final double STEADY = 1e-9;

  /** What is left beyond must be smaller than this fraction of the whole. */
  private static final double TAIL = 1e-11;

  private Quadrature() {}

  /** Several functions of one number. */
  @FunctionalInterface
  public interface Integrand {
    double[] at(double x);
  }

  private record Part(double from, double to) {}

  /**
   * Integrals.
   *
   * @param jumps whether a function jumps where it is integrated over
   * @param end where all functions become 0 for good, the last number at which they are not; not a
   *     number if they do not
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Integrals(double[] values, boolean[] jumps, double end) {}

  /** From 0 to a number, which may be below; empty if the integrals do not settle. */
  public static Optional<Integrals> from0(double to, Integrand integrand) {
    if (to == 0) {
      int count = integrand.at(to).length;
      return Optional.of(new Integrals(new double[count], new boolean[count], Double.NaN));
    }
    var integrals = supported(to, NEARLY * to, integrand);
    if (to < 0) {
      integrals.ifPresent(known -> Arrays.setAll(known.values, k -> -known.values[k]));
    }
    return integrals;
  }

  /** From one number that is not negative to another; empty if the integrals do not settle. */
  public static Optional<Integrals> between(double from, double to, Integrand integrand) {
    if (from == to) {
      int count = integrand.at(from).length;
      return Optional.of(new Integrals(new double[count], new boolean[count], Double.NaN));
    }
    var integrals = supported(Math.min(from, to), Math.max(from, to), integrand);
    if (to < from) {
      integrals.ifPresent(known -> Arrays.setAll(known.values, k -> -known.values[k]));
    }
    return integrals;
  }

  /**
   * Over all numbers above one; not a number where a function does not become small enough, so that
   * its integral has no end or is not found. Empty if the integrals do not settle.
   */
  public static Optional<Integrals> above(double from, Integrand integrand) {
    double unit = from > 0 ? from : 1;
    Integrand inLogarithms =
        t -> {
          var values = integrand.at(from + unit * Math.expm1(t));
          for (int k = 0; k < values.length; k++) {
            values[k] *= unit * Math.exp(t);
          }
          return values;
        };
    var whole = supported(0, FAR, inLogarithms);
    if (whole.isEmpty()) {
      return whole;
    }
    var values = whole.get().values;
    var last = inLogarithms.at(FAR);
    var before = inLogarithms.at(FAR - 1);
    var earlier = inLogarithms.at(FAR - 2);
    for (int k = 0; k < last.length; k++) {
      if (!(Math.abs(last[k]) <= TAIL * Math.abs(values[k]))) {
        values[k] += tail(last[k], before[k], earlier[k]);
      }
    }
    double end = whole.get().end;
    return Optional.of(new Integrals(values, whole.get().jumps, from + unit * Math.expm1(end)));
  }

  /**
   * What is left of a function that falls by the same fraction for ever; not a number of others.
   */
  private static double tail(double last, double before, double earlier) {
    double rate = -Math.log(last / before);
    double earlierRate = -Math.log(before / earlier);
    return rate > SLOW && Math.abs(rate - earlierRate) <= STEADY * rate ? last / rate : Double.NaN;
  }

  /** With a border where the functions become 0, if they are so at the outer end. */
  private static Optional<Integrals> supported(double inner, double outer, Integrand integrand) {
    var parts = new ArrayList<Part>();
    boolean ends = isZero(outer, integrand);
    double end = ends ? lastOf(inner, outer, integrand) : outer;
    addPanels(inner, end, parts);
    addPanels(end, outer, parts);
    return integral(parts, inner > outer ? -1 : 1, ends ? end : Double.NaN, integrand);
  }

  /** The last number at which not all functions are 0. */
  private static double lastOf(double inner, double outer, Integrand integrand) {
    double some = inner;
    double none = outer;
    while (true) {
      double middle = 0.5 * (some + none);
      if (middle == some || middle == none) {
        return some;
      }
      if (isZero(middle, integrand)) {
        none = middle;
      } else {
        some = middle;
      }
    }
  }

  private static boolean isZero(double x, Integrand integrand) {
    return Arrays.stream(integrand.at(x)).allMatch(value -> value == 0);
  }

  /** Narrow ones at the inner end, each twice as wide as the one before. */
  private static void addPanels(double inner, double outer, List<Part> parts) {
    double reach = 1.0 / PANELS;
    double from = inner;
    for (double part = reach; from != outer; part *= 2) {
      double to = part >= 1 ? outer : inner + part * (outer - inner);
      parts.add(new Part(from, to));
      from = to;
    }
  }

  private static Optional<Integrals> integral(
      List<Part> panels, int sign, double end, Integrand integrand) {
    int count = integrand.at(middle(panels.getFirst())).length;
    var sizes = new double[count];
    for (var panel : panels) {
      var rule = rule(panel.from, panel.to, integrand, count);
      for (int k = 0; k < count; k++) {
        sizes[k] += rule.sizes[k];
      }
    }
    var sums = new double[count];
    var jumps = new boolean[count];
    double outer = panels.getLast().to;
    var parts = new ArrayDeque<>(panels);
    double width = Math.abs(panels.getLast().to - panels.getFirst().from);
    int seen = 0;
    while (!parts.isEmpty()) {
      var part = parts.pop();
      if (++seen > MOST_PARTS) {
        return Optional.empty();
      }
      var rule = rule(part.from, part.to, integrand, count);
      boolean isNarrow = Math.abs(part.to - part.from) <= NARROW * width;
      boolean settled = true;
      for (int k = 0; k < count; k++) {
        sizes[k] = Math.max(sizes[k], rule.sizes[k]);
        boolean isSettled = Math.abs(rule.values[k] - rule.coarse[k]) <= PRECISION * sizes[k];
        settled &= isSettled;
        jumps[k] |= isNarrow && !isSettled && part.to != outer;
      }
      if (settled || isNarrow) {
        for (int k = 0; k < count; k++) {
          sums[k] += sign * rule.values[k];
        }
      } else {
        parts.push(new Part(middle(part), part.to));
        parts.push(new Part(part.from, middle(part)));
      }
    }
    return Arrays.stream(sums).allMatch(Double::isFinite)
        ? Optional.of(new Integrals(sums, jumps, end))
        : Optional.empty();
  }

  private static double middle(Part part) {
    return 0.5 * (part.from + part.to);
  }

  /** What the two rules give, and the integral of the magnitudes. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Rule(double[] values, double[] coarse, double[] sizes) {}

  private static Rule rule(double from, double to, Integrand integrand, int count) {
    var rule = new Rule(new double[count], new double[count], new double[count]);
    double middle = 0.5 * (from + to);
    double half = 0.5 * (to - from);
    for (int i = 0; i < NODES.length; i++) {
      add(rule, i, half, integrand.at(middle + half * NODES[i]));
      if (NODES[i] != 0) {
        add(rule, i, half, integrand.at(middle - half * NODES[i]));
      }
    }
    return rule;
  }

  private static void add(Rule rule, int node, double half, double[] values) {
    for (int k = 0; k < values.length; k++) {
      rule.values[k] += half * KRONROD[node] * values[k];
      rule.coarse[k] += half * GAUSS[node] * values[k];
      rule.sizes[k] += Math.abs(half) * KRONROD[node] * Math.abs(values[k]);
    }
  }
}
