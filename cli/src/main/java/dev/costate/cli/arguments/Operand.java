package dev.costate.cli.arguments;

/**
 * A word that is told by its place.
 *
 * @param label how help and errors call it, in capitals: {@code FILE}
 * @param description what it is, without a full stop
 */
public record Operand(String label, String description, Count count) {
  /** How many of it there are. */
  public enum Count {
    ONE,
    AT_MOST_ONE,
    AT_LEAST_ONE
  }

  public static Operand one(String label, String description) {
    return new Operand(label, description, Count.ONE);
  }

  /** One that may be left out; only others of this kind may follow. */
  public static Operand optional(String label, String description) {
    return new Operand(label, description, Count.AT_MOST_ONE);
  }

  /** One that may be repeated; it is the last. */
  public static Operand repeated(String label, String description) {
    return new Operand(label, description, Count.AT_LEAST_ONE);
  }

  /** As a line of usage shows it: {@code [FUNCTION]}. */
  String shown() {
    return switch (count) {
      case ONE -> label;
      case AT_MOST_ONE -> "[" + label + "]";
      case AT_LEAST_ONE -> label + "...";
    };
  }
}
