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

  /**
   * Fresh objects for the arguments of a call.
   *
   * @throws IllegalArgumentException if their number or kinds are not those of the parameters
   */
  public static Object[] arguments(Function function, List<Value> values) {
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
      objects[i] = of(values.get(i));
    }
    return objects;
  }

  /** The value of an object. */
  public static Value value(Object object) {
    return switch (object) {
      case Double number -> new Value.Number(number);
      case Boolean truth -> new Value.Truth(truth);
      case Vector vector -> new Value.Vector(vector.toArray());
      case Matrix matrix -> new Value.Matrix(matrix.rows(), matrix.columns(), matrix.toArray());
      default ->
          throw new IllegalArgumentException("no value of the language: " + object.getClass());
    };
  }
}
