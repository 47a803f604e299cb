package dev.costate.differentiation.jacobian;

import dev.costate.differentiation.jacobian.Reach.Cell;
import dev.costate.differentiation.rules.Rules;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * Which elements of an array that is differentiated each element of a result may depend on, for
 * every run of the function: known where indices are a variable plus a number written out, so that
 * element i of the result reads elements {@code i + d} for a few d. What is not seen to be of that
 * form may depend on everything, and both sides of a branch count: no dependence is ever missed.
 *
 * <p>Of arrays it is known what an element depends on relative to its own index, at any time; of
 * numbers what they depend on relative to a variable that has not changed since, at each place.
 */
public final class Sparsity {
  private final Function function;
  private final Map<Variable, Reach> arrays = new HashMap<>();
  private Reach result = Reach.NOTHING;

  /** What numbers depend on here; what is not reached has no entries and is joined as nothing. */
  private Map<Variable, Reach> numbers = new HashMap<>();

  /** What numbers depended on where the innermost loop was left or continued early. */
  private List<Map<Variable, Reach>> jumps = new ArrayList<>();

  private Sparsity(Function function) {
    this.function = function;
  }

  /**
   * The offsets d for each array of {@code wrt}; empty if the function does not return one vector,
   * or not all of that is known.
   */
  public static Optional<Map<Variable, SortedSet<Integer>>> of(
      Function function, List<Variable> wrt) {
    if (!function.results().equals(List.of(Kind.VECTOR))
        || wrt.stream().noneMatch(v -> v.kind() == Kind.VECTOR)
        || !isForAnyLength(function.body())) {
      return Optional.empty();
    }
    var sparsity = new Sparsity(function);
    sparsity.run(wrt);
    var offsets = new HashMap<Variable, SortedSet<Integer>>();
    for (var array : wrt) {
      if (array.kind().isArray()) {
        var known = sparsity.result.offsets(array);
        if (known.isEmpty()) {
          return Optional.empty();
        }
        offsets.put(array, known.get());
      }
    }
    return Optional.of(offsets);
  }

  /** Whether there are loops or operations on arrays: else the result is as short as the code. */
  private static boolean isForAnyLength(Block body) {
    return Walk.statements(body).stream()
        .anyMatch(s ->
            !Walk.blocks(s).isEmpty() && !(s instanceof If)
                || Walk.expressions(s).stream().anyMatch(Sparsity::isOperationOnArrays));
  }

  private static boolean isOperationOnArrays(Expression expression) {
    return Walk.contains(
        expression,
        e ->
            e instanceof Apply(var operation, _, var kind, _)
                && kind.isArray()
                && operation != Operation.ZEROS
                && operation != Operation.ZEROS_MATRIX);
  }

  private void run(List<Variable> wrt) {
    for (var array : wrt) {
      if (array.kind().isArray()) {
        arrays.put(
            array,
            array.kind() == Kind.VECTOR ? Reach.of(array, Cell.own(0)) : Reach.everything(array));
      }
    }
    Map<Variable, Reach> before;
    do {
      before = Map.copyOf(arrays);
      numbers = new HashMap<>();
      block(function.body());
    } while (!before.equals(arrays));
  }

