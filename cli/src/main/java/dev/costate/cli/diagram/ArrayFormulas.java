package dev.costate.cli.diagram;

import dev.costate.cli.formula.Formula;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Operation;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The derivatives of lines of array algebra as factors, where a number will do: {@code w = v*a + u}
 * is {@code a} times v and 1 times u.
 */
final class ArrayFormulas {
  private ArrayFormulas() {}

  /** A factor for each variable that has one. */
  static Map<Variable, String> of(LinePullback.Line line, Map<Variable, Expression> texts) {
    var found = new HashMap<Variable, String>();
    if (line.before().isEmpty()) {
      for (var variable : Walk.reads(line.result())) {
        factor(line.result(), variable, texts).ifPresent(text -> found.put(variable, text));
      }
    }
    return found;
  }

  private static Optional<String> factor(
      Expression expression, Variable variable, Map<Variable, Expression> texts) {
    if (expression instanceof Read(var read, _)) {
      return read.equals(variable) ? Optional.of("1") : Optional.empty();
    }
    if (!(expression instanceof Apply apply) || !variable.kind().isArray()) {
      return Optional.empty();
    }
    int with = -1;
    for (int i = 0; i < apply.arguments().size(); i++) {
      if (Walk.reads(apply.argument(i)).contains(variable)) {
        if (with >= 0) {
          return Optional.empty();
        }
        with = i;
      }
    }
    if (with < 0) {
      return Optional.empty();
    }
    int position = with;
    return factor(apply.argument(with), variable, texts)
        .flatMap(inner -> through(apply, position, inner, texts));
  }

  /** A factor of one argument as a factor of the whole. */
  private static Optional<String> through(
      Apply apply, int with, String inner, Map<Variable, Expression> texts) {
    return switch (apply.operation()) {
      case ADD, SUM -> Optional.of(inner);
      case SUBTRACT -> Optional.of(with == 0 ? inner : negated(inner));
      case NEGATE -> Optional.of(negated(inner));
      case MULTIPLY -> Optional.of(times(inner, shown(apply.argument(1 - with), texts)));
      case DIVIDE -> {
        var divisor = apply.argument(1);
        yield Optional.of(inner + "/" + bracketed(shown(divisor, texts), divisor));
      }
      case Operation _ -> Optional.empty();
    };
  }

  private static String shown(Expression expression, Map<Variable, Expression> texts) {
    return Formula.factor(
        Walk.rewrite(
            expression,
            node ->
                node instanceof Read(var variable, _) ? texts.getOrDefault(variable, node) : node));
  }

  private static String bracketed(String text, Expression expression) {
    boolean isProduct =
        expression instanceof Apply(var operation, _, _, _)
            && (operation == Operation.MULTIPLY || operation == Operation.DIVIDE);
    return isProduct ? "(" + text + ")" : text;
  }

  private static String negated(String text) {
    return text.startsWith("-") ? text.substring(1) : "-" + text;
  }

  private static String times(String text, String factor) {
    return text.equals("1") ? factor : text.equals("-1") ? "-" + factor : text + "*" + factor;
  }
}
