package dev.costate.program.java;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.WithoutPlaces;
import dev.costate.program.java.ArrayForms.Form;
import java.util.ArrayList;
import java.util.function.Predicate;

/** Prints statements. */
final class Statements {
  private final Scope scope;
  private final Declarations declarations;
  private final Lines lines;
  private final Expressions expressions;
  private final Loops loops;

  Statements(Scope scope, Declarations declarations, Lines lines) {
    this.scope = scope;
    this.declarations = declarations;
    this.lines = lines;
    this.expressions = new Expressions(scope);
    this.loops = new Loops(scope, declarations, lines, this, expressions);
  }

  void block(Block block) {
    block.statements().forEach(this::statement);
  }

  private void statement(Statement statement) {
    for (var variable : declarations.before(statement)) {
      lines.line(scope.type(variable) + " " + scope.name(variable) + ";");
    }
    scope.begin(statement);
    var comment = statement.origin().comment();
    switch (statement) {
      case Assign assign -> assign(assign);
      case Statement.AssignMany assign ->
          new SeveralValues(scope, this, expressions, lines).print(assign);
      case CallMany call -> callMany(call);
      case Push(var array, var value, _) ->
          lines.line(scope.name(array) + ".push(" + expressions.text(value) + ");", comment);
      case Pop(var target, var array, var origin) ->
          store(
              statement,
              target,
              scope.name(array) + ".pop(" + scope.line(origin.place()) + ")",
              comment);
      case If conditional -> conditional(conditional);
      case Statement.For loop -> loops.range(loop);
      case Statement.ForEach loop -> loops.each(loop);
      case Statement.While loop -> loops.whileLoop(loop);
      case Statement.Break _ -> lines.line("break;", comment);
      case Statement.Continue _ -> lines.line("continue;", comment);
      case Return found -> giveBack(found);
      case Statement.GradientMany(_, var function, _, _) -> throw Expressions.unreplaced(function);
    }
  }

  private void conditional(If statement) {
    var next = statement;
    boolean isFirst = true;
    while (true) {
      var then = next.then();
      var otherwise = next.otherwise();
      boolean turned = then.isEmpty() && !otherwise.isEmpty();
      scope.begin(next);
      var condition =
          turned ? expressions.not(next.condition()) : expressions.value(next.condition());
      var line = "if (" + condition.text() + ")";
      if (isFirst) {
        lines.open(line, next.origin().comment());
      } else {
        lines.next("else " + line, next.origin().comment());
      }
      isFirst = false;
      block(turned ? otherwise : then);
      if (turned || otherwise.isEmpty()) {
        break;
      }
      if (otherwise.statements().size() == 1
          && otherwise.statements().getFirst() instanceof If inner
          && declarations.before(inner).isEmpty()) {
        next = inner;
        continue;
      }
      lines.next("else", "");
      block(otherwise);
      break;
    }
    lines.close();
  }

  private void assign(Assign statement) {
    var comment = statement.origin().comment();
    var value = statement.value();
    if (value instanceof Apply(var operation, var sides, _, _)
        && !value.kind().isArray()
        && (operation == Operation.ADD || operation == Operation.SUBTRACT)
        && reads(sides.getFirst(), statement.target())
        && !isStackElement(statement.target())) {
      lines.line(
          place(statement.target())
              + (operation == Operation.ADD ? " += " : " -= ")
              + expressions.text(sides.get(1))
              + ";",
          comment);
      return;
    }
    store(statement, statement.target(), value(statement, value), comment);
  }

  private String value(Assign statement, Expression value) {
    if (!value.kind().isArray()) {
      return expressions.text(value);
    }
    var variable = statement.target().variable();
    return array(value, variable, source -> scope.signature().copies().onAssign(variable, source));
  }

  /** An array in the form of the variable that it goes into. */
  String array(Expression value, Variable target, Predicate<Variable> copied) {
    return expressions.arrays().array(value, scope.form(target), copied).text();
  }

  private boolean isStackElement(Target target) {
    return target instanceof Target.Element(var array, _) && scope.isStack(array);
  }

