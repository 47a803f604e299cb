package dev.costate.equilibrium.region;

import dev.costate.equilibrium.region.Way.Sameness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a line into the regions that code has along it. */
final class Crossings {
  /** Between two samples; a rounding may divide them without end. */
  private static final int MOST_BETWEEN_SAMPLES = 8;

  private static final int MOST_HALVINGS = 1_100;

  /** Nearer to 0 than this fraction of the line is 0. */
  private static final double NOTHING = 1e-30;

  /** How near the end of an interval its slope is taken, as a fraction of it. */
  private static final double NEAR = 1e-6;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int GOLDEN_STEPS = 60;

  private final Ways ways;
  private final Line line;
  private final int mostRuns;
  private final List<Point> found = new ArrayList<>();
  private int left;

  private Crossings(Ways ways, Line line, int mostRuns) {
    this.ways = ways;
    this.line = line;
    this.mostRuns = mostRuns;
  }

  /** A place on a line. */
  @SuppressWarnings("ArrayRecordComponent")
  record Point(double place, double[] arguments, Way way) {}

  /**
   * The samples and, on both sides of wherever the code is seen to turn between them, a point next
   * to it.
   *
   * @param mostRuns of the code, in all that was done with it
   */
  static List<Point> of(Ways ways, Line line, int mostRuns) {
    var crossings = new Crossings(ways, line, mostRuns);
    crossings.run();
    return crossings.found;
  }

  private void run() {
    var before = Optional.<Point>empty();
    for (double sample : line.samples()) {
      var next = point(sample);
      found.add(next);
      left = MOST_BETWEEN_SAMPLES;
      before.ifPresent(last -> divide(last, next));
      before = Optional.of(next);
    }
  }

  private Point point(double place) {
    var arguments = line.at().apply(place);
    return new Point(place, arguments, ways.at(arguments));
  }

  private void divide(Point a, Point b) {
    if (left <= 0 || ways.runs() > mostRuns || middle(a.place, b.place).isEmpty()) {
      return;
    }
    var parting = a.way.parting(b.way);
    if (parting.isEmpty()) {
      hidden(a, b)
          .ifPresent(inside -> {
            left--;
            found.add(inside);
            divide(a, inside);
            divide(inside, b);
          });
      return;
    }
    left--;
    var low = a;
    var high = b;
    for (int k = 0; k < MOST_HALVINGS; k++) {
      var middle = middle(low.place, high.place);
      if (middle.isEmpty()) {
        break;
      }
      var between = point(middle.get());
      if (parting.get().isBehind(a.way, between.way)) {
        low = between;
      } else {
        high = between;
      }
    }
    found.add(low);
    found.add(high);
    divide(a, low);
    divide(high, b);
  }

  /** A place between two; empty if there is none that matters. */
  private Optional<Double> middle(double a, double b) {
    double middle = a + (b - a) / 2;
    var samples = line.samples();
    double length = samples[samples.length - 1] - samples[0];
    return a < middle && middle < b && b - a > NOTHING * length
        ? Optional.of(middle)
        : Optional.empty();
  }

  /**
   * A point between two of one region that is in another: looked for where something that is
   * compared comes nearer from both sides.
   */
  private Optional<Point> hidden(Point a, Point b) {
    if (a.way.turns().isEmpty()) {
      return Optional.empty();
    }
    double step = NEAR * (b.place - a.place);
    var afterA = point(a.place + step);
    var beforeB = point(b.place - step);
    for (var near : List.of(afterA, beforeB)) {
      if (!near.way.isSame(a.way, Sameness.ROUNDED)) {
        return Optional.of(near);
      }
    }
    for (int turn = 0; turn < a.way.turns().size(); turn++) {
      if (distance(afterA, turn) < distance(a, turn)
          && distance(beforeB, turn) < distance(b, turn)) {
        var nearest = nearest(a, b, turn);
        if (nearest.isPresent()) {
          return nearest;
        }
      }
    }
    return Optional.empty();
  }

  private static double distance(Point point, int turn) {
    return Math.abs(point.way.turns().get(turn).difference());
  }

  /** Golden section: towards where a difference is smallest, until the code goes another way. */
  private Optional<Point> nearest(Point a, Point b, int turn) {
    double from = a.place;
    double to = b.place;
    var left = point(to - GOLDEN * (to - from));
    var right = point(from + GOLDEN * (to - from));
    for (int k = 0; k < GOLDEN_STEPS; k++) {
      for (var point : List.of(left, right)) {
        if (!point.way.isSame(a.way, Sameness.ROUNDED)) {
          return Optional.of(point);
        }
      }
      if (distance(left, turn) < distance(right, turn)) {
        to = right.place;
        right = left;
        left = point(to - GOLDEN * (to - from));
      } else {
        from = left.place;
        left = right;
        right = point(from + GOLDEN * (to - from));
      }
    }
    return Optional.empty();
  }
}
