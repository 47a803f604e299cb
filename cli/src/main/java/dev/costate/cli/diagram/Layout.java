package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Layers.Place;
import dev.costate.cli.diagram.Layers.Slot;
import dev.costate.cli.diagram.Layers.Waypoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a picture stands. Both rows of the picture use it, so that what comes back to
 * a node stands right below the node.
 *
 * @param boxes one for each node
 * @param routes one for each link
 */
record Layout(double width, double height, List<Box> boxes, List<Route> routes) {
  /** The place of a node; x and y of its upper left corner. */
  record Box(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double middle() {
      return y + height / 2;
    }
  }

  /**
   * The way of a link from its beginning to its end.
   *
   * @param label where its label stands: the middle of a straight part
   */
  record Route(Point start, List<Step> steps, Point label) {
    Route {
      steps = List.copyOf(steps);
    }

    Point end() {
      return steps.getLast().to();
    }
  }

  /** A part of a way, to a point. */
  record Step(Form form, Point to) {}

  /** How a way goes on. */
  enum Form {
    /** Leaves and arrives level. */
    CURVE,
    STRAIGHT,
    /** Turns back on the right. */
    RIGHT_TURN,
    /** Turns back on the left. */
    LEFT_TURN
  }

  record Point(double x, double y) {}

  /**
   * The sizes of what is drawn.
   *
   * @param boxWidths of each node
   * @param boxHeights of each node
   * @param labelWidths of each link
   * @param curve how much room a curve takes from left to right
   * @param lane the least distance between two links that arrive side by side
   * @param distance between boxes of a column
   * @param labelHeight how much room a labelled link takes where it arrives
   */
  record Sizes(
      List<Double> boxWidths,
      List<Double> boxHeights,
      List<Double> labelWidths,
      double curve,
      double lane,
      double distance,
      double labelHeight) {
    Sizes {
      boxWidths = List.copyOf(boxWidths);
      boxHeights = List.copyOf(boxHeights);
      labelWidths = List.copyOf(labelWidths);
    }
  }

  static Layout of(Picture picture, Sizes sizes) {
    return new Builder(picture, sizes).build();
  }

  private static final class Builder {
    private static final int SWEEPS = 12;

    /**
     * Links leave a box closer to each other than they arrive, as their labels stand where they
     * arrive.
     */
    private static final double CLOSER = 0.4;

    private final Picture picture;
    private final Sizes sizes;
    private final Layers layers;
    private final Map<Slot, Double> middle = new HashMap<>();
    private final Map<Slot, Integer> columnOf = new HashMap<>();
    private final List<List<Integer>> linksFrom = new ArrayList<>();
    private final List<List<Integer>> linksTo = new ArrayList<>();
    private double[] left = {};
    private double[] columnWidth = {};

    Builder(Picture picture, Sizes sizes) {
      this.picture = picture;
      this.sizes = sizes;
      this.layers = Layers.of(picture);
      for (int i = 0; i < picture.nodes().size(); i++) {
        linksFrom.add(new ArrayList<>());
        linksTo.add(new ArrayList<>());
      }
      for (int l = 0; l < picture.links().size(); l++) {
        linksFrom.get(picture.links().get(l).from()).add(l);
        linksTo.get(picture.links().get(l).to()).add(l);
      }
      for (int c = 0; c < layers.columns().size(); c++) {
        for (var slot : layers.columns().get(c)) {
          columnOf.put(slot, c);
        }
      }
    }

