package dev.costate.program;

/**
 * What a value is. The language has one kind of number (binary64); truths occur in conditions and
 * may be kept in variables.
 */
public enum Kind {
  NUMBER("number"),
  VECTOR("vector"),
  MATRIX("matrix"),
  TRUTH("truth value");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  public boolean isArray() {
    return this == VECTOR || this == MATRIX;
  }

  @Override
  public String toString() {
    return word;
  }
}
