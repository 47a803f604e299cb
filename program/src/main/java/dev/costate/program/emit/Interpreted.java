package dev.costate.program.emit;

import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.RuntimeValues;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter in the place of generated code: for calls that generated code gives up, and
 * programs that fit no class.
 */
record Interpreted(Program program, Interpreter interpreter) implements Code {
  @Override
  public void enter(
      int function,
      double[] numbers,
      @Nullable Object[] arrays,
      double[] outNumbers,
      @Nullable Object[] outArrays,
      int remaining) {
    var called = program.functions().get(function);
    var arguments = new ArrayList<Value>();
    int number = 0;
    int array = 0;
    for (var parameter : called.parameters()) {
      arguments.add(
          switch (parameter.kind()) {
            case NUMBER -> Value.of(numbers[number++]);
            case TRUTH -> Value.of(numbers[number++] != 0);
            case VECTOR, MATRIX -> RuntimeValues.value(Objects.requireNonNull(arrays[array++]));
          });
    }
    var results = interpreter.call(called.name(), arguments);
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case Value.Number(var value) -> outNumbers[i] = value;
        case Value.Truth(var truth) -> outNumbers[i] = truth ? 1 : 0;
        case Value.Vector vector -> outArrays[i] = RuntimeValues.of(vector);
        case Value.Matrix matrix -> outArrays[i] = RuntimeValues.of(matrix);
      }
    }
  }
}
