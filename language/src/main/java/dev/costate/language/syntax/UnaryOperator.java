package dev.costate.language.syntax;

/** The prefix operators, with their text. */
public enum UnaryOperator {
  NEGATE("-"),
  NOT("not ");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