    Layout build() {
      layers.columns().forEach(column -> settle(column, new HashMap<>()));
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        for (int k = 0; k < layers.columns().size(); k++) {
          int c = sweep % 2 == 0 ? k : layers.columns().size() - 1 - k;
          settle(layers.columns().get(c), wishes(c));
        }
      }
      double top =
          middle.keySet().stream().mapToDouble(s -> middleOf(s) - height(s) / 2).min().orElse(0);
      middle.replaceAll((_, y) -> y - top);
      placeColumns();
      double bottom =
          middle.keySet().stream().mapToDouble(s -> middleOf(s) + height(s) / 2).max().orElse(0);
      var boxes = new ArrayList<Box>();
      for (int i = 0; i < picture.nodes().size(); i++) {
        boxes.add(box(i));
      }
      var routes = new ArrayList<Route>();
      for (int l = 0; l < picture.links().size(); l++) {
        int track = layers.backLinks().indexOf(l);
        routes.add(track < 0 ? forward(l) : around(l, bottom + (track + 0.7) * sizes.lane()));
      }
      int last = left.length - 1;
      double around = layers.backLinks().isEmpty() ? 0 : sizes.curve() / 2;
      double width = last < 0 ? 0 : left[last] + columnWidth[last] + around;
      return new Layout(
          width,
          bottom
              + (layers.backLinks().isEmpty()
                  ? 0
                  : (layers.backLinks().size() + 0.4) * sizes.lane()),
          boxes,
          routes);
    }

    /**
     * Puts the slots of a column as near to their wishes as their order and sizes allow (isotonic
     * regression, by pooling).
     */
    private void settle(List<Slot> column, Map<Slot, Double> wishes) {
      var offsets = new double[column.size()];
      for (int i = 1; i < offsets.length; i++) {
        offsets[i] =
            offsets[i - 1]
                + (height(column.get(i - 1)) + height(column.get(i))) / 2
                + sizes.distance();
      }
      var pools = new ArrayList<double[]>();
      for (int i = 0; i < offsets.length; i++) {
        double wish =
            wishes.getOrDefault(column.get(i), middle.getOrDefault(column.get(i), 0.0))
                - offsets[i];
        var pool = new double[] {wish, 1};
        while (!pools.isEmpty() && pools.getLast()[0] >= pool[0]) {
          var before = pools.removeLast();
          double count = before[1] + pool[1];
          pool = new double[] {(before[0] * before[1] + pool[0] * pool[1]) / count, count};
        }
        pools.add(pool);
      }
      int i = 0;
      for (var pool : pools) {
        for (int k = 0; k < pool[1]; k++, i++) {
          middle.put(column.get(i), pool[0] + offsets[i]);
        }
      }
    }

    private Map<Slot, Double> wishes(int c) {
      var wishes = new HashMap<Slot, Double>();
      for (var slot : layers.columns().get(c)) {
        var near = layers.neighbours(slot);
        if (!near.isEmpty()) {
          wishes.put(slot, near.stream().mapToDouble(this::middleOf).average().orElse(0));
        }
      }
      return wishes;
    }

    private double middleOf(Slot slot) {
      return middle.getOrDefault(slot, 0.0);
    }

    private double height(Slot slot) {
      return switch (slot) {
        case Place(var node) ->
            Math.max(
                boxHeight(node),
                (linksTo.get(node).size() - 1) * sizes.lane() + sizes.labelHeight());
        case Waypoint _ -> sizes.lane() / 2;
      };
    }

    private double boxHeight(int node) {
      double arriving = (linksTo.get(node).size() - 1) * sizes.lane();
      double leaving = (linksFrom.get(node).size() - 1) * sizes.lane() * CLOSER;
      return Math.max(sizes.boxHeights().get(node), Math.max(arriving, leaving) + sizes.distance());
    }

    private void placeColumns() {
      int count = layers.columns().size();
      left = new double[count];
      columnWidth = new double[count];
      double x = layers.backLinks().isEmpty() ? 0 : sizes.curve() / 2;
      for (int c = 0; c < count; c++) {
        if (c > 0) {
          x += columnWidth[c - 1] + gap(c);
        }
        left[c] = x;
        for (var slot : layers.columns().get(c)) {
          if (slot instanceof Place(var node)) {
            columnWidth[c] = Math.max(columnWidth[c], sizes.boxWidths().get(node));
          }
        }
      }
    }

