package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The code of firms and curves, run by the reference interpreter. */
final class FirmCode {
  private final Interpreter interpreter;

  FirmCode(Economy economy) {
    this.interpreter = new Interpreter(economy.program());
  }

  /**
   * What a firm's code returns: outputs, then the sides of its capacities; empty outside its
   * domain.
   */
  Optional<double[]> run(Firm firm, double[] inputs) {
    return numbers(firm.function(), inputs)
        .filter(r -> Arrays.stream(r).allMatch(Double::isFinite));
  }

  /** A curve's quantity, which is not negative; NaN where it has none. */
  double curve(String function, double... prices) {
    return numbers(function, prices).map(r -> Math.max(0, r[0])).orElse(Double.NaN);
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
