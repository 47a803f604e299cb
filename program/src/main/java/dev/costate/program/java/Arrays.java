package dev.costate.program.java;

import dev.costate.language.Place;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import dev.costate.program.facts.Copies;
import dev.costate.program.facts.Range;
import dev.costate.program.java.ArrayForms.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints arrays, their elements and sizes, and the calls that pass them. */
final class Arrays {
  private final Scope scope;
  private final Expressions expressions;

  Arrays(Scope scope, Expressions expressions) {
    this.scope = scope;
    this.expressions = expressions;
  }

  /**
   * An array in one form.
   *
   * @param copied the variables whose arrays must be copied if they are what is given
   */
  Code array(Expression expression, Form form, Predicate<Variable> copied) {
    boolean isMatrix = expression.kind() == Kind.MATRIX;
    return switch (expression) {
      case Read(var variable, _) -> read(variable, form, copied.test(variable));
      case Conditional(var condition, var then, var otherwise, _) ->
          expressions.conditional(
              condition, array(then, form, copied), array(otherwise, form, copied));
      case Call call ->
          converted(
              expressions.call(call),
              isMatrix ? form : scope.file().signatures().forms().ofResult(call.function(), 0),
              form);
      case Elements elements ->
          isMatrix
              ? matrix(elements)
              : form == Form.STACK
                  ? stack(numbers(elements.elements()))
                  : Code.atom("new double[] {" + numbers(elements.elements()) + "}");
      case Apply apply -> {
        var made = apply(apply, isMatrix ? "/matrix" : "");
        yield form == Form.STACK ? stack(made.text()) : made;
      }
      case Expression.Literal _, Expression.Truth _, Expression.Constant _ ->
          throw new IllegalArgumentException("no array: " + expression);
      case Expression.Gradient(var function, _, _, _) -> throw Expressions.unreplaced(function);
    };
  }

  private Code stack(String numbers) {
    return Code.atom(scope.helpers().use("Stack") + ".of(" + numbers + ")");
  }

  /** What nobody else has, in another form. */
  private Code converted(String text, Form from, Form to) {
    if (from == to) {
      return Code.atom(text);
    }
    return to == Form.STACK ? stack(text) : Code.atom(text + ".toArray()");
  }

  private Code read(Variable variable, Form form, boolean copies) {
    var name = scope.name(variable);
    if (variable.kind() == Kind.MATRIX) {
      return Code.atom(copies ? scope.helpers().use("copy") + "(" + name + ")" : name);
    }
    if (scope.isStack(variable)) {
      return Code.atom(form == Form.ARRAY ? name + ".toArray()" : copies ? name + ".copy()" : name);
    }
    if (form == Form.STACK) {
      return stack(name + ".clone()");
    }
    return Code.atom(copies ? name + ".clone()" : name);
  }

  private String numbers(List<Expression> numbers) {
    return numbers.stream().map(expressions::text).collect(Collectors.joining(", "));
  }

  private Code matrix(Elements matrix) {
    var rows = matrix.elements();
    if (rows.stream()
        .allMatch(row ->
            row instanceof Elements(var numbers, _, _)
                && numbers.size() == ((Elements) rows.getFirst()).elements().size())) {
      var texts =
          rows.stream().map(row -> "{" + numbers(((Elements) row).elements()) + "}").toList();
      return Code.atom("new double[][] {" + String.join(", ", texts) + "}");
    }
    var texts = rows.stream().map(row -> array(row, Form.ARRAY, _ -> false).text()).toList();
    return Code.atom(
        scope.helpers().use("matrix")
            + "("
            + scope.line(matrix.place())
            + ", "
            + String.join(", ", texts)
            + ")");
  }

  /** An operation that gives an array. */
  private Code apply(Apply apply, String variant) {
    return switch (apply.operation()) {
      case ADD -> at("plus" + variant, apply);
      case SUBTRACT -> at("minus" + variant, apply);
      case MULTIPLY -> {
        boolean first = apply.argument(0).kind().isArray();
        yield helper(
            "times" + variant, apply.argument(first ? 0 : 1), apply.argument(first ? 1 : 0));
      }
      case DIVIDE -> helper("over" + variant, apply.argument(0), apply.argument(1));
      case NEGATE -> helper("negated" + variant, apply.argument(0));
      case ZEROS -> zeros(apply);
      case ZEROS_MATRIX -> zerosMatrix(apply);
      default -> throw new IllegalArgumentException(apply.operation() + " does not give an array");
    };
  }

  private Code zeros(Apply apply) {
    var size = apply.argument(0);
    return isSize(size)
        ? Code.atom("new double[" + expressions.integer(size).text() + "]")
        : at("zeros", apply);
  }

  private Code zerosMatrix(Apply apply) {
    var rows = apply.argument(0);
    var columns = apply.argument(1);
    boolean hasRows =
        (rows instanceof Literal(var value, _) && value > 0)
            || (rows instanceof Apply(var of, var sides, _, _)
                && of == Operation.ROWS
                && columns instanceof Apply(var and, var others, _, _)
                && and == Operation.COLUMNS
                && sides.getFirst() instanceof Read(var one, _)
                && others.getFirst() instanceof Read(var other, _)
                && one.equals(other));
    return hasRows && isSize(rows) && isSize(columns)
        ? Code.atom(
            "new double["
                + expressions.integer(rows).text()
                + "]["
                + expressions.integer(columns).text()
                + "]")
        : at("zeros/matrix", apply);
  }

