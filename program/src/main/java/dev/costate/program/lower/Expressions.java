package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.UnaryOperator;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import java.util.List;
import java.util.TreeSet;

/** Drafts of expressions. */
final class Expressions {
  private final Context context;
  private final Kinds kinds;
  private final Calls calls;

  Expressions(Context context) {
    this.context = context;
    this.kinds = context.kinds();
    this.calls = new Calls(context, this);
  }

  Calls calls() {
    return calls;
  }

  Draft draft(Expression expression) {
    return switch (expression) {
      case Expression.NumberLiteral literal -> literal(literal, literal.value(), literal.place());
      case Expression.TruthLiteral(var value, var place) ->
          new Draft(KindCell.of(Kind.TRUTH, place), place, () -> new Truth(value, place));
      case Expression.Read(var name) -> read(name);
      case Expression.Unary(var operator, var operand, var place) ->
          unary(operator, operand, place);
      case Expression.Binary(var operator, var left, var right, var place) ->
          binary(operator, draft(left), draft(right), place);
      case Expression.Conditional(var then, var condition, var otherwise, var place) ->
          conditional(draft(then), condition(condition), draft(otherwise), place);
      case Expression.Call call -> calls.single(call);
      case Expression.Index(var array, var indices, var place) ->
          element(draft(array), drafts(indices), place);
      case Expression.ArrayLiteral(var elements, var place) -> array(elements, place);
      case Expression.Parenthesized(var inner, _) -> draft(inner);
      case Expression.Each each -> {
        kinds.error(
            each.generator().place(),
            "there is no set to go through here",
            "a list over a set stands in the firms, consumers and parameters of a market");
        yield new Draft(
            KindCell.unknown(), each.place(), () -> new Literal(Double.NaN, each.place()));
      }
    };
  }

  List<Draft> drafts(List<Expression> expressions) {
    return expressions.stream().map(this::draft).toList();
  }

  /** An expression that must be a number. */
  Draft number(Expression expression, String role) {
    var draft = draft(expression);
    kinds.require(draft.kind(), Kind.NUMBER, draft.place(), role, "");
    return draft;
  }

  /** An expression that must be a truth. */
  Draft condition(Expression expression) {
    var draft = draft(expression);
    kinds.require(draft.kind(), Kind.TRUTH, draft.place(), "a condition", "");
    return draft;
  }

  private Draft literal(Expression.NumberLiteral literal, double value, Place place) {
    if (Double.isInfinite(value)) {
      kinds.error(
          literal.place(),
          literal.text() + " is too large",
          "the largest number is about 1.797e308");
    }
    return new Draft(KindCell.of(Kind.NUMBER, place), place, () -> new Literal(value, place));
  }

  private Draft read(Name name) {
    var place = name.place();
    var text = name.text();
    var local = context.scope().find(text);
    if (local.isPresent()) {
      return read(local.get(), place);
    }
    if (context.constants().contains(text)) {
      return new Draft(KindCell.of(Kind.NUMBER, place), place, () -> new Constant(text, place));
    }
    unknown(name);
    return new Draft(KindCell.unknown(), place, () -> new Literal(Double.NaN, place));
  }

  Draft read(Local local, Place place) {
    return new Draft(local.kind(), place, () -> new Read(local.variable(), place));
  }

  /** Reports a name that is no variable here. */
  void unknown(Name name) {
    if (context.damage() == Damage.State.DAMAGED) {
      kinds.fail();
      return;
    }
    var text = name.text();
    var counted = context.scope().someLoopCounting(text);
    if (counted.isPresent()) {
      kinds.error(
          name.place(),
          "'"
              + text
              + "' counts the loop "
              + Kinds.line(counted.get(), name.place())
              + " and ends with it",
          "keep its value in another variable inside the loop");
      return;
    }
    if (context.signatures().containsKey(text)) {
      kinds.error(
          name.place(),
          "'" + text + "' is a function, not a variable",
          "call it: " + context.signatures().get(text).head());
      return;
    }
    if (Calls.isBuiltIn(text)) {
      kinds.error(
          name.place(), "'" + text + "' is a function, not a variable", "call it: " + text + "(…)");
      return;
    }
    var names = new TreeSet<>(context.scope().names());
    names.addAll(context.constants());
    kinds.error(
        name.place(),
        "unknown variable '" + text + "'",
        Spelling.hint(text, names, "assign it before, or make it a parameter"));
  }

  private Draft unary(UnaryOperator operator, Expression operand, Place place) {
    return switch (operator) {
      case NEGATE -> {
        if (operand instanceof Expression.NumberLiteral literal) {
          yield literal(literal, -literal.value(), place);
        }
        var draft = draft(operand);
        kinds.add(new Constraint.Arithmetic(draft.kind(), draft.place(), "-"));
        yield apply(Operation.NEGATE, List.of(draft), draft.kind(), place);
      }
      case NOT ->
          apply(Operation.NOT, List.of(condition(operand)), KindCell.of(Kind.TRUTH, place), place);
    };
  }

