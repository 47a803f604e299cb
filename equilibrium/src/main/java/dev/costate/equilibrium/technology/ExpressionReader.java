package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.technology.Form.Array;
import dev.costate.equilibrium.technology.Form.Known;
import dev.costate.equilibrium.technology.Form.Truth;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Operation;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads expressions as forms. */
final class ExpressionReader {
  private final CodeReader code;
  private final Map<String, Form> scope;
  private final Arithmetic arithmetic;

  ExpressionReader(CodeReader code, Map<String, Form> scope) {
    this.code = code;
    arithmetic = code.nests().arithmetic();
    this.scope = scope;
  }

  double number(Expression expression) {
    return known(read(expression));
  }

  boolean truth(Expression expression) {
    return CodeReader.truth(read(expression));
  }

  Form read(Expression expression) {
    return switch (expression) {
      case Expression.Literal(double value, _) -> Known.of(value);
      case Expression.Truth(boolean value, _) -> new Truth(value);
      case Expression.Constant(var name, _) -> constant(name);
      case Expression.Read(var variable, _) -> variable(variable.name());
      case Expression.Conditional c -> read(truth(c.condition()) ? c.then() : c.otherwise());
      case Expression.Elements(var elements, _, _) ->
          new Array(elements.stream().map(this::read).toList());
      case Expression.Call call ->
          code.call(call.function(), call.arguments().stream().map(this::read).toList()).getFirst();
      case Expression.Gradient _ -> throw new NoTechnology("a gradient");
      case Apply apply -> apply(apply);
    };
  }

  private Form constant(String name) {
    var value = code.program().constants().get(name);
    if (value == null || value.isNaN()) {
      throw new NoTechnology("the constant " + name);
    }
    return new Known(new Datum.Parameter(name, value));
  }

  private Form variable(String name) {
    var form = scope.get(name);
    if (form == null) {
      throw new NoTechnology("the variable " + name);
    }
    return form;
  }

  private Form apply(Apply apply) {
    var operation = apply.operation();
    if (operation == Operation.AND) {
      return new Truth(truth(apply.argument(0)) && truth(apply.argument(1)));
    }
    if (operation == Operation.OR) {
      return new Truth(truth(apply.argument(0)) || truth(apply.argument(1)));
    }
    var arguments = apply.arguments().stream().map(this::read).toList();
    return switch (operation) {
      case ADD -> arithmetic.add(arguments.get(0), arguments.get(1));
      case SUBTRACT -> arithmetic.subtract(arguments.get(0), arguments.get(1));
      case MULTIPLY -> arithmetic.multiply(arguments.get(0), arguments.get(1));
      case DIVIDE -> arithmetic.divide(arguments.get(0), arguments.get(1));
      case NEGATE -> Arithmetic.times(arguments.get(0), Datum.of(-1));
      case POWER -> arithmetic.power(arguments.get(0), arguments.get(1));
      case SQRT -> arithmetic.power(arguments.get(0), Known.of(0.5));
      case LN -> Arithmetic.logarithm(arguments.get(0));
      case MIN -> least(arguments);
      case MIN_OF -> least(array(arguments.get(0)));
      case SUM -> array(arguments.get(0)).stream().reduce(Known.of(0), arithmetic::add);
      case LENGTH -> Known.of(array(arguments.get(0)).size());
      case ZEROS -> new Array(Collections.nCopies((int) known(arguments.get(0)), Known.of(0)));
      case ELEMENT -> {
        var elements = array(arguments.get(0));
        yield elements.get(index(known(arguments.get(1)), elements));
      }
      case EQUAL -> new Truth(known(arguments.get(0)) == known(arguments.get(1)));
      case NOT_EQUAL -> new Truth(known(arguments.get(0)) != known(arguments.get(1)));
      case LESS -> new Truth(known(arguments.get(0)) < known(arguments.get(1)));
      case LESS_OR_EQUAL -> new Truth(known(arguments.get(0)) <= known(arguments.get(1)));
      case GREATER -> new Truth(known(arguments.get(0)) > known(arguments.get(1)));
      case GREATER_OR_EQUAL -> new Truth(known(arguments.get(0)) >= known(arguments.get(1)));
      case NOT -> new Truth(!CodeReader.truth(arguments.get(0)));
      case EXP -> new Known(datum(arguments.get(0)).exponential());
      case FLOOR -> Known.of(Math.floor(known(arguments.get(0))));
      case CEIL -> Known.of(Math.ceil(known(arguments.get(0))));
      default -> throw new NoTechnology("the operation " + operation.text());
    };
  }

  /** Fixed proportions; of known numbers the least. */
  private Form least(List<Form> arguments) {
    if (arguments.isEmpty()) {
      return Known.of(Double.NaN);
    }
    if (arguments.stream().allMatch(Known.class::isInstance)) {
      return arguments.stream()
          .min(Comparator.comparingDouble(ExpressionReader::known))
          .orElseThrow();
    }
    var needs = Ready.ones(arguments.size());
    return code.nests().nest(Ready.leontief(needs), arguments);
  }

  static double known(Form form) {
    return datum(form).value();
  }

  static Datum datum(Form form) {
    if (form instanceof Known(var datum)) {
      return datum;
    }
    throw new NoTechnology("a number that depends on quantities");
  }

  static List<Form> array(Form form) {
    if (form instanceof Array(var elements)) {
      return elements;
    }
    throw new NoTechnology("a quantity in place of an array");
  }

  static int index(double number, List<Form> elements) {
    if (number != Math.rint(number) || number < 1 || number > elements.size()) {
      throw new NoTechnology("the index " + number);
    }
    return (int) number - 1;
  }
}
