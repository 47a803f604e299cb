package dev.costate.language.print;

import static dev.costate.language.print.Piece.node;
import static dev.costate.language.print.Piece.raw;

import dev.costate.language.print.Piece.Surroundings;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.ArrayLiteral;
import dev.costate.language.syntax.Expression.Binary;
import dev.costate.language.syntax.Expression.Call;
import dev.costate.language.syntax.Expression.Conditional;
import dev.costate.language.syntax.Expression.Each;
import dev.costate.language.syntax.Expression.Index;
import dev.costate.language.syntax.Expression.NumberLiteral;
import dev.costate.language.syntax.Expression.Parenthesized;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Expression.TruthLiteral;
import dev.costate.language.syntax.Expression.Unary;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Prints expressions. An expression is taken apart into pieces, these again, until all are text;
 * the pieces lie on an explicit stack, so that depth costs memory, never the thread's stack.
 *
 * <p>Spacing: {@code ^} is tight; {@code + -} and comparisons are spaced. {@code *} is spaced where
 * the product is a whole value, and tight inside sums, comparisons and brackets if all factors are
 * short: {@code 2 * p} but {@code 100 - 3*p}. {@code /} is tight, but spaced behind a spaced
 * product: {@code 1/2 * x}, {@code a * b / c}. Sums of short terms are tight in the bounds of a
 * range: {@code 1..n-1}.
 */
final class ExpressionPrinter {
  private final Deque<Piece> pieces = new ArrayDeque<>();
  private final StringBuilder out = new StringBuilder();

  private ExpressionPrinter() {}

  static String text(Expression expression) {
    return text(expression, Surroundings.WHOLE);
  }

  static String bound(Expression expression) {
    return text(expression, Surroundings.BOUND);
  }

  private static String text(Expression expression, Surroundings surroundings) {
    var printer = new ExpressionPrinter();
    printer.pieces.push(node(expression, surroundings));
    printer.print();
    return printer.out.toString();
  }

  private void print() {
    while (!pieces.isEmpty()) {
      switch (pieces.pop()) {
        case Piece.Text(var text) -> out.append(text);
        case Piece.Node(var expression, var surroundings) -> {
          var parts = parts(expression, surroundings);
          for (int i = parts.size() - 1; i >= 0; i--) {
            pieces.push(parts.get(i));
          }
        }
      }
    }
  }

  private static List<Piece> parts(Expression expression, Surroundings around) {
    return switch (expression) {
      case NumberLiteral number -> List.of(raw(Numbers.written(number)));
      case TruthLiteral truth -> List.of(raw(truth.value() ? "true" : "false"));
      case Read(var name) -> List.of(raw(name.text()));
      case Unary(var operator, var operand, _) ->
          List.of(raw(operator.text()), operand(operand, Tightness.of(expression), around));
      case Binary binary -> Chains.parts(binary, around);
      case Conditional(var then, var condition, var otherwise, _) ->
          List.of(
              operand(then, BinaryOperator.CONDITIONAL_TIGHTNESS + 1, Surroundings.WHOLE),
              raw(" if "),
              operand(condition, BinaryOperator.CONDITIONAL_TIGHTNESS + 1, Surroundings.WHOLE),
              raw(" else "),
              node(otherwise, Surroundings.WHOLE));
      case Call(var function, var arguments, _) -> list(raw(function.text() + "("), arguments, ")");
      case Index(var array, var indices, _) ->
          list(operand(array, Tightness.ATOM, around), "[", indices);
      case ArrayLiteral(var elements, _) -> list(raw("["), elements, "]");
      case Each(var element, var generator, _) -> each(element, generator);
      case Parenthesized(var inner, _) ->
          List.of(raw("("), node(inner, Surroundings.INNER), raw(")"));
    };
  }

  private static List<Piece> each(Expression element, Generator generator) {
    var parts = new ArrayList<Piece>();
    parts.add(operand(element, BinaryOperator.CONDITIONAL_TIGHTNESS, Surroundings.INNER));
    for (var counter : generator.counters()) {
      parts.add(raw(" for " + counter.name() + " in "));
      parts.addAll(members(counter.members()));
    }
    generator
        .condition()
        .ifPresent(condition -> {
          parts.add(raw(" if "));
          parts.add(bracketed(condition, Surroundings.WHOLE));
        });
    return parts;
  }

  /** What a generator says behind its element, with a space before it. */
  static String text(Generator generator) {
    var printer = new ExpressionPrinter();
    var nothing = new Read(new Name("", generator.place()));
    each(nothing, generator).reversed().forEach(printer.pieces::push);
    printer.print();
    return printer.out.toString();
  }

  /** The members of a set, or the range of a counter. */
  static String text(Members members) {
    var printer = new ExpressionPrinter();
    members(members).reversed().forEach(printer.pieces::push);
    printer.print();
    return printer.out.toString();
  }

  private static List<Piece> members(Members members) {
    return switch (members) {
      case Members.Named(var set) -> List.of(raw(set.text()));
      case Members.Listed(var names, _) -> List.of(raw(StatementPrinter.names(names)));
      case Members.Between(var from, var to, _) ->
          List.of(
              bracketed(from, Surroundings.BOUND), raw(".."), bracketed(to, Surroundings.BOUND));
    };
  }

  /** An operand beside an {@code if} that is not its own. */
  private static Piece bracketed(Expression expression, Surroundings around) {
    return operand(expression, BinaryOperator.CONDITIONAL_TIGHTNESS + 1, around);
  }

  /** An operand, in brackets if it binds looser than it must. */
  static Piece operand(Expression expression, int least, Surroundings around) {
    return Tightness.of(expression) >= least
        ? node(expression, around)
        : node(new Parenthesized(expression, expression.place()), around);
  }

  private static List<Piece> list(Piece array, String open, List<Expression> indices) {
    var parts = new ArrayList<Piece>();
    parts.add(array);
    parts.addAll(list(raw(open), indices, "]"));
    return parts;
  }

  private static List<Piece> list(Piece open, List<Expression> items, String close) {
    var parts = new ArrayList<Piece>();
    parts.add(open);
    for (var item : items) {
      if (parts.size() > 1) {
        parts.add(raw(", "));
      }
      parts.add(node(item, Surroundings.INNER));
    }
    parts.add(raw(close));
    return parts;
  }
}
