package dev.costate.program.run;

import dev.costate.program.Function;
import dev.costate.runtime.Matrix;
import dev.costate.runtime.Vector;
import java.util.List;

/**
 * Between values and the objects that running code works on: Double, Boolean, and the arrays of
 * {@code runtime}.
 */
public final class RuntimeValues {
  private RuntimeValues() {}

  /** A fresh object for a value. */
  public static Object of(Value value) {
    return switch (value) {
      case Value.Number(var number) -> number;
      case Value.Truth(var truth) -> truth;
      case Value.Vector vector -> Vector.owning(vector.elements());
      case Value.Matrix matrix -> Matrix.owning(matrix.rows(), matrix.columns(), matrix.elements());
    };
  }

  /** Fresh objects for the arguments of a call; else as {@link #borrowed}. */
  public static Object[] arguments(Function function, List<Value> values) {
    return arguments(function, values, RuntimeValues::of);
  }

  /**
   * Objects for the arguments of a call which share the arrays of the values: for code that leaves
   * what it is passed as it is.
   *
   * @throws IllegalArgumentException if their number or kinds are not those of the parameters
   */
  public static Object[] borrowed(Function function, List<Value> values) {
    return arguments(function, values, RuntimeValues::borrowed);
  }

  private static Object borrowed(Value value) {
    return switch (value) {
      case Value.Vector vector -> Vector.owning(vector.shared());
      case Value.Matrix matrix -> Matrix.owning(matrix.rows(), matrix.columns(), matrix.shared());
      case Value other -> of(other);
    };
  }

  private static Object[] arguments(
      Function function, List<Value> values, java.util.function.Function<Value, Object> object) {
    var parameters = function.parameters();
    if (values.size() != parameters.size()) {
      throw new IllegalArgumentException(
          "'"
              + function.name()
              + "' takes "
              + parameters.size()
              + " arguments, not "
              + values.size());
    }
    var objects = new Object[values.size()];
    for (int i = 0; i < objects.length; i++) {
      if (values.get(i).kind() != parameters.get(i).kind()) {
        throw new IllegalArgumentException(
            "'"
                + parameters.get(i)
                + "' of '"
                + function.name()
                + "' is a "
                + parameters.get(i).kind()
                + ", not a "
                + values.get(i).kind());
      }
      objects[i] = object.apply(values.get(i));
    }
    return objects;
  }

  /** The value of an object. */
  public static Value value(Object object) {
    return switch (object) {
      case Double number -> new Value.Number(number);
      case Boolean truth -> new Value.Truth(truth);
      case Vector vector -> new Value.Vector(vector.shared());
      case Matrix matrix -> new Value.Matrix(matrix.rows(), matrix.columns(), matrix.shared());
      default ->
          throw new IllegalArgumentException("no value of the language: " + object.getClass());
    };
  }
}
