package dev.costate.cli.show;

import dev.costate.cli.show.Notation.Sign;
import dev.costate.cli.show.Notation.Tightness;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes expressions in a notation. */
final class MathWriter {
  private final Notation notation;
  private final Map<String, Symbol> symbols;
  private final Scope scope;

  /**
   * @param symbols by the names of their variables; other variables are names of code
   * @param scope whose lines these are
   */
  MathWriter(Notation notation, Map<String, Symbol> symbols, Scope scope) {
    this.notation = notation;
    this.symbols = symbols;
    this.scope = scope;
  }

  MathWriter within(Scope other) {
    return new MathWriter(notation, symbols, other);
  }

  Notation notation() {
    return notation;
  }

  private record Piece(String text, Tightness tightness) {}

  String of(Expression expression) {
    return piece(expression).text();
  }

  String of(Symbol symbol) {
    return scope.spelled(symbol, notation, symbols);
  }

  /**
   * The terms of a sum, each but the first with its sign in front: where a formula may be broken.
   */
  List<String> terms(Expression expression) {
    var terms = new ArrayList<String>();
    terms(expression, Sign.PLUS, terms);
    return terms.isEmpty() ? List.of(notation.number(0)) : terms;
  }

  /** The same with the opposite signs. */
  List<String> negated(Expression expression) {
    var terms = new ArrayList<String>();
    terms(expression, Sign.MINUS, terms);
    return terms.isEmpty() ? List.of(notation.number(0)) : terms;
  }

  private void terms(Expression expression, Sign sign, List<String> into) {
    if (expression instanceof Apply(var operation, var parts, _, _)
        && (operation == Operation.ADD || operation == Operation.SUBTRACT)) {
      terms(parts.get(0), sign, into);
      boolean flips = operation == Operation.SUBTRACT;
      terms(parts.get(1), flips ? opposite(sign) : sign, into);
      return;
    }
    var positive = withoutSign(expression);
    if (positive.isPresent()) {
      terms(positive.get(), opposite(sign), into);
      return;
    }
    if (expression instanceof Literal(double value, _) && value == 0) {
      return;
    }
    var text = tight(expression, Tightness.PRODUCT);
    if (into.isEmpty()) {
      into.add(sign == Sign.PLUS ? text : notation.sign(Sign.MINUS) + text);
    } else {
      into.add(notation.sign(sign) + " " + text);
    }
  }

  /** What a minus sign stands before, be it that of a first factor. */
  private static Optional<Expression> withoutSign(Expression expression) {
    return switch (expression) {
      case Literal(double value, var place) when value < 0 ->
          Optional.of(new Literal(-value, place));
      case Apply(var operation, var parts, _, _) when operation == Operation.NEGATE ->
          Optional.of(parts.getFirst());
      case Apply(var operation, var parts, var kind, var place)
          when operation == Operation.MULTIPLY || operation == Operation.DIVIDE ->
          withoutSign(parts.getFirst())
              .map(first -> new Apply(operation, List.of(first, parts.get(1)), kind, place));
      case Expression _ -> Optional.empty();
    };
  }

  private static Sign opposite(Sign sign) {
    return sign == Sign.PLUS ? Sign.MINUS : Sign.PLUS;
  }

  private String tight(Expression expression, Tightness least) {
    var piece = piece(expression);
    return piece.tightness().compareTo(least) < 0 ? notation.brackets(piece.text()) : piece.text();
  }

  private List<String> all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  private Piece piece(Expression expression) {
    return switch (expression) {
      case Literal(double value, _) -> number(value);
      case Truth(boolean value, _) -> atom(notation.name(Boolean.toString(value)));
      case Read(var variable, _) -> {
        var symbol = symbols.get(variable.name());
        yield atom(symbol == null ? notation.name(variable.name()) : of(symbol));
      }
      case Constant(var name, _) -> atom(name.equals("pi") ? notation.pi() : notation.name(name));
      case Call(var function, var arguments, _, _) -> atom(notation.call(function, all(arguments)));
      case Conditional(var condition, var then, var otherwise, _) ->
          new Piece(
              notation.choice(
                  tight(then, Tightness.RELATION),
                  of(condition),
                  tight(otherwise, Tightness.CHOICE)),
              Tightness.CHOICE);
      case Elements(var elements, _, _) -> atom(notation.list(all(elements)));
      case Gradient(var function, var arguments, _, _) -> {
        var texts = new ArrayList<>(List.of(notation.name(function)));
        texts.addAll(all(arguments));
        yield atom(notation.call("gradient", texts));
      }
      case Apply apply -> apply(apply);
    };
  }

