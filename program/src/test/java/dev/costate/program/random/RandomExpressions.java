package dev.costate.program.random;

import static dev.costate.program.Kind.MATRIX;
import static dev.costate.program.Kind.NUMBER;
import static dev.costate.program.Kind.TRUTH;
import static dev.costate.program.Kind.VECTOR;

import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Makes expressions of a kind over the variables that are assigned. */
final class RandomExpressions {
  private static final Source SOURCE = Source.of("random", " ".repeat(10_000));

  private static final List<Operation> UNARY =
      List.of(
          Operation.NEGATE,
          Operation.LN,
          Operation.LOG10,
          Operation.EXP,
          Operation.SQRT,
          Operation.ABS,
          Operation.SIN,
          Operation.COS,
          Operation.TAN,
          Operation.ASIN,
          Operation.ACOS,
          Operation.ATAN,
          Operation.SINH,
          Operation.COSH,
          Operation.TANH,
          Operation.ERF,
          Operation.FLOOR,
          Operation.CEIL,
          Operation.SIGN);

  private static final List<Operation> BINARY =
      List.of(
          Operation.ADD,
          Operation.ADD,
          Operation.SUBTRACT,
          Operation.MULTIPLY,
          Operation.MULTIPLY,
          Operation.DIVIDE,
          Operation.POWER,
          Operation.ATAN2,
          Operation.MOD);

  private static final List<Operation> COMPARISONS =
      List.of(
          Operation.EQUAL,
          Operation.NOT_EQUAL,
          Operation.LESS,
          Operation.LESS_OR_EQUAL,
          Operation.GREATER,
          Operation.GREATER_OR_EQUAL);

  private static final double[] EXPONENTS = {2, 0.5, -0.5, -1, 1, 3};

  private final SplittableRandom random;
  private final Set<Variable> assigned;
  private final List<Variable> counters;
  private final List<Function> callable;
  private int places;

  RandomExpressions(
      SplittableRandom random,
      Set<Variable> assigned,
      List<Variable> counters,
      List<Function> callable) {
    this.random = random;
    this.assigned = assigned;
    this.counters = counters;
    this.callable = callable;
  }

  /** A place that no other node of the function has, so that failures can be told apart. */
  Place place() {
    places = (places + 1) % SOURCE.text().length();
    return new Place(SOURCE, places, places);
  }

  Literal literal(double value) {
    return new Literal(value, place());
  }

  Read read(Variable variable) {
    return new Read(variable, place());
  }

  Apply apply(Operation operation, Kind kind, Expression... arguments) {
    return new Apply(operation, List.of(arguments), kind, place());
  }

  Expression expression(Kind kind, int depth) {
    if (depth > 1 && random.nextInt(12) == 0) {
      return new Conditional(
          expression(TRUTH, depth - 1),
          expression(kind, depth - 1),
          expression(kind, depth - 1),
          place());
    }
    return switch (kind) {
      case NUMBER -> depth <= 0 ? simpleNumber() : number(depth);
      case TRUTH -> depth <= 0 ? simple(TRUTH) : truth(depth);
      case VECTOR -> depth <= 0 ? simple(VECTOR) : vector(depth);
      case MATRIX -> depth <= 0 ? simple(MATRIX) : matrix(depth);
    };
  }

  /** A variable of the kind, or a literal. */
  private Expression simple(Kind kind) {
    var candidates = assigned.stream().filter(v -> v.kind() == kind).toList();
    if (!candidates.isEmpty() && random.nextInt(4) > 0) {
      return read(candidates.get(random.nextInt(candidates.size())));
    }
    return switch (kind) {
      case NUMBER -> simpleNumber();
      case TRUTH -> new Truth(random.nextBoolean(), place());
      case VECTOR -> elements(random.nextInt(7) == 0 ? 12 : random.nextInt(12) == 0 ? 0 : 3, 0);
      case MATRIX -> rows(random.nextInt(2, 5), random.nextInt(2, 5));
    };
  }

  private Expression simpleNumber() {
    var candidates =
        Stream.concat(assigned.stream().filter(v -> v.kind() == NUMBER), counters.stream())
            .toList();
    if (!candidates.isEmpty() && random.nextInt(3) > 0) {
      return read(candidates.get(random.nextInt(candidates.size())));
    }
    return switch (random.nextInt(10)) {
      case 0 -> new Constant("pi", place());
      case 1 -> new Constant("rate", place());
      default -> literal(RandomPrograms.number(random));
    };
  }

  private Expression number(int depth) {
    return switch (random.nextInt(16)) {
      case 0, 1 -> simple(NUMBER);
      case 2 ->
          apply(UNARY.get(random.nextInt(UNARY.size())), NUMBER, expression(NUMBER, depth - 1));
      case 3 ->
          apply(
              Operation.POWER,
              NUMBER,
              expression(NUMBER, depth - 1),
              literal(EXPONENTS[random.nextInt(EXPONENTS.length)]));
      case 4 -> {
        var operands = new ArrayList<Expression>();
        int count = random.nextInt(2, 5);
        for (int i = 0; i < count; i++) {
          operands.add(expression(NUMBER, depth - 1));
        }
        yield new Apply(
            random.nextBoolean() ? Operation.MAX : Operation.MIN, operands, NUMBER, place());
      }
      case 5 ->
          apply(
              random.nextInt(4) > 0
                  ? Operation.SUM
                  : random.nextBoolean() ? Operation.MAX_OF : Operation.MIN_OF,
              NUMBER,
              expression(random.nextInt(3) == 0 ? MATRIX : VECTOR, depth - 1));
      case 6 -> apply(Operation.LENGTH, NUMBER, expression(VECTOR, depth - 1));
      case 7 ->
          apply(
              random.nextBoolean() ? Operation.ROWS : Operation.COLUMNS,
              NUMBER,
              expression(MATRIX, depth - 1));
      case 8 -> apply(Operation.ELEMENT, NUMBER, expression(VECTOR, depth - 1), index());
      case 9 ->
          apply(Operation.ELEMENT_MATRIX, NUMBER, expression(MATRIX, depth - 1), index(), index());
      case 10 -> call(NUMBER, depth);
      default ->
          apply(
              BINARY.get(random.nextInt(BINARY.size())),
              NUMBER,
              expression(NUMBER, depth - 1),
              expression(NUMBER, depth - 1));
    };
  }

