package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The code of firms, consumers and curves, run by the reference interpreter. */
final class FirmCode {
  private final Interpreter interpreter;

  FirmCode(Economy economy) {
    this(economy.program());
  }

  FirmCode(Program program) {
    this.interpreter = new Interpreter(program);
  }

  /**
   * What a firm's code returns: outputs, then the sides of its capacities; empty outside its
   * domain.
   */
  Optional<double[]> run(String function, double[] decisions) {
    return numbers(function, decisions).filter(r -> Arrays.stream(r).allMatch(Double::isFinite));
  }

  /** A curve's quantity, which is not negative; NaN where it has none. */
  double curve(String function, double... prices) {
    return Math.max(0, number(function, prices));
  }

  /** What a function with one result returns; NaN where it has none. */
  double number(String function, double... arguments) {
    return numbers(function, arguments).map(r -> r[0]).orElse(Double.NaN);
  }

  private Optional<double[]> numbers(String function, double[] arguments) {
    List<Value> values = Arrays.stream(arguments).<Value>mapToObj(Value.Number::new).toList();
    try {
      return Optional.of(
          interpreter.call(function, values).stream()
              .mapToDouble(v -> ((Value.Number) v).value())
              .toArray());
    } catch (ProgramFailure _) {
      return Optional.empty(); // a plan is available only where the code gives finite numbers
    }
  }
}
