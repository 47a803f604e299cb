package dev.costate.cli.diagram;

import static dev.costate.cli.diagram.Markup.with;

import dev.costate.cli.diagram.Layout.Box;
import dev.costate.cli.diagram.Layout.Point;
import dev.costate.cli.diagram.Layout.Route;
import dev.costate.cli.diagram.Layout.Sizes;
import dev.costate.cli.diagram.Layout.Step;
import dev.costate.cli.diagram.Picture.Activity;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture as SVG: one file without references, the same bytes for the same picture, for light and
 * dark pages.
 */
public final class SvgPainter {
  private static final double MARGIN = 32;
  private static final double HEAD = 64;
  private static final double CAPTION = 40;
  private static final double BETWEEN = 30;
  private static final double LINE = 19;
  private static final double SHARE_LINE = 16;
  private static final double BOX_PADDING = 13;
  private static final double LEAST_BOX = 96;
  private static final double LEAST_GAP = 104;

  /** How far the handles of a curve that turns back stand out. */
  private static final double TURN = 36;

  /** The advance of one letter of the typewriter face, in parts of its size. */
  private static final double LETTER = 0.605;

  private static final double LABEL_SIZE = 12.5;
  private static final double NAME_SIZE = 14;
  private static final double VALUE_SIZE = 15;
  private static final double SHARE_SIZE = 11.5;

  /** The row of what is made and the row of what comes back. */
  private enum Row {
    FORWARD,
    BACKWARD
  }

  private final Picture picture;
  private final Layout layout;
  private final Markup svg = new Markup();

  private SvgPainter(Picture picture) {
    this.picture = picture;
    this.layout = Layout.of(picture, sizes(picture));
  }

  public static String paint(Picture picture) {
    var painter = new SvgPainter(picture);
    painter.paint();
    return painter.svg.toString();
  }

  private static Sizes sizes(Picture picture) {
    var widths = new ArrayList<Double>();
    var heights = new ArrayList<Double>();
    for (var node : picture.nodes()) {
      double width = Math.max(letters(node.name(), NAME_SIZE), letters(node.back(), NAME_SIZE));
      width = Math.max(width, letters(ValueText.of(node.value()), VALUE_SIZE));
      width = Math.max(width, letters(ValueText.of(node.returned()), VALUE_SIZE));
      for (var lines : List.of(node.uses(), node.shares())) {
        for (var line : lines) {
          width = Math.max(width, letters(line, SHARE_SIZE));
        }
      }
      widths.add(Math.max(LEAST_BOX, width + 2 * BOX_PADDING));
      heights.add(2 * LINE + 20 + Math.max(node.uses().size(), node.shares().size()) * SHARE_LINE);
    }
    var labels = new ArrayList<Double>();
    for (var link : picture.links()) {
      double width = Math.max(letters(link.code(), LABEL_SIZE), letters(link.maker(), LABEL_SIZE));
      width = Math.max(width, letters(Labels.factor(link), LABEL_SIZE));
      width = Math.max(width, letters(Labels.slope(link), LABEL_SIZE));
      labels.add(Math.max(LEAST_GAP, width + 30));
    }
    return new Sizes(widths, heights, labels, 56, 46, 22, 72);
  }

  private static double letters(String text, double size) {
    return text.codePointCount(0, text.length()) * size * LETTER;
  }

  private void paint() {
    double width = layout.width() + 2 * MARGIN;
    double rowTop = HEAD + CAPTION;
    double secondTop = rowTop + layout.height() + BETWEEN + CAPTION;
    double height = secondTop + layout.height() + MARGIN;
    svg.open(
        "svg",
        with("xmlns", "http://www.w3.org/2000/svg"),
        with("width", width),
        with("height", height),
        with("viewBox", "0 0 " + Markup.number(width) + " " + Markup.number(height)),
        with("role", "img"),
        with("aria-labelledby", "title desc"));
    svg.text("title", picture.title(), with("id", "title"));
    svg.text("desc", Description.of(picture), with("id", "desc"));
    svg.text("style", SvgStyle.TEXT);
    markers();
    svg.empty(
        "rect",
        with("class", "paper"),
        with("x", 0.5),
        with("y", 0.5),
        with("width", width - 1),
        with("height", height - 1),
        with("rx", 14));
    svg.text("text", picture.title(), with("class", "head"), with("x", MARGIN), with("y", 42));
    row(Row.FORWARD, rowTop, picture.forward() + " →");
    row(Row.BACKWARD, secondTop, "← " + picture.backward());
    svg.close();
  }

  private void markers() {
    svg.open("defs");
    for (var kind : List.of("forward", "backward", "idle")) {
      svg.open(
          "marker",
          with("id", kind + "-tip"),
          with("viewBox", "0 0 10 10"),
          with("refX", 9),
          with("refY", 5),
          with("markerWidth", 7),
          with("markerHeight", 7),
          with("orient", "auto"));
      svg.empty("path", with("class", kind + " tip"), with("d", "M0 0.8 L10 5 L0 9.2 Z"));
      svg.close();
    }
    svg.close();
  }

