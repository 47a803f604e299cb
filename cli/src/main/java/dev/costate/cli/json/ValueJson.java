package dev.costate.cli.json;

import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of the language in JSON. */
public final class ValueJson {
  private ValueJson() {}

  /** One value as itself, several as an array. */
  public static Json of(List<Value> values) {
    return values.size() == 1
        ? of(values.getFirst())
        : new Json.Array(values.stream().map(ValueJson::of).toList());
  }

  private static Json of(Value value) {
    return switch (value) {
      case Value.Number(var number) -> Json.of(number);
      case Value.Truth(var truth) -> new Json.Truth(truth);
      case Value.Vector vector -> Json.array(vector.elements());
      case Value.Matrix matrix -> {
        var rows = new ArrayList<Json>();
        var elements = matrix.elements();
        for (int i = 0; i < matrix.rows(); i++) {
          rows.add(
              Json.array(
                  Arrays.copyOfRange(elements, i * matrix.columns(), (i + 1) * matrix.columns())));
        }
        yield new Json.Array(rows);
      }
    };
  }
}
