package dev.costate.equilibrium.region;

import dev.costate.equilibrium.region.Way.Sameness;
import dev.costate.runtime.DeepStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The regions of code that lines through given points lead to, and lines through what they lead to:
 * a condition inside of another is met only where the other holds.
 */
public final class Regions {
  /** Through as many points lines are drawn. */
  private static final int MOST_BASES = 16;

  private static final int MOST_REGIONS = 48;

  /** Of the code, in all. */
  private static final int MOST_RUNS = 3_000;

  /** Points of one region that are kept. */
  private static final int MOST_POINTS = 64;

  private final Ways ways;
  private final int mostRuns;
  private final Function<double[], List<Line>> lines;
  private final List<Region> regions = new ArrayList<>();
  private final ArrayDeque<double[]> bases = new ArrayDeque<>();

  private Regions(Ways ways, Function<double[], List<Line>> lines) {
    this.ways = ways;
    mostRuns = ways.runs() + MOST_RUNS;
    this.lines = lines;
  }

  private record Region(Way way, List<double[]> points) {}

  /**
   * Points of each region, region by region, many of them next to where it ends; none of code that
   * never turns.
   *
   * @param points where to begin
   * @param lines through a point
   */
  public static List<List<double[]>> of(
      Ways ways, List<double[]> points, Function<double[], List<Line>> lines) {
    return DeepStack.call(() -> new Regions(ways, lines).found(points));
  }

  private List<List<double[]>> found(List<double[]> points) {
    boolean turns = false;
    for (var point : points) {
      var way = ways.at(point);
      turns |= !way.turns().isEmpty() || !way.isDefined();
      keep(point, way);
    }
    if (!turns) {
      return List.of();
    }
    bases.clear();
    bases.addAll(points);
    for (int k = 0; k < MOST_BASES && !bases.isEmpty(); k++) {
      for (var line : lines.apply(bases.poll())) {
        if (ways.runs() < mostRuns) {
          Crossings.of(ways, line, mostRuns).forEach(p -> keep(p.arguments(), p.way()));
        }
      }
    }
    return regions.stream().filter(region -> region.way.isDefined()).map(Region::points).toList();
  }

  private void keep(double[] point, Way way) {
    for (var region : regions) {
      if (region.way.isSame(way, Sameness.COMPARED)) {
        if (region.points.size() < MOST_POINTS) {
          region.points.add(point);
        }
        return;
      }
    }
    if (regions.size() < MOST_REGIONS) {
      regions.add(new Region(way, new ArrayList<>(List.of(point))));
      bases.add(point);
    }
  }
}
