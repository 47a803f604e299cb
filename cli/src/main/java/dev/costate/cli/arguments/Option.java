package dev.costate.cli.arguments;

import java.util.List;

/**
 * A word that is told by its name.
 *
 * @param name as typed: {@code --json}
 * @param label what its value is called in help ({@code k=v}); empty if it takes none
 * @param choices the only values it takes; empty if any will do
 * @param description what it does, without a full stop
 */
public record Option(
    String name, String label, List<String> choices, String description, Form form) {
  /** Whether it takes a value, and how often it may be given. */
  public enum Form {
    FLAG,
    ONCE,
    REPEATED
  }

  public Option {
    choices = List.copyOf(choices);
  }

  public static Option flag(String name, String description) {
    return new Option(name, "", List.of(), description, Form.FLAG);
  }

  public static Option once(String name, String label, String description) {
    return new Option(name, label, List.of(), description, Form.ONCE);
  }

  public static Option repeated(String name, String label, String description) {
    return new Option(name, label, List.of(), description, Form.REPEATED);
  }

  public static Option choice(String name, List<String> choices, String description) {
    return new Option(name, String.join("|", choices), choices, description, Form.ONCE);
  }

  /** One of so many that its help does not list them. */
  public static Option oneOf(String name, String label, List<String> choices, String description) {
    return new Option(name, label, choices, description, Form.ONCE);
  }

  boolean takesValue() {
    return form != Form.FLAG;
  }

  /** As help shows it: {@code --set k=v}. */
  String shown() {
    return takesValue() ? name + " " + label : name;
  }
}