    /**
     * The room between a column and the one before it: for the labels of links that arrive, and for
     * curves if there are any.
     */
    private double gap(int c) {
      double label = 0;
      for (int l = 0; l < picture.links().size(); l++) {
        if (!layers.backLinks().contains(l)
            && columnOf(new Place(picture.links().get(l).to())) == c) {
          label = Math.max(label, sizes.labelWidths().get(l));
        }
      }
      return label + (isStraight(c) ? 0 : sizes.curve());
    }

    private boolean isStraight(int c) {
      return layers.columns().get(c).size() == 1
          && layers.columns().get(c - 1).size() == 1
          && picture.links().stream().filter(l -> columnOf(new Place(l.to())) == c).count() == 1;
    }

    private int columnOf(Slot slot) {
      return columnOf.getOrDefault(slot, 0);
    }

    private Box box(int node) {
      var slot = new Place(node);
      double height = boxHeight(node);
      int c = columnOf(slot);
      return new Box(left[c], middleOf(slot) - height / 2, columnWidth[c], height);
    }

    private Route forward(int l) {
      var link = picture.links().get(l);
      var start =
          new Point(
              box(link.from()).right(),
              port(l, leaving(link.from()), new Place(link.from()), CLOSER));
      var steps = new ArrayList<Step>();
      int last = columnOf(new Place(link.to()));
      double label = 0;
      for (int c = columnOf(new Place(link.from())) + 1; c <= last; c++) {
        double y =
            c < last
                ? middleOf(new Waypoint(l, c))
                : port(l, arriving(link.to()), new Place(link.to()), 1);
        double bend = left[c - 1] + columnWidth[c - 1] + (isStraight(c) ? 0 : sizes.curve());
        double x = c < last ? left[c] + columnWidth[c] : left[c];
        steps.add(new Step(Form.CURVE, new Point(bend, y)));
        steps.add(new Step(Form.STRAIGHT, new Point(x, y)));
        label = (bend + left[c]) / 2;
      }
      return new Route(start, steps, new Point(label, steps.getLast().to().y()));
    }

    /** A link back: out of the box, below everything to the left, and in from the left. */
    private Route around(int l, double track) {
      var link = picture.links().get(l);
      var from = box(link.from());
      var to = box(link.to());
      var start =
          new Point(from.right(), port(l, leaving(link.from()), new Place(link.from()), CLOSER));
      var end = new Point(to.x(), port(l, arriving(link.to()), new Place(link.to()), 1));
      var steps =
          List.of(
              new Step(Form.RIGHT_TURN, new Point(from.right(), track)),
              new Step(Form.STRAIGHT, new Point(to.x(), track)),
              new Step(Form.LEFT_TURN, end));
      return new Route(start, steps, new Point((from.right() + to.x()) / 2, track));
    }

    /** Where a link touches the side of a box, among all that touch it. */
    private double port(int link, List<Integer> all, Slot box, double closeness) {
      double lane = sizes.lane() * closeness;
      return middleOf(box) + (all.indexOf(link) - (all.size() - 1) / 2.0) * lane;
    }

    private List<Integer> leaving(int node) {
      return sorted(linksFrom.get(node), 1);
    }

    private List<Integer> arriving(int node) {
      return sorted(linksTo.get(node), -1);
    }

    /** Links by where they come from or go to, from top to bottom; those that lead back last. */
    private List<Integer> sorted(List<Integer> links, int side) {
      var found = new ArrayList<>(links);
      found.sort(
          Comparator.comparingDouble((Integer l) ->
              layers.backLinks().contains(l) ? Double.MAX_VALUE : middleOf(neighbour(l, side))));
      return found;
    }

    private Slot neighbour(int l, int side) {
      var link = picture.links().get(l);
      int from = columnOf(new Place(link.from()));
      int to = columnOf(new Place(link.to()));
      if (to - from == 1) {
        return new Place(side > 0 ? link.to() : link.from());
      }
      return new Waypoint(l, side > 0 ? from + 1 : to - 1);
    }
  }
}
