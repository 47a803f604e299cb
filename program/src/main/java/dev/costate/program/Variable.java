package dev.costate.program;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  // Variables are hashed everywhere; the generated methods would be linked at run time, which takes
  // longer than compiling a small program.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Variable variable
        && kind == variable.kind
        && name.equals(variable.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
