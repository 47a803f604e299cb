package dev.costate.program.java;

import dev.costate.program.Expression;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;

/**
 * Prints {@code a, b = b, a}: a value is kept under a name of its own if what stands before it in
 * the statement changes what it reads.
 */
final class SeveralValues {
  private final Scope scope;
  private final Statements statements;
  private final Expressions expressions;
  private final Lines lines;

  SeveralValues(Scope scope, Statements statements, Expressions expressions, Lines lines) {
    this.scope = scope;
    this.statements = statements;
    this.expressions = expressions;
    this.lines = lines;
  }

  void print(AssignMany statement) {
    var targets = new ArrayList<Target>();
    for (var target : statement.targets()) {
      targets.add(statements.withoutWritten(target, statement));
    }
    var values = new ArrayList<String>();
    var comment = statement.origin().comment();
    // The values are computed in order; those that can wait are written where they go.
    boolean inOrder = isInOrder(statement);
    for (int i = 0; i < targets.size(); i++) {
      var target = targets.get(i).variable();
      var value = statement.values().get(i);
      var text = text(statement, value, target);
      if (inOrder) {
        values.add(text);
        continue;
      }
      var name = scope.free("next_" + target.name());
      var type = value.kind().isArray() ? scope.type(target) : JavaClass.type(value.kind());
      lines.line(type + " " + name + " = " + text + ";", comment);
      comment = "";
      values.add(name);
    }
    for (int i = 0; i < targets.size(); i++) {
      statements.store(statement, targets.get(i), values.get(i), comment);
      comment = "";
    }
  }

  private String text(AssignMany statement, Expression value, Variable target) {
    return value.kind().isArray()
        ? statements.array(
            value, target, source -> scope.signature().copies().onAssign(statement, source))
        : expressions.text(value);
  }

  /** Whether no value reads what a target before it writes. */
  private static boolean isInOrder(AssignMany statement) {
    for (int i = 0; i < statement.targets().size(); i++) {
      var written = statement.targets().get(i).variable();
      for (var later : statement.values().subList(i + 1, statement.values().size())) {
        if (Walk.reads(later).contains(written)) {
          return false;
        }
      }
    }
    return true;
  }
}