  private static Piece atom(String text) {
    return new Piece(text, Tightness.ATOM);
  }

  private Piece number(double value) {
    if (value < 0 || Double.isNaN(value)) {
      return new Piece(notation.sign(Sign.MINUS) + notation.number(Math.abs(value)), Tightness.SUM);
    }
    var text = notation.number(value);
    return new Piece(text, text.matches("[0-9.]+") ? Tightness.ATOM : Tightness.PRODUCT);
  }

  private Piece apply(Apply apply) {
    var parts = apply.arguments();
    if (withoutSign(apply).isPresent()) {
      return new Piece(String.join(" ", terms(apply)), Tightness.SUM);
    }
    return switch (apply.operation()) {
      case ADD, SUBTRACT, NEGATE -> new Piece(String.join(" ", terms(apply)), Tightness.SUM);
      case MULTIPLY -> new Piece(notation.product(factors(apply)), Tightness.PRODUCT);
      case DIVIDE -> quotient(parts.get(0), parts.get(1));
      case POWER ->
          new Piece(
              notation.power(tight(parts.get(0), Tightness.ATOM), exponent(parts.get(1))),
              Tightness.POWER);
      case SQRT -> new Piece(notation.root(of(parts.getFirst())), Tightness.POWER);
      case ELEMENT, ELEMENT_MATRIX ->
          atom(notation.element(of(parts.getFirst()), all(parts.subList(1, parts.size()))));
      case EQUAL -> relation(Sign.EQUAL, parts);
      case NOT_EQUAL -> relation(Sign.NOT_EQUAL, parts);
      case LESS -> relation(Sign.LESS, parts);
      case LESS_OR_EQUAL -> relation(Sign.AT_MOST, parts);
      case GREATER -> relation(Sign.GREATER, parts);
      case GREATER_OR_EQUAL -> relation(Sign.AT_LEAST, parts);
      case AND -> relation(Sign.AND, parts);
      case OR -> relation(Sign.OR, parts);
      case NOT ->
          new Piece(
              notation.sign(Sign.NOT) + " " + tight(parts.getFirst(), Tightness.SUM),
              Tightness.RELATION);
      case LN,
          LOG10,
          EXP,
          ABS,
          SIN,
          COS,
          TAN,
          ASIN,
          ACOS,
          ATAN,
          ATAN2,
          SINH,
          COSH,
          TANH,
          ERF,
          FLOOR,
          CEIL,
          SIGN,
          MOD,
          MAX,
          MIN,
          MAX_OF,
          MIN_OF,
          SUM,
          LENGTH,
          ROWS,
          COLUMNS,
          ZEROS,
          ZEROS_MATRIX ->
          atom(notation.call(apply.operation().text(), all(parts)));
    };
  }

  private Piece quotient(Expression above, Expression below) {
    boolean loose = notation.fraction() == Tightness.PRODUCT;
    return new Piece(
        loose
            ? notation.quotient(tight(above, Tightness.PRODUCT), tight(below, Tightness.POWER))
            : notation.quotient(of(above), of(below)),
        notation.fraction());
  }

  private String exponent(Expression expression) {
    var text = of(expression);
    boolean bare = text.matches("[0-9.]+|[\\p{L}_][\\p{L}\\p{N}_]*");
    return bare || notation.fraction() == Tightness.POWER ? text : notation.brackets(text);
  }

  private Piece relation(Sign sign, List<Expression> parts) {
    var least = sign == Sign.AND || sign == Sign.OR ? Tightness.RELATION : Tightness.SUM;
    var text =
        parts.stream()
            .map(part -> tight(part, least))
            .collect(Collectors.joining(" " + notation.sign(sign) + " "));
    return new Piece(text, Tightness.RELATION);
  }

  private List<String> factors(Expression expression) {
    if (expression instanceof Apply(var operation, var parts, _, _)
        && operation == Operation.MULTIPLY) {
      var factors = new ArrayList<>(factors(parts.get(0)));
      factors.addAll(factors(parts.get(1)));
      return factors;
    }
    return List.of(tight(expression, Tightness.PRODUCT));
  }
}
