package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import dev.costate.cli.report.DisplayWidth;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A chain in characters: a row of boxes and below it the row of what comes back, in as many bands
 * as the width asks for. A band begins with the node at which the one before ended.
 */
final class Bands {
  private static final int LEAST_ARROW = 4;
  private static final int LABEL_GAP = 2;

  /** A node's box, and behind it the middle of the label of the arrow to the next. */
  private record Placed(int node, int left, int width, double arrowMiddle) {
    int right() {
      return left + width;
    }
  }

  private final Picture picture;
  private final int columns;
  private final Sheet sheet;

  private Bands(Picture picture, int columns, Sheet sheet) {
    this.picture = picture;
    this.columns = columns;
    this.sheet = sheet;
  }

  static void paint(Picture picture, int columns, Sheet sheet) {
    var full = new Bands(picture, columns, sheet);
    var bands = full.bands();
    var drawn = bands.size() == 1 ? full : new Bands(picture.withShortBacks(), columns, sheet);
    drawn.bands().forEach(drawn::draw);
  }

  private List<List<Placed>> bands() {
    var bands = new ArrayList<List<Placed>>();
    int next = 0;
    while (next < picture.nodes().size()) {
      var band = band(next);
      bands.add(band);
      int last = band.getLast().node();
      if (last == picture.nodes().size() - 1) {
        break;
      }
      next = Math.max(last, next + 1);
    }
    return bands;
  }

  /** As many nodes from this one on as fit, at least two. */
  private List<Placed> band(int first) {
    var band = new ArrayList<Placed>();
    int left = 0;
    double labelRight = -LABEL_GAP;
    for (int node = first; node < picture.nodes().size(); node++) {
      int width = width(picture.nodes().get(node));
      double middle = 0;
      int nextLeft = 0;
      if (node < picture.links().size()) {
        int label = label(picture.links().get(node));
        int right = left + width;
        double least = labelRight + LABEL_GAP + label / 2.0;
        nextLeft = Math.max(right + LEAST_ARROW, (int) Math.ceil(2 * least) - right);
        middle = (right + nextLeft) / 2.0;
        labelRight = Math.floor(middle - label / 2.0) + label;
      }
      boolean fits = left + width <= columns;
      if (!fits && band.size() > 1) {
        break;
      }
      band.add(new Placed(node, left, width, middle));
      if (labelRight > columns && band.size() > 1) {
        break;
      }
      left = nextLeft;
    }
    return band;
  }

  private static int width(Node node) {
    var texts =
        Stream.concat(
            Stream.of(
                node.name(),
                ValueText.of(node.value()),
                node.back(),
                ValueText.of(node.returned())),
            Stream.concat(node.uses().stream(), node.shares().stream()));
    return texts.mapToInt(DisplayWidth::of).max().orElse(0) + 4;
  }

  private static int label(Link link) {
    return Stream.of(link.maker(), link.code(), Labels.factor(link), Labels.slope(link))
        .mapToInt(DisplayWidth::of)
        .max()
        .orElse(0);
  }

  private void draw(List<Placed> band) {
    boolean hasMakers = picture.links().stream().anyMatch(link -> !link.maker().isEmpty());
    int top = sheet.height() + 1;
    if (sheet.height() == 1) {
      sheet.write(top++, 0, picture.forward() + " →", Ink.FORWARD);
    }
    int boxes = top + (hasMakers ? 2 : 1);
    int uses = most(band, Node::uses);
    for (var placed : band) {
      var node = picture.nodes().get(placed.node());
      box(boxes, placed, node.name(), node.value(), node.uses(), uses, Ink.FORWARD);
      if (!placed.equals(band.getLast())) {
        var link = picture.links().get(placed.node());
        int row = boxes - 1;
        sheet.center(row, placed.arrowMiddle(), link.code(), Ink.PLAIN);
        if (hasMakers) {
          sheet.center(row - 1, placed.arrowMiddle(), link.maker(), Ink.FORWARD);
        }
        arrow(boxes + 2, placed, band, Ink.FORWARD);
      }
    }
    top = boxes + 5 + uses;
    var caption = "← " + picture.backward();
    if (band.getFirst().node() == 0) {
      int right = band.getLast().right();
      sheet.write(top++, Math.max(0, right - DisplayWidth.of(caption)), caption, Ink.BACKWARD);
    }
    boxes = top + 2;
    int shares = most(band, Node::shares);
    for (var placed : band) {
      var node = picture.nodes().get(placed.node());
      box(boxes, placed, node.back(), node.returned(), node.shares(), shares, Ink.BACKWARD);
      if (!placed.equals(band.getLast())) {
        var link = picture.links().get(placed.node());
        sheet.center(boxes - 2, placed.arrowMiddle(), Labels.factor(link), Ink.PLAIN);
        sheet.center(boxes - 1, placed.arrowMiddle(), Labels.slope(link), Ink.PLAIN);
        arrow(boxes + 2, placed, band, Ink.BACKWARD);
      }
    }
  }

  private int most(List<Placed> band, Function<Node, List<String>> lines) {
    return band.stream()
        .mapToInt(placed -> lines.apply(picture.nodes().get(placed.node())).size())
        .max()
        .orElse(0);
  }

  /** A box with room for so many lines below the value. */
  private void box(
      int top, Placed placed, String name, Value value, List<String> lines, int room, Ink ink) {
    var edge = "─".repeat(placed.width() - 2);
    sheet.write(top, placed.left(), "┌" + edge + "┐", ink);
    for (int row = top + 1; row <= top + 2 + room; row++) {
      sheet.write(row, placed.left(), "│", ink);
      sheet.write(row, placed.right() - 1, "│", ink);
    }
    double middle = placed.left() + placed.width() / 2.0;
    sheet.center(top + 1, middle, name, ink);
    sheet.center(top + 2, middle, ValueText.of(value), Ink.PLAIN);
    for (int k = 0; k < lines.size(); k++) {
      sheet.center(top + 3 + k, middle, lines.get(k), Ink.PLAIN);
    }
    sheet.write(top + 3 + room, placed.left(), "└" + edge + "┘", ink);
  }

  private void arrow(int row, Placed from, List<Placed> band, Ink ink) {
    int length = band.get(band.indexOf(from) + 1).left() - from.right();
    var line = "─".repeat(length - 1);
    sheet.write(row, from.right(), ink == Ink.FORWARD ? line + "▶" : "◀" + line, ink);
  }
}
