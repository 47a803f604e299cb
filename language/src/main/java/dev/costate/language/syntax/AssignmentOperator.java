package dev.costate.language.syntax;

/** The forms of assignment. */
public enum AssignmentOperator {
  ASSIGN("="),
  ADD("+="),
  SUBTRACT("-="),
  MULTIPLY("*="),
  DIVIDE("/=");

  private final String text;

  AssignmentOperator(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