  /** Whether a size is known to be whole and not negative. */
  private boolean isSize(Expression expression) {
    return Range.of(expression, scope.ranges()).filter(range -> range.least() >= 0).isPresent();
  }

  private Code helper(String key, Expression... arguments) {
    return Code.atom(
        scope.helpers().use(key)
            + "("
            + List.of(arguments).stream().map(expressions::text).collect(Collectors.joining(", "))
            + ")");
  }

  /** A helper that may fail, and then says where. */
  private Code at(String key, Apply apply) {
    var arguments = new ArrayList<String>();
    apply.arguments().forEach(argument -> arguments.add(expressions.text(argument)));
    arguments.add(scope.line(apply.place()));
    return Code.atom(scope.helpers().use(key) + "(" + String.join(", ", arguments) + ")");
  }

  /** An operation on arrays that gives a number. */
  Code number(Apply apply) {
    var array = apply.argument(0);
    boolean isMatrix = array.kind() == Kind.MATRIX;
    return switch (apply.operation()) {
      case SUM -> helper(isMatrix ? "sum/matrix" : "sum", array);
      case MAX_OF -> at(isMatrix ? "max/matrix" : "max/array", apply);
      case MIN_OF -> at(isMatrix ? "min/matrix" : "min/array", apply);
      case LENGTH ->
          Code.integer(
              array instanceof Read(var variable, _) && scope.isStack(variable)
                  ? scope.name(variable) + ".length()"
                  : expressions.value(array).at(Code.ATOM) + ".length",
              Code.ATOM);
      case ROWS -> Code.integer(expressions.value(array).at(Code.ATOM) + ".length", Code.ATOM);
      case COLUMNS ->
          Code.integer(
              scope.helpers().use("columns") + "(" + expressions.text(array) + ")", Code.ATOM);
      case ELEMENT, ELEMENT_MATRIX -> element(apply);
      default -> throw new IllegalArgumentException(apply.operation() + " does not give a number");
    };
  }

  private Code element(Apply apply) {
    var indices = apply.arguments().subList(1, apply.arguments().size());
    if (apply.argument(0) instanceof Read(var variable, _)) {
      return Code.atom(
          scope.isStack(variable)
              ? scope.name(variable)
                  + ".get("
                  + expressions.index(indices.getFirst()).text()
                  + ", "
                  + scope.line(indices.getFirst().place())
                  + ")"
              : element(variable, positions(variable, indices)));
    }
    var arguments = new ArrayList<String>();
    arguments.add(expressions.text(apply.argument(0)));
    indices.forEach(index -> arguments.add(expressions.index(index).text()));
    arguments.add(scope.line(indices.getFirst().place()));
    boolean isInt = expressions.index(indices.getFirst()).isInt();
    var key = indices.size() == 2 ? "element/matrix" : isInt ? "element" : "element/number";
    return Code.atom(scope.helpers().use(key) + "(" + String.join(", ", arguments) + ")");
  }

  /** The element of a variable, to be read or assigned. */
  String element(Variable variable, List<String> positions) {
    return scope.name(variable) + "[" + String.join("][", positions) + "]";
  }

  /** Where indices from 1 point, checked if they may be out of range. */
  List<String> positions(Variable variable, List<Expression> indices) {
    if (indices.size() == 1) {
      return List.of(position(variable, 0, "at", indices.getFirst()));
    }
    return List.of(
        position(variable, 0, "row", indices.get(0)),
        position(variable, 1, "column", indices.get(1)));
  }

  private String position(Variable variable, int dimension, String check, Expression index) {
    var known = scope.sizes().inRange(variable, dimension, index);
    if (known.isPresent() && scope.ranges().containsKey(known.get().counter())) {
      var counter = scope.name(known.get().counter());
      int by = known.get().by() - 1;
      return by == 0 ? counter : counter + (by < 0 ? " - " : " + ") + Math.abs(by);
    }
    var code = expressions.index(index);
    var key = code.isInt() ? check : check + "/number";
    return scope.helpers().use(key)
        + "("
        + code.text()
        + ", "
        + scope.name(variable)
        + ", "
        + scope.line(index.place())
        + ")";
  }

  /** A call of the method that the class itself calls. */
  String call(String function, List<Expression> arguments, Place place) {
    var callee = scope.signature(function);
    var texts = new ArrayList<String>();
    for (int i = 0; i < arguments.size(); i++) {
      var parameter = callee.function().parameters().get(i);
      var argument = arguments.get(i);
      if (!parameter.kind().isArray()) {
        texts.add(expressions.text(argument));
        continue;
      }
      boolean copies = callee.takesOver().contains(parameter) && !isHandedOver(argument);
      var form = callee.growing().contains(parameter) ? Form.STACK : Form.ARRAY;
      texts.add(array(argument, form, _ -> copies).text());
    }
    if (callee.isDeep()) {
      texts.add(
          scope.helpers().use("deeper") + "(" + scope.remaining() + ", " + scope.line(place) + ")");
    }
    return callee.inner() + "(" + String.join(", ", texts) + ")";
  }

  /** Whether the array of an argument is of no further use here. */
  private boolean isHandedOver(Expression argument) {
    return Copies.sources(argument).isEmpty()
        || scope
            .statement()
            .filter(statement -> scope.signature().copies().onCall(argument, statement))
            .isPresent();
  }
}
