package dev.costate.cli.diagram;

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
 * @param backLinks the positions of links that lead backwards because there is a cycle
 */
record Layers(List<List<Slot>> columns, List<Integer> backLinks) {
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
    order(columns, picture, back);
    return new Layers(columns.stream().map(List::copyOf).toList(), List.copyOf(back));
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
    var links = new ArrayList<Picture.Link>();
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

  private static void order(List<List<Slot>> columns, Picture picture, List<Integer> back) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forward = sweep % 2 == 0;
      for (int k = 1; k < columns.size(); k++) {
        int c = forward ? k : columns.size() - 1 - k;
        var fixed = columns.get(forward ? c - 1 : c + 1);
        var means = means(columns.get(c), fixed, picture, back);
        columns.get(c).sort(Comparator.comparingDouble(slot -> means.getOrDefault(slot, 0.0)));
      }
    }
  }

  private static Map<Slot, Double> means(
      List<Slot> column, List<Slot> fixed, Picture picture, List<Integer> back) {
    var means = new HashMap<Slot, Double>();
    for (int i = 0; i < column.size(); i++) {
      var slot = column.get(i);
      double sum = 0;
      int count = 0;
      for (int j = 0; j < fixed.size(); j++) {
        int joints = joints(slot, fixed.get(j), picture, back);
        sum += joints * (double) j;
        count += joints;
      }
      means.put(slot, count == 0 ? i : sum / count);
    }
    return means;
  }

  /** How many links run between two slots of neighbouring columns. */
  static int joints(Slot one, Slot other, Picture picture, List<Integer> back) {
    int joints = 0;
    for (int l = 0; l < picture.links().size(); l++) {
      if (!back.contains(l) && touches(one, l, picture) && touches(other, l, picture)) {
        joints++;
      }
    }
    return joints;
  }

  private static boolean touches(Slot slot, int link, Picture picture) {
    return switch (slot) {
      case Place(var node) ->
          picture.links().get(link).from() == node || picture.links().get(link).to() == node;
      case Waypoint(var passing, _) -> passing == link;
    };
  }
}