  /** Whether an expression reads exactly what a target writes. */
  private static boolean reads(Expression expression, Target target) {
    return switch (target) {
      case Target.Whole(var variable) ->
          expression instanceof Read(var read, _) && read.equals(variable);
      case Target.Element(var array, var indices) ->
          expression instanceof Apply(var operation, var parts, _, _)
              && (operation == Operation.ELEMENT || operation == Operation.ELEMENT_MATRIX)
              && parts.getFirst() instanceof Read(var read, _)
              && read.equals(array)
              && WithoutPlaces.of(parts.get(1)).equals(WithoutPlaces.of(indices.getFirst()))
              && WithoutPlaces.of(parts.getLast()).equals(WithoutPlaces.of(indices.getLast()));
    };
  }

  /** What stands left of an assignment; not of an element of a stack. */
  private String place(Target target) {
    return switch (target) {
      case Target.Whole(var variable) -> scope.name(variable);
      case Target.Element(var array, var indices) ->
          expressions.arrays().element(array, expressions.arrays().positions(array, indices));
    };
  }

  /** Prints that a target gets a value, and declares it if it is new. */
  void store(Statement statement, Target target, String value, String comment) {
    switch (target) {
      case Target.Whole(var variable) ->
          lines.line(
              (declarations.declares(statement, variable) ? scope.type(variable) + " " : "")
                  + scope.name(variable)
                  + " = "
                  + value
                  + ";",
              comment);
      case Target.Element(var array, var indices) when scope.isStack(array) ->
          lines.line(
              scope.name(array)
                  + ".set("
                  + expressions.index(indices.getFirst()).text()
                  + ", "
                  + value
                  + ", "
                  + scope.line(indices.getFirst().place())
                  + ");",
              comment);
      case Target.Element _ -> lines.line(place(target) + " = " + value + ";", comment);
    }
  }

  private void callMany(CallMany statement) {
    var callee = scope.signature(statement.function());
    var results = scope.free(callee.name());
    var targets = new ArrayList<Target>();
    for (var target : statement.targets()) {
      targets.add(withoutWritten(target, statement));
    }
    lines.line(
        "var "
            + results
            + " = "
            + expressions
                .arrays()
                .call(statement.function(), statement.arguments(), statement.origin().place())
            + ";",
        statement.origin().comment());
    for (int i = 0; i < targets.size(); i++) {
      var target = targets.get(i);
      var part = results + "." + callee.components().get(i) + "()";
      store(statement, target, converted(part, callee, i, target), "");
    }
  }

  /** A result in the form of the variable that it goes into. */
  private String converted(String part, Signature callee, int position, Target target) {
    if (!(target instanceof Target.Whole(var variable))) {
      return part;
    }
    boolean isStack = callee.growingResults().contains(position);
    if (isStack == (scope.form(variable) == Form.STACK)) {
      return part;
    }
    return isStack ? part + ".toArray()" : scope.helpers().use("Stack") + ".of(" + part + ")";
  }

  /** A target whose indices are computed beforehand if the statement changes what they read. */
  Target withoutWritten(Target target, Statement statement) {
    if (!(target instanceof Target.Element(var array, var indices))) {
      return target;
    }
    var written = Walk.writes(statement);
    var kept = new ArrayList<Expression>();
    for (var index : indices) {
      if (Walk.reads(index).stream().noneMatch(written::contains)) {
        kept.add(index);
        continue;
      }
      var name = Variable.number(scope.free("index"));
      lines.line("double " + scope.name(name) + " = " + expressions.text(index) + ";");
      kept.add(new Read(name, index.place()));
    }
    return new Target.Element(array, kept);
  }

  private void giveBack(Return statement) {
    var signature = scope.signature();
    var copies = signature.copies();
    var values = new ArrayList<String>();
    for (int i = 0; i < statement.values().size(); i++) {
      int position = i;
      var value = statement.values().get(i);
      boolean isStack = signature.growingResults().contains(i);
      values.add(
          value.kind().isArray()
              ? expressions
                  .arrays()
                  .array(
                      value,
                      isStack ? Form.STACK : Form.ARRAY,
                      source -> copies.onReturn(statement, position, source))
                  .text()
              : expressions.text(value));
    }
    var comment = statement.origin().comment();
    if (values.size() == 1) {
      lines.line("return " + values.getFirst() + ";", comment);
    } else {
      lines.line(
          "return new " + signature.innerRecord() + "(" + String.join(", ", values) + ");",
          comment);
    }
  }
}
