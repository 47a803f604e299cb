package dev.costate.cli.diagram;

/** What a character of the picture belongs to; on a terminal each has its colour. */
enum Ink {
  PLAIN(""),
  FORWARD("\u001B[36m"),
  BACKWARD("\u001B[33m"),
  FAINT("\u001B[2m");

  static final String END = "\u001B[0m";

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