  private void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Assign(var target, var value, _) -> assign(List.of(target), List.of(value));
      case AssignMany(var targets, var values, _) -> assign(targets, values);
      case CallMany(var targets, _, var arguments, _) -> {
        var all = all(arguments);
        targets.forEach(target ->
            store(
                target,
                target.variable().kind().isArray() && target instanceof Target.Whole
                    ? all.anywhere()
                    : all));
        targets.forEach(this::changed);
      }
      case Push(var array, var value, _) -> join(array, number(value).anywhere());
      case Pop(var target, var array, _) -> {
        store(target, array(array).anywhere());
        changed(target);
      }
      case If(_, var then, var otherwise, _) -> {
        var before = new HashMap<>(numbers);
        block(then);
        var after = numbers;
        numbers = before;
        block(otherwise);
        numbers = joined(numbers, after);
      }
      case For(var counter, _, _, _, _, var body, _) -> loop(Optional.of(counter), body);
      case ForEach(var element, var array, var body, _) -> {
        numbers.put(element, vector(array).anywhere());
        loop(Optional.of(element), body);
      }
      case While(_, var body, _) -> loop(Optional.empty(), body);
      case Break _, Continue _ -> jumps.add(new HashMap<>(numbers));
      case Return(var values, _) -> result = result.with(vector(values.getFirst()));
      case GradientMany(_, var callee, _, _) ->
          throw new IllegalStateException("gradient(" + callee + ", …) has not been replaced");
    }
  }

  /** As many times as it takes until nothing new reaches the beginning of an iteration. */
  private void loop(Optional<Variable> counter, Block body) {
    var outer = jumps;
    var element = counter.map(numbers::get);
    counter.ifPresent(this::changed);
    Map<Variable, Reach> head;
    do {
      head = new HashMap<>(numbers);
      jumps = new ArrayList<>();
      element.ifPresent(of -> numbers.put(counter.orElseThrow(), of));
      block(body);
      counter.ifPresent(this::changed);
      for (var jump : jumps) {
        var here = numbers;
        numbers = jump;
        counter.ifPresent(this::changed);
        numbers = joined(here, numbers);
      }
      numbers = joined(head, numbers);
    } while (!head.equals(numbers));
    jumps = outer;
  }

  private static Map<Variable, Reach> joined(Map<Variable, Reach> one, Map<Variable, Reach> other) {
    var both = new HashMap<>(one);
    other.forEach((variable, reach) -> both.merge(variable, reach, Reach::with));
    return both;
  }

  private void assign(List<Target> targets, List<Expression> values) {
    var reaches = values.stream().map(v -> v.kind().isArray() ? vector(v) : number(v)).toList();
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i).variable().kind().isArray()) {
        store(targets.get(i), reaches.get(i));
      }
    }
    targets.forEach(this::changed);
    // What the right sides read has been changed by now, if it was changed.
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Target.Whole(var variable) && !variable.kind().isArray()) {
        var reach = reaches.get(i);
        for (var target : targets) {
          reach = reach.without(target.variable());
        }
        numbers.put(variable, reach);
      }
    }
  }

  private void store(Target target, Reach reach) {
    switch (target) {
      case Target.Whole(var variable) -> {
        if (variable.kind().isArray()) {
          join(variable, reach);
        } else {
          numbers.put(variable, reach);
        }
      }
      case Target.Element(var array, var indices) ->
          join(
              array,
              array.kind() == Kind.VECTOR
                  ? index(indices.getFirst()).map(reach::relativeTo).orElse(reach.anywhere())
                  : reach.anywhere());
    }
  }

  /** Numbers that are known relative to a variable are not, once it has changed. */
  private void changed(Target target) {
    if (target instanceof Target.Whole(var variable) && !variable.kind().isArray()) {
      changed(variable);
    }
  }

  private void changed(Variable variable) {
    numbers.replaceAll((_, reach) -> reach.without(variable));
  }

  private void join(Variable array, Reach reach) {
    var more = array.kind() == Kind.VECTOR ? reach : reach.anywhere();
    arrays.merge(array, more.bounded(), (known, now) -> known.with(now).bounded());
  }

  private Reach array(Variable array) {
    return arrays.getOrDefault(array, Reach.NOTHING);
  }

  /** What any of some values depends on, arrays on all that any element does. */
  private Reach all(List<Expression> values) {
    var all = Reach.NOTHING;
    for (var value : values) {
      all = all.with(value.kind().isArray() ? vector(value).anywhere() : number(value));
    }
    return all;
  }

  /** What a number or truth value depends on. */
  private Reach number(Expression value) {
    return switch (value) {
      case Read(var variable, _) -> numbers.getOrDefault(variable, Reach.NOTHING);
      case Conditional(_, var then, var otherwise, _) -> number(then).with(number(otherwise));
      case Apply apply -> number(apply);
      case Call(_, var arguments, _, _) -> all(arguments);
      case Expression other -> all(Walk.children(other));
    };
  }

  private Reach number(Apply apply) {
    return switch (apply.operation()) {
      case LENGTH, ROWS, COLUMNS -> Reach.NOTHING;
      case ELEMENT -> {
        var array = vector(apply.argument(0));
        yield index(apply.argument(1)).map(array::at).orElse(array.anywhere());
      }
      case ELEMENT_MATRIX -> vector(apply.argument(0)).anywhere();
      case Operation operation when Rules.isFlat(operation) -> Reach.NOTHING;
      case Operation _ -> all(apply.arguments());
    };
  }

  /** What an element of an array depends on, relative to its index. */
  private Reach vector(Expression value) {
    return switch (value) {
      case Read(var variable, _) -> array(variable);
      case Conditional(_, var then, var otherwise, _) -> vector(then).with(vector(otherwise));
      case Elements(var elements, var kind, _) when kind == Kind.VECTOR -> {
        var reach = Reach.NOTHING;
        for (int i = 0; i < elements.size(); i++) {
          reach = reach.with(number(elements.get(i)).relativeTo(Cell.at(i + 1)));
        }
        yield reach;
      }
      case Apply(var operation, var arguments, _, _) ->
          switch (operation) {
            case ZEROS, ZEROS_MATRIX -> Reach.NOTHING;
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE -> {
              var reach = Reach.NOTHING;
              for (var argument : arguments) {
                reach =
                    reach.with(
                        argument.kind().isArray() ? vector(argument) : number(argument).anywhere());
              }
              yield reach;
            }
            case Operation _ -> all(arguments).anywhere();
          };
      case Expression other -> all(Walk.children(other)).anywhere();
    };
  }

  /** An index that is a variable plus a number written out, or a number. */
  private static Optional<Cell> index(Expression index) {
    var number = whole(index);
    if (number.isPresent()) {
      return Optional.of(Cell.at(number.getAsInt()));
    }
    if (index instanceof Read(var variable, _)) {
      return Optional.of(new Cell(variable, 0));
    }
    if (index instanceof Apply(var operation, var arguments, _, _) && arguments.size() == 2) {
      var left = arguments.getFirst();
      var right = whole(arguments.get(1));
      if (left instanceof Read(var variable, _) && right.isPresent()) {
        if (operation == Operation.ADD) {
          return Optional.of(new Cell(variable, right.getAsInt()));
        }
        if (operation == Operation.SUBTRACT) {
          return Optional.of(new Cell(variable, -right.getAsInt()));
        }
      }
      var first = whole(left);
      if (operation == Operation.ADD
          && first.isPresent()
          && arguments.get(1) instanceof Read(var variable, _)) {
        return Optional.of(new Cell(variable, first.getAsInt()));
      }
    }
    return Optional.empty();
  }

  private static OptionalInt whole(Expression expression) {
    return expression instanceof Literal(var value, _)
            && value == Math.rint(value)
            && Math.abs(value) <= Reach.FARTHEST
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }
}