  private Expression truth(int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> simple(TRUTH);
      case 1 -> apply(Operation.NOT, TRUTH, expression(TRUTH, depth - 1));
      case 2 ->
          apply(
              random.nextBoolean() ? Operation.AND : Operation.OR,
              TRUTH,
              expression(TRUTH, depth - 1),
              expression(TRUTH, depth - 1));
      case 3 ->
          apply(
              random.nextBoolean() ? Operation.EQUAL : Operation.NOT_EQUAL,
              TRUTH,
              expression(TRUTH, depth - 1),
              expression(TRUTH, depth - 1));
      case 4 -> call(TRUTH, depth);
      default ->
          apply(
              COMPARISONS.get(random.nextInt(COMPARISONS.size())),
              TRUTH,
              expression(NUMBER, depth - 1),
              expression(NUMBER, depth - 1));
    };
  }

  private Expression vector(int depth) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> simple(VECTOR);
      case 2 -> elements(random.nextInt(2, 5), depth - 1);
      case 3 -> apply(Operation.ZEROS, VECTOR, wholeNumber());
      case 4 -> call(VECTOR, depth);
      default -> arithmetic(VECTOR, depth);
    };
  }

  private Expression matrix(int depth) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> simple(MATRIX);
      case 2 ->
          apply(
              Operation.ZEROS_MATRIX,
              MATRIX,
              literal(random.nextInt(2, 5)),
              apply(Operation.ADD, NUMBER, wholeNumber(), literal(1)));
      case 3 -> {
        var row = expression(VECTOR, depth - 1);
        yield new Elements(List.of(row, row), MATRIX, place());
      }
      case 4 -> call(MATRIX, depth);
      default -> arithmetic(MATRIX, depth);
    };
  }

  private Expression arithmetic(Kind kind, int depth) {
    var array = expression(kind, depth - 1);
    return switch (random.nextInt(6)) {
      case 0 -> apply(Operation.NEGATE, kind, array);
      case 1 -> apply(Operation.MULTIPLY, kind, array, expression(NUMBER, depth - 1));
      case 2 -> apply(Operation.MULTIPLY, kind, expression(NUMBER, depth - 1), array);
      case 3 -> apply(Operation.DIVIDE, kind, array, expression(NUMBER, depth - 1));
      case 4 -> apply(Operation.ADD, kind, array, array);
      default ->
          apply(
              random.nextBoolean() ? Operation.ADD : Operation.SUBTRACT,
              kind,
              array,
              random.nextInt(4) == 0
                  ? expression(kind, depth - 1)
                  : apply(Operation.MULTIPLY, kind, array, literal(0.5)));
    };
  }

  private Expression elements(int count, int depth) {
    var elements = new ArrayList<Expression>();
    for (int i = 0; i < count; i++) {
      elements.add(
          depth <= 0 ? literal(RandomPrograms.number(random)) : expression(NUMBER, depth - 1));
    }
    return new Elements(elements, VECTOR, place());
  }

  private Expression rows(int count, int columns) {
    var rows = new ArrayList<Expression>();
    for (int i = 0; i < count; i++) {
      rows.add(elements(columns, random.nextInt(2)));
    }
    return new Elements(rows, MATRIX, place());
  }

  /** An index that is often in range and nearly always whole. */
  Expression index() {
    var whole = counters.stream().filter(counter -> counter.name().startsWith("i")).toList();
    if (!whole.isEmpty() && random.nextInt(4) == 0) {
      Expression counter = read(whole.get(random.nextInt(whole.size())));
      return switch (random.nextInt(3)) {
        case 0 -> apply(Operation.ADD, NUMBER, counter, literal(1));
        case 1 -> apply(Operation.SUBTRACT, NUMBER, counter, literal(1));
        default -> counter;
      };
    }
    return random.nextInt(40) == 0
        ? expression(NUMBER, 1)
        : random.nextInt(8) == 0 ? wholeNumber() : literal(random.nextInt(1, 3));
  }

  /** A small whole number, not always known beforehand. */
  Expression wholeNumber() {
    if (random.nextInt(3) == 0) {
      return literal(random.nextInt(1, 5));
    }
    return apply(
        Operation.ADD,
        NUMBER,
        apply(
            Operation.MOD,
            NUMBER,
            apply(Operation.FLOOR, NUMBER, apply(Operation.SIN, NUMBER, simple(NUMBER))),
            literal(3)),
        literal(random.nextInt(1, 3)));
  }

  private Expression call(Kind kind, int depth) {
    var candidates = callable.stream().filter(f -> f.results().equals(List.of(kind))).toList();
    if (candidates.isEmpty() || !counters.isEmpty()) {
      return expression(kind, depth - 1);
    }
    var callee = candidates.get(random.nextInt(candidates.size()));
    return new Call(callee.name(), arguments(callee), kind, place());
  }

  List<Expression> arguments(Function callee) {
    var arguments = new ArrayList<Expression>();
    for (var parameter : callee.parameters()) {
      arguments.add(
          parameter.name().equals(RandomFunction.DEPTH)
              ? literal(random.nextInt(4))
              : expression(parameter.kind(), 1));
    }
    return arguments;
  }
}
