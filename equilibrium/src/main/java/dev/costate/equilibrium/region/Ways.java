package dev.costate.equilibrium.region;

import dev.costate.differentiation.Differentiator;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which way a function of numbers goes, by running it. Not thread-safe. */
public final class Ways {
  private final Interpreter interpreter;
  private final String function;
  private final List<Way.Turn> turns = new ArrayList<>();
  private int runs;

  public Ways(Program program, String function) {
    this.function = function;
    this.interpreter =
        new Interpreter(
            Differentiator.runnable(program),
            new Interpreter.Watch() {
              @Override
              public void entered(String called) {}

              @Override
              public void left(String called) {}

              @Override
              public void turned(Apply at, double difference, double way) {
                if (turns.size() < Way.MOST_TURNS) {
                  turns.add(new Way.Turn(at, difference, way));
                }
              }
            });
  }

  /** How often the function was run. */
  int runs() {
    return runs;
  }

  Way at(double[] arguments) {
    runs++;
    turns.clear();
    boolean isDefined;
    try {
      List<Value> values = Arrays.stream(arguments).<Value>mapToObj(Value.Number::new).toList();
      isDefined =
          interpreter.call(function, values).stream()
              .allMatch(v -> Double.isFinite(((Value.Number) v).value()));
    } catch (ProgramFailure _) {
      isDefined = false;
    }
    return new Way(turns, isDefined);
  }
}
