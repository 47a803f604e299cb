package dev.costate.differentiation.checkpoint;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A function that is nothing but a checkpointed loop over steps:
 *
 * <pre>
 * function f_steps(x, done, a, n):
 *     for i in 1..n checkpointed(10):
 *         x, done = f_step(i, x, done, a)
 *         if done == 1: break
 *     return x, done
 * </pre>
 *
 * @param step the function of one step
 * @param states what a step overwrites, in the order of its results and of the function's
 * @param arguments what a step is passed behind the counter: the states and what it only reads
 * @param done the state that ends the loop where it is 1
 */
public record CheckpointedLoop(
    Function function,
    For loop,
    String step,
    List<Variable> states,
    List<Variable> arguments,
    Optional<Variable> done) {
  /** The largest number of checkpoints in use: with more, hardly a step is saved. */
  private static final int MOST = 1_000;

  public CheckpointedLoop {
    states = List.copyOf(states);
    arguments = List.copyOf(arguments);
  }

  /** How many states of the loop its reverse keeps. */
  int checkpoints() {
    return Math.min(MOST, loop.checkpoints().orElseThrow());
  }

  /** What a step only reads. */
  List<Variable> inputs() {
    return arguments.stream().filter(v -> !states.contains(v)).toList();
  }

  /** The same function as such a loop, if it is one. */
  public static Optional<CheckpointedLoop> find(Function function) {
    var statements = function.body().statements();
    if (statements.size() == 2
        && statements.get(0) instanceof For loop
        && loop.checkpoints().isPresent()
        && statements.get(1) instanceof Return(var values, _)
        && !loop.body().isEmpty()) {
      return find(function, loop, values);
    }
    return Optional.empty();
  }

  private static Optional<CheckpointedLoop> find(
      Function function, For loop, List<Expression> results) {
    var call = call(loop.body().statements().getFirst());
    var done = done(loop.body());
    if (call.isEmpty() || loop.body().statements().size() != (done.isPresent() ? 2 : 1)) {
      return Optional.empty();
    }
    var states = call.get().targets().stream().map(Target::variable).toList();
    var passed = call.get().arguments();
    if (!passed.stream().allMatch(Read.class::isInstance)) {
      return Optional.empty();
    }
    var read = passed.stream().map(a -> ((Read) a).variable()).toList();
    var arguments = read.subList(Math.min(1, read.size()), read.size());
    boolean fits =
        read.indexOf(loop.counter()) == 0
            && new HashSet<>(read).size() == read.size()
            && new HashSet<>(states).size() == states.size()
            && call.get().targets().stream().allMatch(Target.Whole.class::isInstance)
            && arguments.containsAll(states)
            && function.parameters().containsAll(arguments)
            && states.containsAll(done.stream().toList())
            && results.equals(reads(results, states))
            && Walk.expressions(loop).stream().allMatch(bound -> isStable(bound, states));
    return fits
        ? Optional.of(
            new CheckpointedLoop(function, loop, call.get().function(), states, arguments, done))
        : Optional.empty();
  }

  private static List<Expression> reads(List<Expression> results, List<Variable> states) {
    return results.size() == states.size()
        ? IntStream.range(0, states.size())
            .<Expression>mapToObj(i -> new Read(states.get(i), results.get(i).place()))
            .toList()
        : List.of();
  }

  private static boolean isStable(Expression bound, List<Variable> states) {
    return bound instanceof Literal
        || bound instanceof Apply(var operation, var arguments, _, _)
            && operation == Operation.NEGATE
            && arguments.getFirst() instanceof Literal
        || bound instanceof Read(var variable, _) && !states.contains(variable);
  }

  private static Optional<CallMany> call(Statement statement) {
    return switch (statement) {
      case CallMany call -> Optional.of(call);
      case Assign(var target, Call(var function, var arguments, _, _), var origin) ->
          Optional.of(new CallMany(List.of(target), function, arguments, origin));
      case Statement _ -> Optional.empty();
    };
  }

  /** The number that an exit {@code if done == 1: break} tests. */
  private static Optional<Variable> done(Block body) {
    return body.statements().getLast() instanceof If(var condition, var then, var otherwise, _)
            && otherwise.isEmpty()
            && then.statements().size() == 1
            && then.statements().getFirst() instanceof Break
            && condition instanceof Apply(var operation, var sides, _, _)
            && operation == Operation.EQUAL
            && sides.get(0) instanceof Read(var flag, _)
            && sides.get(1) instanceof Literal(var one, _)
            && one == 1
        ? Optional.of(flag)
        : Optional.empty();
  }
}
