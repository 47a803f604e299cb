package dev.costate.program;

import java.util.Objects;

/** A parameter or local of a function; within a function equal names are the same variable. */
public record Variable(String name, Kind kind) {
  public Variable {
    Objects.requireNonNull(name);
    Objects.requireNonNull(kind);
  }

  public static Variable number(String name) {
    return new Variable(name, Kind.NUMBER);
  }

  public static Variable vector(String name) {
    return new Variable(name, Kind.VECTOR);
  }

  @Override
  public String toString() {
    return name;
  }
}
