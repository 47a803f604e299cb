package dev.costate.program.java;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.facts.Range;
import dev.costate.program.java.ArrayForms.Form;
import java.util.OptionalInt;

/** Prints loops; counters are ints. */
final class Loops {
  private final Scope scope;
  private final Declarations declarations;
  private final Lines lines;
  private final Statements statements;
  private final Expressions expressions;

  Loops(
      Scope scope,
      Declarations declarations,
      Lines lines,
      Statements statements,
      Expressions expressions) {
    this.scope = scope;
    this.declarations = declarations;
    this.lines = lines;
    this.statements = statements;
    this.expressions = expressions;
  }

  void whileLoop(While loop) {
    var condition = expressions.value(loop.condition()).text();
    var comment = loop.origin().comment();
    if (!(loop.condition() instanceof Truth) && isConstant(loop.condition())) {
      // Java would say of what stands behind that it cannot be reached.
      var goesOn = scope.free("goes_on");
      lines.line("boolean " + goesOn + " = " + condition + ";");
      condition = goesOn;
    }
    lines.open("while (" + condition + ")", comment);
    statements.block(loop.body());
    lines.close();
  }

  private static boolean isConstant(Expression condition) {
    return !Walk.contains(condition, node -> node instanceof Read || node instanceof Call);
  }

  void range(For loop) {
    var counter = loop.counter();
    boolean isOwn = declarations.isLoopsOwn(counter);
    var name = isOwn ? scope.name(counter) : scope.free(counter.name());
    var step = constantStep(loop.step());
    var head = new StringBuilder("for (int ").append(name).append(" = ");
    head.append(expressions.bound(loop.from()).text());
    var last = expressions.bound(loop.to()).at(Code.SUM);
    if (!isStable(loop.to(), loop.body())) {
      var kept = scope.free("last");
      head.append(", ").append(kept).append(" = ").append(last);
      last = kept;
    }
    var by = "";
    if (step.isEmpty()) {
      by = scope.free("step");
      head.append(", ").append(by).append(" = ").append(expressions.step(loop.step()).text());
    }
    head.append("; ").append(test(name, last, step, by)).append("; ");
    head.append(advance(name, step, by)).append(')');
    var range = counted(loop);
    lines.open(head.toString(), loop.origin().comment());
    if (isOwn) {
      int before = scope.sizes().begin(loop, scope.ranges());
      scope.beginCounting(counter, range);
      statements.block(loop.body());
      scope.endCounting(counter);
      scope.sizes().end(before);
    } else {
      lines.line(scope.name(counter) + " = " + name + ";");
      statements.block(loop.body());
    }
    lines.close();
  }

  private Range counted(For loop) {
    return bound(loop.from()).to(bound(loop.to()));
  }

  private Range bound(Expression expression) {
    return Range.of(expression, scope.ranges()).filter(Range.BOUND::contains).orElse(Range.BOUND);
  }

  private static String test(String counter, String last, OptionalInt step, String by) {
    var up = counter + " <= " + last;
    var down = counter + " >= " + last;
    return step.isPresent()
        ? (step.getAsInt() > 0 ? up : down)
        : by + " > 0 ? " + up + " : " + down;
  }

  private static String advance(String counter, OptionalInt step, String by) {
    if (step.isEmpty()) {
      return counter + " += " + by;
    }
    return switch (step.getAsInt()) {
      case 1 -> counter + "++";
      case -1 -> counter + "--";
      default -> counter + (step.getAsInt() > 0 ? " += " : " -= ") + Math.abs(step.getAsInt());
    };
  }

  private static OptionalInt constantStep(Expression step) {
    return step instanceof Literal(var value, _)
            && value == (int) value
            && value != 0
            && Range.BOUND.contains(new Range((int) value, (int) value))
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }

  /** Whether a bound may stand in the test of the loop, since each round gives it again. */
  private boolean isStable(Expression bound, Block body) {
    return isPlain(bound)
        && Range.of(bound, scope.ranges()).filter(Range.BOUND::contains).isPresent()
        && Walk.reads(bound).stream().noneMatch(read -> ArraySizes.isResized(read, body));
  }

  /** A whole number, a counter, the length of a variable, or a whole number added to one. */
  private static boolean isPlain(Expression bound) {
    return switch (bound) {
      case Literal _, Read _ -> true;
      case Apply(var operation, var parts, _, _) ->
          switch (operation) {
            case LENGTH, ROWS, COLUMNS -> parts.getFirst() instanceof Read;
            case ADD, SUBTRACT -> isPlain(parts.get(0)) && parts.get(1) instanceof Literal;
            default -> false;
          };
      default -> false;
    };
  }

  void each(ForEach loop) {
    var element = loop.element();
    boolean isOwn = declarations.isLoopsOwn(element);
    var name = isOwn ? scope.name(element) : scope.free(element.name());
    var array =
        expressions
            .arrays()
            .array(
                loop.array(),
                Form.ARRAY,
                (Variable source) -> scope.signature().copies().onLoop(source, loop.body()));
    lines.open("for (double " + name + " : " + array.text() + ")", loop.origin().comment());
    if (!isOwn) {
      lines.line(scope.name(element) + " = " + name + ";");
    }
    statements.block(loop.body());
    lines.close();
  }
}