  private void row(Row row, double top, String caption) {
    svg.open(
        "g",
        with("class", name(row)),
        with("transform", "translate(" + Markup.number(MARGIN) + " " + Markup.number(top) + ")"));
    boolean left = row == Row.FORWARD;
    svg.text(
        "text",
        caption,
        with("class", "caption"),
        with("x", left ? 0 : layout.width()),
        with("y", -18));
    for (int l = 0; l < picture.links().size(); l++) {
      link(row, l);
    }
    for (int i = 0; i < picture.nodes().size(); i++) {
      node(row, picture.nodes().get(i), layout.boxes().get(i));
    }
    svg.close();
  }

  private static String name(Row row) {
    return row == Row.FORWARD ? "forward" : "backward";
  }

  private void node(Row row, Picture.Node node, Box box) {
    svg.empty(
        "rect",
        with("class", "box"),
        with("x", box.x()),
        with("y", box.y()),
        with("width", box.width()),
        with("height", box.height()),
        with("rx", 10));
    double center = box.x() + box.width() / 2;
    var shares = row == Row.FORWARD ? node.uses() : node.shares();
    double y = box.middle() - (2 * LINE + shares.size() * SHARE_LINE) / 2 + 13.5;
    write(row == Row.FORWARD ? node.name() : node.back(), "name", center, y);
    y += LINE + 1.5;
    write(ValueText.of(row == Row.FORWARD ? node.value() : node.returned()), "value", center, y);
    y += 1;
    for (var share : shares) {
      y += SHARE_LINE;
      write(share, "share", center, y);
    }
  }

  private void link(Row row, int l) {
    var link = picture.links().get(l);
    var route = layout.routes().get(l);
    boolean idle = link.activity() == Activity.IDLE;
    var tip = idle ? "idle" : name(row);
    svg.empty(
        "path",
        with("class", idle ? "idle line" : "line"),
        with("d", row == Row.FORWARD ? forward(route) : backward(route)),
        with("marker-end", "url(#" + tip + "-tip)"));
    double x = route.label().x();
    double y = route.label().y();
    if (row == Row.BACKWARD) {
      write(Labels.factor(link), "formula", x, y - 7);
      write(Labels.slope(link), "slope", x, y + 16);
    } else if (isFirstOfItsMaker(l)) {
      if (!link.maker().isEmpty()) {
        write(link.maker(), "maker", x, link.code().isEmpty() ? y - 7 : y - 24);
      }
      write(link.code(), "formula", x, y - 7);
    }
  }

  /** What a line or firm computes is written once, where its first input arrives. */
  private boolean isFirstOfItsMaker(int l) {
    var link = picture.links().get(l);
    for (int i = 0; i < picture.links().size(); i++) {
      var other = picture.links().get(i);
      boolean isSame = other.to() == link.to() && other.maker().equals(link.maker());
      if (isSame && layout.routes().get(i).end().y() < layout.routes().get(l).end().y()) {
        return false;
      }
    }
    return true;
  }

  private void write(String text, String kind, double x, double y) {
    if (!text.isEmpty()) {
      svg.text("text", text, with("class", kind), with("x", x), with("y", y));
    }
  }

  private static String forward(Route route) {
    return path(route.start(), route.steps());
  }

  private static String backward(Route route) {
    var steps = new ArrayList<Step>();
    for (int i = route.steps().size() - 1; i >= 0; i--) {
      steps.add(
          new Step(
              route.steps().get(i).form(), i == 0 ? route.start() : route.steps().get(i - 1).to()));
    }
    return path(route.end(), steps);
  }

  private static String path(Point start, List<Step> steps) {
    var path = new StringBuilder("M").append(point(start.x(), start.y()));
    var at = start;
    for (var step : steps) {
      var to = step.to();
      switch (step.form()) {
        case STRAIGHT -> path.append(" L").append(point(to.x(), to.y()));
        case CURVE -> {
          double middle = (at.x() + to.x()) / 2;
          path.append(
              at.y() == to.y() ? " L" + point(to.x(), to.y()) : curve(middle, at, middle, to));
        }
        case RIGHT_TURN -> path.append(curve(at.x() + TURN, at, to.x() + TURN, to));
        case LEFT_TURN -> path.append(curve(at.x() - TURN, at, to.x() - TURN, to));
      }
      at = to;
    }
    return path.toString();
  }

  private static String curve(double leaving, Point from, double arriving, Point to) {
    return " C%s %s %s"
        .formatted(point(leaving, from.y()), point(arriving, to.y()), point(to.x(), to.y()));
  }

  private static String point(double x, double y) {
    return Markup.number(x) + " " + Markup.number(y);
  }
}
