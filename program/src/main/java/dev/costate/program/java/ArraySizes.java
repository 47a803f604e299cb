package dev.costate.program.java;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.facts.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Knows of indices that they are in range, because a loop counts from at least 1 up to the length
 * of the array: {@code v[i]} in {@code for i in 1..length(v)}, also where another array was made as
 * long as {@code v}.
 */
final class ArraySizes {
  /**
   * The length of an array in one dimension.
   *
   * @param dimension 0 for the length of a vector or the rows of a matrix, 1 for its columns
   */
  private record Size(Variable array, int dimension) {}

  /** A counter is at least {@code least}, and at most the size less {@code slack}. */
  private record Bound(Variable counter, int least, Size size, int slack) {}

  private final Map<Variable, Expression> definitions = new HashMap<>();
  private final Set<Variable> fixed = new HashSet<>();
  private final List<Bound> bounds = new ArrayList<>();

  ArraySizes(Function function) {
    var written = new HashSet<Variable>();
    var unclear = new HashSet<Variable>(function.parameters());
    Walk.statements(
        function.body(),
        statement -> {
          for (var variable : resized(statement)) {
            if (!written.add(variable)) {
              unclear.add(variable);
            }
          }
          if (statement instanceof Assign(Target.Whole(var target), var value, _)) {
            definitions.put(target, value);
          } else {
            unclear.addAll(resized(statement));
          }
        });
    definitions.keySet().removeAll(unclear);
    function.parameters().stream().filter(p -> !written.contains(p)).forEach(fixed::add);
  }

  /** The variables that a statement gives another value as a whole, or another length. */
  private static List<Variable> resized(Statement statement) {
    return switch (statement) {
      case Push(var array, _, _) -> List.of(array);
      case Pop(Target.Whole(var variable), var array, _) -> List.of(array, variable);
      case Pop(Target.Element _, var array, _) -> List.of(array);
      case Assign(Target.Element _, _, _) -> List.of();
      case Statement.AssignMany(var targets, _, _) -> wholes(targets);
      case Statement.CallMany(var targets, _, _, _) -> wholes(targets);
      default -> Walk.writes(statement);
    };
  }

  private static List<Variable> wholes(List<Target> targets) {
    return targets.stream().filter(Target.Whole.class::isInstance).map(Target::variable).toList();
  }

  /** The size that an expression is; empty if it is not known to be one. */
  private Optional<Size> size(Expression expression) {
    return switch (expression) {
      case Read(var variable, _) when definitions.containsKey(variable) ->
          size(definitions.get(variable)).filter(size -> fixed.contains(size.array()));
      case Apply(var operation, var arguments, _, _)
          when arguments.getFirst() instanceof Read(var array, _) ->
          switch (operation) {
            case LENGTH, ROWS -> Optional.of(root(array, 0));
            case COLUMNS -> Optional.of(root(array, 1));
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** The size of an array: that of a parameter of which it is known to have the same. */
  private Size root(Variable array, int dimension) {
    if (definitions.get(array) instanceof Apply(var operation, var arguments, _, _)) {
      var made =
          switch (operation) {
            case ZEROS -> size(arguments.getFirst());
            case ZEROS_MATRIX -> size(arguments.get(dimension));
            default -> Optional.<Size>empty();
          };
      if (made.isPresent() && fixed.contains(made.get().array())) {
        return made.get();
      }
    }
    return new Size(array, dimension);
  }

  /** Takes note of what a loop says about its counter; gives what to forget behind the loop. */
  int begin(For loop, Map<Variable, Range> ranges) {
    int before = bounds.size();
    if (loop.step() instanceof Literal(var step, _) && step != 0) {
      var low = step > 0 ? loop.from() : loop.to();
      var high = step > 0 ? loop.to() : loop.from();
      var least = Range.of(low, ranges);
      int slack = 0;
      var top = high;
      if (high instanceof Apply(var operation, var sides, _, _)
          && operation == Operation.SUBTRACT
          && constant(sides.get(1)).isPresent()) {
        slack = constant(sides.get(1)).getAsInt();
        top = sides.getFirst();
      }
      var size = size(top);
      if (least.isPresent() && size.isPresent() && isKept(size.get(), loop.body())) {
        bounds.add(new Bound(loop.counter(), least.get().least(), size.get(), slack));
      }
    }
    return before;
  }

  /** Forgets what loops said that have ended. */
  void end(int before) {
    bounds.subList(before, bounds.size()).clear();
  }

  private boolean isKept(Size size, Block body) {
    return fixed.contains(size.array()) || !isResized(size.array(), body);
  }

  /** Whether a block gives a variable another value as a whole, or another length. */
  static boolean isResized(Variable variable, Block block) {
    return Walk.statements(block).stream().anyMatch(s -> resized(s).contains(variable));
  }

  private static OptionalInt constant(Expression expression) {
    return expression instanceof Literal(var value, _) && value == (int) value
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }

  /**
   * How far an index is from a counter that shows it to be in range; empty if it is not known to
   * be.
   */
  Optional<Offset> inRange(Variable array, int dimension, Expression index) {
    return offset(index)
        .filter(offset -> {
          var size = root(array, dimension);
          return bounds.stream()
              .anyMatch(bound ->
                  bound.counter().equals(offset.counter())
                      && bound.size().equals(size)
                      && (long) bound.least() + offset.by() >= 1
                      && offset.by() <= bound.slack());
        });
  }

  /** A counter and a whole number. */
  record Offset(Variable counter, int by) {}

  private static Optional<Offset> offset(Expression index) {
    return switch (index) {
      case Read(var counter, _) -> Optional.of(new Offset(counter, 0));
      case Apply(var operation, var sides, _, _)
          when (operation == Operation.ADD || operation == Operation.SUBTRACT)
              && sides.getFirst() instanceof Read(var counter, _)
              && constant(sides.get(1)).isPresent() -> {
        int by = constant(sides.get(1)).getAsInt();
        yield Optional.of(new Offset(counter, operation == Operation.ADD ? by : -by));
      }
      default -> Optional.empty();
    };
  }
}
