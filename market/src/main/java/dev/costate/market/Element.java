package dev.costate.market;

/** What a builder declares. */
interface Element {
  /** Writes the declaration, with a line end behind it. */
  void compose(Composition text);
}
