package dev.costate.cli.show;

import dev.costate.cli.report.DisplayWidth;
import java.util.ArrayList;
import java.util.List;

/** Plain text of at most a hundred columns, as far as formulas can be broken. */
final class TerminalPage implements Page {
  private static final int COLUMNS = 96;
  private static final int INDENT = 4;
  private static final int HANGING = 8;

  /** The columns of words before formulas. */
  private static final int LEAD = 10;

  private final List<String> lines = new ArrayList<>();

  private void blank() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  @Override
  public void title(String text) {
    lines.add(text);
  }

  @Override
  public void section(String text) {
    blank();
    lines.add(text);
    lines.add("─".repeat(DisplayWidth.of(text)));
  }

  @Override
  public void part(String title, String facts) {
    blank();
    filled("", 2, List.of((title + " " + facts).strip().split(" ")));
  }

  @Override
  public void prose(String text) {
    filled("", 0, List.of(text.split(" ")));
  }

  @Override
  public void note(String text) {
    filled(" ".repeat(INDENT - 1), HANGING, List.of(text.split(" ")));
  }

  @Override
  public void equations(List<Equation> equations) {
    for (var equation : equations) {
      if (!equation.name().isEmpty()) {
        filled("  ", HANGING, List.of(equation.name().split(" ")));
      }
      var lead = equation.lead();
      if (lead.isEmpty()) {
        filled(" ".repeat(INDENT), HANGING, equation.pieces());
      } else {
        var padded = " ".repeat(INDENT) + lead + " ".repeat(Math.max(2, LEAD - lead.length()));
        filled(padded, padded.length(), equation.pieces());
      }
    }
  }

  private void filled(String indent, int hanging, List<String> pieces) {
    var line = new StringBuilder(indent);
    boolean fresh = true;
    for (var piece : fitting(pieces, COLUMNS - Math.max(hanging, indent.length()))) {
      if (!fresh && DisplayWidth.of(line + " " + piece) > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append(" ".repeat(hanging));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(piece);
      fresh = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  /** Pieces that are too long for a line are taken apart inside, where there are spaces. */
  private static List<String> fitting(List<String> pieces, int width) {
    var fitting = new ArrayList<String>();
    for (var piece : pieces) {
      if (DisplayWidth.of(piece) <= width) {
        fitting.add(piece);
      } else {
        fitting.addAll(List.of(piece.split("(?<=,) | (?=[+−] )")));
      }
    }
    return fitting;
  }

  @Override
  public void code(String code) {
    code.lines().forEach(line -> lines.add((" ".repeat(INDENT) + line).stripTrailing()));
  }

  @Override
  public void table(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    var widths = new int[columns];
    for (var row : rows) {
      for (int k = 0; k < row.size(); k++) {
        widths[k] = Math.max(widths[k], DisplayWidth.of(row.get(k)));
      }
    }
    for (var row : rows) {
      var line = new StringBuilder("  ");
      for (int k = 0; k < row.size() - 1; k++) {
        line.append(row.get(k)).append(" ".repeat(widths[k] - DisplayWidth.of(row.get(k)) + 2));
      }
      int hanging = DisplayWidth.of(line.toString());
      filled(line.toString(), hanging, List.of(row.getLast().split(" ")));
    }
  }

  @Override
  public String text() {
    return String.join("\n", lines).stripTrailing() + "\n";
  }
}
