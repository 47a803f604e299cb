package dev.costate.equilibrium.condition;

import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Finds out by sampling whether a choice between two values is always the least, or always the
 * greatest, of them.
 */
final class BranchChoice {
  private static final int SAMPLES = 60;
  private static final long SEED = 1951;

  /** Inputs are sampled between e to minus and plus this. */
  private static final double LOG_RANGE = 7;

  /** Values that differ by less than this fraction are equal. */
  private static final double EQUAL = 1e-12;

  private final Program program;
  private final Function function;

  BranchChoice(Program program, Function function) {
    this.program = program;
    this.function = function;
  }

  /**
   * {@code MIN} or {@code MAX} if that is what the choice is at every sampled plan, and each side
   * is chosen at some.
   *
   * @param before what computes both sides
   * @param choosing what makes the choice
   */
  Optional<Operation> of(
      List<Statement> before,
      Statement choosing,
      Variable then,
      Variable otherwise,
      Variable chosen) {
    var body = new ArrayList<>(before);
    var keptThen = Variable.number(then.name() + " then");
    var keptOtherwise = Variable.number(otherwise.name() + " otherwise");
    body.add(Branches.keep(keptThen, then, choosing.origin()));
    body.add(Branches.keep(keptOtherwise, otherwise, choosing.origin()));
    body.add(choosing);
    body.add(Branches.returning(List.of(keptThen, keptOtherwise, chosen), function.origin()));
    var name = function.name() + " sampled";
    var sampled =
        new Function(
            name,
            function.parameters(),
            Collections.nCopies(3, Kind.NUMBER),
            new Block(body),
            function.origin());
    return sample(new Interpreter(program.with(List.of(sampled))), name);
  }

  private Optional<Operation> sample(Interpreter interpreter, String name) {
    var random = new Random(SEED);
    boolean least = true;
    boolean greatest = true;
    boolean differs = false;
    for (int k = 0; k < SAMPLES; k++) {
      var arguments = new ArrayList<Value>();
      double common = LOG_RANGE * (2 * random.nextDouble() - 1);
      for (int i = 0; i < function.parameters().size(); i++) {
        arguments.add(Value.of(Math.exp(common + random.nextGaussian())));
      }
      double[] values = run(interpreter, name, arguments);
      if (values.length == 0) {
        return Optional.empty();
      }
      double scale = EQUAL * Math.max(Math.abs(values[0]), Math.abs(values[1]));
      least &= values[2] <= Math.min(values[0], values[1]) + scale;
      greatest &= values[2] >= Math.max(values[0], values[1]) - scale;
      differs |= Math.abs(values[0] - values[1]) > scale;
    }
    if (!differs || least == greatest) {
      return Optional.empty();
    }
    return Optional.of(least ? Operation.MIN : Operation.MAX);
  }

  /** Both sides and the choice; empty if one is not finite. */
  private static double[] run(Interpreter interpreter, String name, List<Value> arguments) {
    try {
      var results =
          interpreter.call(name, arguments).stream()
              .mapToDouble(v -> ((Value.Number) v).value())
              .toArray();
      for (double result : results) {
        if (!Double.isFinite(result)) {
          return new double[0];
        }
      }
      return results;
    } catch (ProgramFailure _) {
      return new double[0];
    }
  }
}
