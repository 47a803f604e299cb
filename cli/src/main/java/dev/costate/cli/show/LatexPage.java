package dev.costate.cli.show;

import java.util.List;

/** An article in LaTeX. */
final class LatexPage implements Page {
  /** So much LaTeX is about a line. */
  private static final int LINE = 150;

  private static final String END = "\\end{align*}\n";

  private static final String BEFORE =
      """
      \\documentclass[11pt]{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[a4paper,margin=22mm]{geometry}
      \\usepackage{amsmath,amssymb}
      \\allowdisplaybreaks
      \\setlength{\\parindent}{0pt}
      \\begin{document}
      """;

  private final StringBuilder text = new StringBuilder(BEFORE);

  private void line(String line) {
    text.append(line).append('\n');
  }

  @Override
  public void title(String title) {
    line("\\begin{center}\\Large " + title + "\\end{center}");
  }

  @Override
  public void section(String title) {
    line("");
    line("\\section*{" + title + "}");
  }

  @Override
  public void part(String title, String facts) {
    line("");
    line("\\subsection*{" + title + "}");
    if (!facts.isEmpty()) {
      line(facts);
    }
  }

  @Override
  public void prose(String prose) {
    line("");
    line(prose);
  }

  @Override
  public void note(String text) {
    line("");
    line("\\hspace*{2em}" + text);
  }

  @Override
  public void equations(List<Equation> equations) {
    if (equations.isEmpty()) {
      return;
    }
    if (text.length() > END.length() && text.substring(text.length() - END.length()).equals(END)) {
      text.setLength(text.length() - END.length() - 1);
      line(" \\\\");
    } else {
      line("\\begin{align*}");
    }
    for (int i = 0; i < equations.size(); i++) {
      var equation = equations.get(i);
      if (!equation.name().isEmpty()) {
        line("&\\textit{" + equation.name() + "} \\\\");
      }
      var lead = equation.lead().isEmpty() ? "" : "\\text{" + equation.lead() + "}\\quad ";
      broken(lead, equation.pieces(), i == equations.size() - 1 ? "" : " \\\\");
    }
    text.append(END);
  }

  private void broken(String lead, List<String> pieces, String end) {
    var current = new StringBuilder("&\\quad " + lead);
    int width = 0;
    for (var piece : pieces) {
      if (width > 0 && width + piece.length() > LINE) {
        line(current + " \\\\");
        current.setLength(0);
        current.append("&\\qquad\\quad {} ");
        width = 0;
      }
      current.append(width == 0 ? "" : " ").append(piece);
      width += piece.length();
    }
    line(current + end);
  }

  @Override
  public void code(String code) {
    line("\\begin{verbatim}");
    text.append(code.endsWith("\n") ? code : code + "\n");
    line("\\end{verbatim}");
  }

  @Override
  public void table(List<List<String>> rows) {
    for (var row : rows) {
      line("");
      line("\\hangindent=2em " + String.join(" \\quad ", row));
    }
  }

  @Override
  public String text() {
    return text + "\\end{document}\n";
  }
}
