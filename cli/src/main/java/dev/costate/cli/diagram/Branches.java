package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import dev.costate.cli.report.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * Any picture in characters: node below node, each with an arrow to everything that is made from it
 * on the left, and on the right the same arrows with what they bring back.
 */
final class Branches {
  private static final int GAP = 2;

  private final Picture picture;
  private final Sheet sheet;
  private final int right;
  private final int columns;

  private Branches(Picture picture, int columns, Sheet sheet) {
    this.picture = picture;
    this.sheet = sheet;
    this.columns = columns;
    this.right = columns / 2 - GAP;
  }

  static void paint(Picture picture, int columns, Sheet sheet) {
    var branches = new Branches(picture, columns, sheet);
    sheet.write(2, 0, picture.forward() + " →", Ink.FORWARD);
    sheet.write(2, branches.right, "← " + picture.backward(), Ink.BACKWARD);
    for (int i = 0; i < picture.nodes().size(); i++) {
      branches.node(i);
    }
  }

  private void node(int i) {
    Node node = picture.nodes().get(i);
    int row = sheet.height() + 1;
    sheet.write(row, 0, node.name(), Ink.FORWARD);
    sheet.write(row, DisplayWidth.of(node.name()), " = " + ValueText.of(node.value()), Ink.PLAIN);
    sheet.write(row, right, node.back(), Ink.BACKWARD);
    sheet.write(
        row,
        right + DisplayWidth.of(node.back()),
        " = " + ValueText.of(node.returned()),
        Ink.PLAIN);
    var uses = wrapped(node.uses(), right - GAP - 2);
    var shares = wrapped(node.shares(), columns - right - 2);
    for (int k = 0; k < Math.max(uses.size(), shares.size()); k++) {
      row++;
      under(row, 0, uses, k, Ink.FORWARD);
      under(row, right, shares, k, Ink.BACKWARD);
    }
    var links = picture.links().stream().filter(link -> link.from() == i).toList();
    for (int l = 0; l < links.size(); l++) {
      row = link(row + 1, links.get(l), l == links.size() - 1);
    }
  }

  /** A line below a node's name, beside the rail that goes on to its arrows. */
  private void under(int row, int left, List<String> lines, int k, Ink rail) {
    sheet.write(row, left, "│", rail);
    if (k < lines.size()) {
      sheet.write(row, left + 2, lines.get(k), Ink.PLAIN);
    }
  }

  private static List<String> wrapped(List<String> texts, int columns) {
    return texts.stream().flatMap(text -> wrapped(text, columns).stream()).toList();
  }

  /** Draws from a row on; the last row that was used. */
  private int link(int row, Link link, boolean isLast) {
    boolean idle = link.activity() == Activity.IDLE;
    var to = picture.nodes().get(link.to());
    var from = idle ? "╌╌▶" : "──▶";
    var back = idle ? "◀╌╌" : "◀──";
    var joint = isLast ? "└" : "├";
    var rail = isLast ? " " : "│";
    var left = new ArrayList<String>();
    left.add(to.name());
    var code =
        link.maker().isEmpty()
            ? link.code()
            : link.maker() + (link.code().isEmpty() ? "" : ": " + link.code());
    left.addAll(wrapped(code, right - GAP - 5));
    var returns = new ArrayList<String>();
    returns.addAll(wrapped(to.back() + " " + Labels.factor(link), columns - right - 5));
    if (!Labels.slope(link).isEmpty()) {
      returns.add("  " + Labels.slope(link));
    }
    int rows = Math.max(left.size(), returns.size());
    for (int k = 0; k < rows; k++) {
      sheet.write(row + k, 0, k == 0 ? joint + from : rail, idle ? Ink.FAINT : Ink.FORWARD);
      sheet.write(row + k, right, k == 0 ? joint + back : rail, idle ? Ink.FAINT : Ink.BACKWARD);
      if (k < left.size()) {
        sheet.write(row + k, 5, left.get(k), k == 0 ? Ink.FORWARD : Ink.PLAIN);
      }
      if (k < returns.size()) {
        sheet.write(row + k, right + 5, returns.get(k), Ink.PLAIN);
      }
    }
    return row + rows - 1;
  }

  /**
   * The text in lines of at most so many columns, broken at blanks; a word that is too long is cut.
   */
  private static List<String> wrapped(String text, int columns) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (var word : text.split(" ", -1)) {
      if (!line.isEmpty() && DisplayWidth.of(line + " " + word) > columns) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(" ");
      }
      line.append(line.isEmpty() || line.toString().isBlank() ? "" : " ")
          .append(cut(word, columns - 2));
    }
    lines.add(line.toString());
    return lines;
  }

  private static String cut(String word, int columns) {
    if (DisplayWidth.of(word) <= columns) {
      return word;
    }
    var cut = new StringBuilder();
    for (int character : word.codePoints().toArray()) {
      if (DisplayWidth.of(cut + Character.toString(character)) > columns - 1) {
        break;
      }
      cut.appendCodePoint(character);
    }
    return cut + "…";
  }
}
