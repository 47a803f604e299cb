package dev.costate.program.emit;

import dev.costate.language.Place;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.List;
import java.util.Optional;

/**
 * A loop, or two for a matrix, that does nothing but push every element of an array onto a vector,
 * or take them back: written as one call that moves the elements together.
 *
 * @param place where taking from an empty vector fails
 */
record Transfer(Direction direction, Variable stack, Variable array, Place place) {
  /** {@code for k in 1..length(v): push(s, v[k])}, or the same backwards with pops. */
  enum Direction {
    APPEND,
    TAKE
  }

  /** What a loop moves, if it is such a loop. */
  static Optional<Transfer> of(For outer) {
    if (outer.body().statements().size() != 1) {
      return Optional.empty();
    }
    var only = outer.body().statements().getFirst();
    if (only instanceof For inner && inner.body().statements().size() == 1) {
      var loops = List.of(outer, inner);
      return of(inner.body().statements().getFirst())
          .filter(t -> isOver(loops, t, List.of(Operation.ROWS, Operation.COLUMNS)))
          .filter(t -> isAt(inner.body().statements().getFirst(), loops));
    }
    var loops = List.of(outer);
    return of(only)
        .filter(t -> isOver(loops, t, List.of(Operation.LENGTH)))
        .filter(_ -> isAt(only, loops));
  }

  private static Optional<Transfer> of(Statement statement) {
    return switch (statement) {
      case Push(var stack, Apply(_, var parts, var kind, var place), _)
          when kind == Kind.NUMBER
              && parts.getFirst() instanceof Read(var array, _)
              && array.kind().isArray()
              && !array.equals(stack) ->
          Optional.of(new Transfer(Direction.APPEND, stack, array, place));
      case Pop(Target.Element(var array, _), var stack, var origin) when !array.equals(stack) ->
          Optional.of(new Transfer(Direction.TAKE, stack, array, origin.place()));
      case Statement _ -> Optional.empty();
    };
  }

  /** Whether the loops run over the sizes of the array, in the direction of the transfer. */
  private static boolean isOver(List<For> loops, Transfer transfer, List<Operation> sizes) {
    for (int i = 0; i < loops.size(); i++) {
      var loop = loops.get(i);
      boolean forward = transfer.direction == Direction.APPEND;
      var first = forward ? loop.from() : loop.to();
      var last = forward ? loop.to() : loop.from();
      boolean fits =
          isNumber(first, 1)
              && isNumber(loop.step(), forward ? 1 : -1)
              && last instanceof Apply(var operation, var parts, _, _)
              && operation == sizes.get(i)
              && parts.getFirst() instanceof Read(var array, _)
              && array.equals(transfer.array);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(Expression expression, double number) {
    return expression instanceof Literal(var value, _) && value == number;
  }

  /** Whether a statement moves the element at the counters of the loops. */
  private static boolean isAt(Statement statement, List<For> loops) {
    var indices =
        switch (statement) {
          case Push(_, Apply(var operation, var parts, _, _), _)
              when operation == Operation.ELEMENT || operation == Operation.ELEMENT_MATRIX ->
              parts.subList(1, parts.size());
          case Pop(Target.Element(_, var found), _, _) -> found;
          case Statement _ -> List.<Expression>of();
        };
    if (indices.size() != loops.size()) {
      return false;
    }
    for (int i = 0; i < indices.size(); i++) {
      if (!(indices.get(i) instanceof Read(var counter, _))
          || !counter.equals(loops.get(i).counter())) {
        return false;
      }
    }
    return loops.size() == 1 || !loops.getFirst().counter().equals(loops.getLast().counter());
  }
}
