package dev.costate.economy.technology;

import dev.costate.language.Place;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Walk;
import dev.costate.program.run.Settled;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A number of code that is known before it runs, and how it is written: as its value or, where it
 * reads a constant whose name is to be kept, as the code has it.
 *
 * @param reads the kept constants that it reads
 */
public record WrittenNumber(double value, Expression expression, Set<String> reads) {
  public WrittenNumber {
    reads = Set.copyOf(reads);
  }

  /**
   * The number that an expression is; empty if it reads a variable.
   *
   * @throws dev.costate.program.run.ProgramFailure if its code fails
   */
  public static Optional<WrittenNumber> of(
      Program program, Expression expression, Set<String> kept) {
    return Settled.value(program, expression)
        .filter(Value.Number.class::isInstance)
        .map(value ->
            of(((Value.Number) value).value(), expression, reads(program, expression, kept)));
  }

  /**
   * The numbers of an array; empty if it reads a variable.
   *
   * @throws dev.costate.program.run.ProgramFailure if its code fails
   */
  public static Optional<List<WrittenNumber>> all(
      Program program, Expression array, Set<String> kept) {
    return Settled.value(program, array)
        .filter(Value.Vector.class::isInstance)
        .map(value -> all(program, ((Value.Vector) value).elements(), array, kept));
  }

  private static List<WrittenNumber> all(
      Program program, double[] values, Expression array, Set<String> kept) {
    var numbers = new ArrayList<WrittenNumber>();
    for (int i = 0; i < values.length; i++) {
      var element =
          array instanceof Elements(var elements, _, _)
              ? elements.get(i)
              : new Apply(
                  Operation.ELEMENT,
                  List.of(array, new Literal(i + 1, array.place())),
                  Kind.NUMBER,
                  array.place());
      numbers.add(of(values[i], element, reads(program, element, kept)));
    }
    return numbers;
  }

  private static WrittenNumber of(double value, Expression expression, Set<String> reads) {
    return new WrittenNumber(
        value, reads.isEmpty() ? new Literal(value, expression.place()) : expression, reads);
  }

  /** A number as it is. */
  public static WrittenNumber literal(double value, Place place) {
    return new WrittenNumber(value, new Literal(value, place), Set.of());
  }

  public WrittenNumber plus(WrittenNumber other) {
    return joined(Operation.ADD, value + other.value, other);
  }

  public WrittenNumber times(WrittenNumber other) {
    return joined(Operation.MULTIPLY, value * other.value, other);
  }

  public WrittenNumber over(WrittenNumber other) {
    return joined(Operation.DIVIDE, value / other.value, other);
  }

  private WrittenNumber joined(Operation operation, double result, WrittenNumber other) {
    var all = new HashSet<>(reads);
    all.addAll(other.reads);
    var applied =
        new Apply(
            operation, List.of(expression, other.expression), Kind.NUMBER, expression.place());
    return of(result, applied, all);
  }

  /** The kept constants that an expression reads, also through calls. */
  private static Set<String> reads(Program program, Expression expression, Set<String> kept) {
    if (kept.isEmpty()) {
      return Set.of();
    }
    var found = new HashSet<String>();
    Walk.nodes(
        expression,
        node -> {
          if (node instanceof Constant(var name, _)) {
            found.add(name);
          } else if (node instanceof Call call) {
            for (var function : CallGraph.of(program).reachable(call.function())) {
              Walk.constants(program.function(function).body())
                  .forEach(constant -> found.add(constant.name()));
            }
          }
        });
    found.retainAll(kept);
    return found;
  }
}