  Draft binary(BinaryOperator operator, Draft left, Draft right, Place place) {
    var operation = operation(operator);
    var arguments = List.of(left, right);
    return switch (operator) {
      case OR, AND -> {
        requireAll(arguments, Kind.TRUTH, "a side of '" + operator.text() + "'");
        yield apply(operation, arguments, KindCell.of(Kind.TRUTH, place), place);
      }
      case EQUAL, NOT_EQUAL -> {
        kinds.add(new Constraint.Equatable(left.kind(), left.place(), operator.text()));
        kinds.add(new Constraint.Equatable(right.kind(), right.place(), operator.text()));
        kinds.operands(left, right, place, operator.text(), Kind::isArray);
        yield apply(operation, arguments, KindCell.of(Kind.TRUTH, place), place);
      }
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        requireAll(arguments, Kind.NUMBER, "a side of '" + operator.text() + "'");
        yield apply(operation, arguments, KindCell.of(Kind.TRUTH, place), place);
      }
      case ADD, SUBTRACT -> {
        arithmetic(arguments, operator);
        kinds.operands(left, right, place, operator.text(), Kind.TRUTH::equals);
        yield apply(operation, arguments, left.kind(), place);
      }
      case MULTIPLY -> {
        arithmetic(arguments, operator);
        var result = KindCell.unknown();
        kinds.add(new Constraint.Product(left.kind(), right.kind(), result, place));
        yield apply(operation, arguments, result, place);
      }
      case DIVIDE -> {
        arithmetic(List.of(left), operator);
        kinds.require(right.kind(), Kind.NUMBER, right.place(), "a divisor", "");
        yield apply(operation, arguments, left.kind(), place);
      }
      case POWER -> {
        requireAll(arguments, Kind.NUMBER, "a side of '^'");
        yield apply(operation, arguments, KindCell.of(Kind.NUMBER, place), place);
      }
    };
  }

  private static Operation operation(BinaryOperator operator) {
    return switch (operator) {
      case OR -> Operation.OR;
      case AND -> Operation.AND;
      case EQUAL -> Operation.EQUAL;
      case NOT_EQUAL -> Operation.NOT_EQUAL;
      case LESS -> Operation.LESS;
      case LESS_OR_EQUAL -> Operation.LESS_OR_EQUAL;
      case GREATER -> Operation.GREATER;
      case GREATER_OR_EQUAL -> Operation.GREATER_OR_EQUAL;
      case ADD -> Operation.ADD;
      case SUBTRACT -> Operation.SUBTRACT;
      case MULTIPLY -> Operation.MULTIPLY;
      case DIVIDE -> Operation.DIVIDE;
      case POWER -> Operation.POWER;
    };
  }

  private void arithmetic(List<Draft> operands, BinaryOperator operator) {
    for (var operand : operands) {
      kinds.add(new Constraint.Arithmetic(operand.kind(), operand.place(), operator.text()));
    }
  }

  void requireAll(List<Draft> drafts, Kind kind, String role) {
    for (var draft : drafts) {
      kinds.require(draft.kind(), kind, draft.place(), role, "");
    }
  }

  Draft apply(Operation operation, List<Draft> arguments, KindCell kind, Place place) {
    return new Draft(
        kind, place, () -> new Apply(operation, Draft.finish(arguments), kind.kind(), place));
  }

  private Draft conditional(Draft then, Draft condition, Draft otherwise, Place place) {
    kinds.same(
        then.kind(),
        otherwise.kind(),
        place,
        "the value of `… if … else …`",
        "both values must be of one kind");
    return new Draft(
        then.kind(),
        place,
        () ->
            new Conditional(
                condition.finish().get(), then.finish().get(), otherwise.finish().get(), place));
  }

  /** {@code v[i]} or {@code m[i, j]}. */
  Draft element(Draft array, List<Draft> indices, Place place) {
    requireAll(indices, Kind.NUMBER, "an index");
    indexed(array.kind(), indices.size(), array.place(), place);
    var arguments = new java.util.ArrayList<Draft>();
    arguments.add(array);
    arguments.addAll(indices);
    return apply(
        indices.size() == 1 ? Operation.ELEMENT : Operation.ELEMENT_MATRIX,
        arguments,
        KindCell.of(Kind.NUMBER, place),
        place);
  }

  /** The kind of what has so many indices. */
  void indexed(KindCell array, int indices, Place arrayPlace, Place place) {
    switch (indices) {
      case 1 ->
          kinds.require(
              array,
              Kind.VECTOR,
              arrayPlace,
              "what has one index",
              array.is(Kind.MATRIX) ? "an element of a matrix is m[i, j]" : "");
      case 2 ->
          kinds.require(
              array,
              Kind.MATRIX,
              arrayPlace,
              "what has two indices",
              array.is(Kind.VECTOR) ? "an element of a vector is v[i]" : "");
      default ->
          kinds.error(
              place,
              "an element has one index (of a vector) or two (of a matrix), not " + indices,
              "");
    }
  }

  private Draft array(List<Expression> elements, Place place) {
    var drafts = drafts(elements);
    var element = KindCell.unknown();
    if (!drafts.isEmpty()) {
      element = drafts.getFirst().kind();
      for (var draft : drafts.subList(1, drafts.size())) {
        kinds.same(
            element, draft.kind(), draft.place(), "an element", "all elements are of one kind");
      }
    }
    var array = KindCell.unknown();
    if (drafts.isEmpty()) {
      kinds.require(array, Kind.VECTOR, place, "an empty array", "");
    } else {
      kinds.add(new Constraint.ElementsOf(element, array, place));
    }
    raggedRows(elements);
    return new Draft(array, place, () -> new Elements(Draft.finish(drafts), array.kind(), place));
  }

  private void raggedRows(List<Expression> rows) {
    if (rows.isEmpty()
        || !(Syntax.bare(rows.getFirst()) instanceof Expression.ArrayLiteral first)) {
      return;
    }
    int columns = first.elements().size();
    for (int i = 1; i < rows.size(); i++) {
      if (Syntax.bare(rows.get(i)) instanceof Expression.ArrayLiteral row
          && row.elements().size() != columns) {
        kinds.error(
            row.place(),
            "row "
                + (i + 1)
                + " has "
                + elements(row.elements().size())
                + " and row 1 has "
                + columns,
            "the rows of a matrix are equally long");
      }
    }
  }

  private static String elements(int count) {
    return count == 1 ? "1 element" : count + " elements";
  }
}
