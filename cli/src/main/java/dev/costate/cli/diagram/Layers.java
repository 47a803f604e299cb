package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who stands in which column and in which order: the layered drawing of Sugiyama, Tagawa and Toda
 * (1981). Each node stands right of all it is made from (longest path); a link over several columns
 * passes through a waypoint in each; the order within a column follows the mean of the neighbours.
 *
 * @param columns from left to right, each from top to bottom
 * @param before the slots of the column on the left that links lead from, for each slot; one for
 *     each link
 * @param after the same on the right
 * @param backLinks the positions of links that lead backwards because there is a cycle
 */
record Layers(
    List<List<Slot>> columns,
    List<Integer> backLinks,
    Map<Slot, List<Slot>> before,
    Map<Slot, List<Slot>> after) {
  /** Who stands somewhere in a column. */
  sealed interface Slot {}

  /** A node by its position. */
  record Place(int node) implements Slot {}

  /** A link by its position, on its way through a column. */
  record Waypoint(int link, int column) implements Slot {}

  private static final int SWEEPS = 8;

  static Layers of(Picture picture) {
    var back = backLinks(picture);
    var columnOf = columnOf(picture, back);
    int count = Arrays.stream(columnOf).max().orElse(-1) + 1;
    var columns = new ArrayList<List<Slot>>();
    for (int c = 0; c < count; c++) {
      columns.add(new ArrayList<>());
    }
    for (int i = 0; i < columnOf.length; i++) {
      columns.get(columnOf[i]).add(new Place(i));
    }
    for (int l = 0; l < picture.links().size(); l++) {
      var link = picture.links().get(l);
      for (int c = columnOf[link.from()] + 1; c < columnOf[link.to()]; c++) {
        columns.get(c).add(new Waypoint(l, c));
      }
    }
    var before = new HashMap<Slot, List<Slot>>();
    var after = new HashMap<Slot, List<Slot>>();
    for (int l = 0; l < picture.links().size(); l++) {
      if (!back.contains(l)) {
        var way = way(l, picture.links().get(l), columnOf);
        for (int i = 1; i < way.size(); i++) {
          after.computeIfAbsent(way.get(i - 1), _ -> new ArrayList<>()).add(way.get(i));
          before.computeIfAbsent(way.get(i), _ -> new ArrayList<>()).add(way.get(i - 1));
        }
      }
    }
    order(columns, before, after);
    return new Layers(
        columns.stream().map(List::copyOf).toList(),
        List.copyOf(back),
        Map.copyOf(before),
        Map.copyOf(after));
  }

  /** All slots of a link, from left to right. */
  private static List<Slot> way(int l, Link link, int[] columnOf) {
    var way = new ArrayList<Slot>();
    way.add(new Place(link.from()));
    for (int c = columnOf[link.from()] + 1; c < columnOf[link.to()]; c++) {
      way.add(new Waypoint(l, c));
    }
    way.add(new Place(link.to()));
    return way;
  }

  /** The slots on both sides that a slot is linked with. */
  List<Slot> neighbours(Slot slot) {
    var both = new ArrayList<>(before.getOrDefault(slot, List.of()));
    both.addAll(after.getOrDefault(slot, List.of()));
    return both;
  }

  /**
   * The links that lead back when nodes are taken as soon as all they are made from has been taken,
   * or, in a cycle, in their order.
   */
  private static List<Integer> backLinks(Picture picture) {
    int n = picture.nodes().size();
    var waiting = new int[n];
    for (var link : picture.links()) {
      waiting[link.to()] += link.from() == link.to() ? 0 : 1;
    }
    var rank = new int[n];
    Arrays.fill(rank, -1);
    for (int taken = 0; taken < n; taken++) {
      int next = -1;
      for (int i = n - 1; i >= 0; i--) {
        if (rank[i] < 0 && (next < 0 || waiting[i] == 0 || waiting[next] != 0)) {
          next = i;
        }
      }
      rank[next] = taken;
      for (var link : picture.links()) {
        if (link.from() == next && link.to() != next) {
          waiting[link.to()]--;
        }
      }
    }
    var back = new ArrayList<Integer>();
    for (int l = 0; l < picture.links().size(); l++) {
      if (rank[picture.links().get(l).from()] >= rank[picture.links().get(l).to()]) {
        back.add(l);
      }
    }
    return back;
  }

  private static int[] columnOf(Picture picture, List<Integer> back) {
    var column = new int[picture.nodes().size()];
    var links = new ArrayList<Link>();
    for (int l = 0; l < picture.links().size(); l++) {
      if (!back.contains(l)) {
        links.add(picture.links().get(l));
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var link : links) {
        if (column[link.to()] <= column[link.from()]) {
          column[link.to()] = column[link.from()] + 1;
          changed = true;
        }
      }
    }
    for (int i = 0; i < column.length; i++) {
      int node = i;
      if (links.stream().noneMatch(link -> link.to() == node)) {
        column[i] =
            links.stream()
                .filter(link -> link.from() == node)
                .mapToInt(link -> column[link.to()] - 1)
                .min()
                .orElse(0);
      }
    }
    return column;
  }

  private static void order(
      List<List<Slot>> columns, Map<Slot, List<Slot>> before, Map<Slot, List<Slot>> after) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forward = sweep % 2 == 0;
      for (int k = 1; k < columns.size(); k++) {
        int c = forward ? k : columns.size() - 1 - k;
        var fixed = columns.get(forward ? c - 1 : c + 1);
        var means = means(columns.get(c), fixed, forward ? before : after);
        columns.get(c).sort(Comparator.comparingDouble(slot -> means.getOrDefault(slot, 0.0)));
      }
    }
  }

  /** The mean position of each slot's neighbours in a column; its own where there are none. */
  private static Map<Slot, Double> means(
      List<Slot> column, List<Slot> fixed, Map<Slot, List<Slot>> neighbours) {
    var position = new HashMap<Slot, Integer>();
    fixed.forEach(slot -> position.put(slot, position.size()));
    var means = new HashMap<Slot, Double>();
    for (int i = 0; i < column.size(); i++) {
      var near = neighbours.getOrDefault(column.get(i), List.of());
      means.put(
          column.get(i),
          near.stream().mapToInt(slot -> position.getOrDefault(slot, 0)).average().orElse(i));
    }
    return means;
  }
}
