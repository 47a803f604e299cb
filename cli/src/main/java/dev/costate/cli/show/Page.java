package dev.costate.cli.show;

import java.util.List;

/** What a market is shown on. */
sealed interface Page permits TerminalPage, LatexPage {
  void title(String text);

  void section(String text);

  /**
   * A part of a section, such as one firm.
   *
   * @param facts what is said of it at once, or an empty string
   */
  void part(String title, String facts);

  /** A paragraph, in the notation of the page. */
  void prose(String text);

  /** A remark on what stands before it. */
  void note(String text);

  /** Formulas one below the other. */
  void equations(List<Equation> equations);

  /** Code as it is. */
  void code(String code);

  /** Lines of cells in columns, in the notation of the page. */
  void table(List<List<String>> rows);

  String text();
}
