package dev.costate.java.read;

import static dev.costate.program.Operation.*;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import dev.costate.program.Block;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads loops. A {@code for} that counts is a counted loop; all others are {@code while}. */
final class Loops {
  private final Body body;
  private final Unit unit;
  private final Expressions expressions;
  private final Statements statements;

  Loops(Body body, Expressions expressions, Statements statements) {
    this.body = body;
    this.unit = body.unit();
    this.expressions = expressions;
    this.statements = statements;
  }

  void read(WhileLoopTree loop, String label) {
    whileLoop(unit.make(loop), label, loop.getCondition(), loop.getStatement(), List.of());
  }

  void read(ForLoopTree loop, String label) {
    var counted = CountedLoop.of(loop, unit, body.effects());
    if (counted.isPresent()) {
      counted(loop, counted.get(), label);
      return;
    }
    loop.getInitializer().forEach(statements::one);
    whileLoop(unit.make(loop), label, loop.getCondition(), loop.getStatement(), loop.getUpdate());
  }

  private void whileLoop(
      Make make,
      String label,
      @Nullable ExpressionTree condition,
      StatementTree statement,
      List<? extends StatementTree> update) {
    boolean isPlain = condition == null || !body.effects().needsStatements(condition);
    Runnable next = () -> statements.all(update);
    var around = new Jumps.Around(label, true, false, next);
    var test =
        condition == null
            ? make.truth(true)
            : isPlain ? expressions.truth(condition) : make.truth(true);
    var read =
        body.jumps()
            .read(
                body,
                make,
                around,
                () -> {
                  if (condition != null && !isPlain) {
                    leaveUnless(make, condition);
                  }
                  statements.one(statement);
                  if (body.goesOn()) {
                    next.run();
                  }
                });
    read.before().forEach(body::emit);
    body.emit(make.repeat(test, read.body()));
    body.jumps().after(body, make, around);
  }

  private void leaveUnless(Make make, ExpressionTree condition) {
    body.emit(make.when(make.not(expressions.truth(condition)), make.leave()));
  }

  void read(DoWhileLoopTree loop, String label) {
    var make = unit.make(loop);
    Runnable next = () -> leaveUnless(make, loop.getCondition());
    var around = new Jumps.Around(label, true, false, next);
    var read =
        body.jumps()
            .read(
                body,
                make,
                around,
                () -> {
                  statements.one(loop.getStatement());
                  if (body.goesOn()) {
                    next.run();
                  }
                });
    read.before().forEach(body::emit);
    body.emit(make.repeat(make.truth(true), read.body()));
    body.jumps().after(body, make, around);
  }

  private void counted(ForLoopTree loop, CountedLoop counted, String label) {
    var make = unit.make(loop);
    var from = expressions.value(counted.from(), Type.INT);
    var bound = expressions.value(counted.bound(), Type.INT);
    int step = counted.step();
    int before = counted.includesBound() ? 0 : Integer.signum(step);
    var to = Integers.shifted(make, bound.expression(), -before);
    long last = step > 0 ? bound.range().greatest() - before : bound.range().least() - before;
    var range =
        step > 0
            ? new Interval(from.range().least(), Math.max(from.range().least(), last))
            : new Interval(Math.min(from.range().greatest(), last), from.range().greatest());
    var counter = body.count(counted.counter(), Type.INT, range);
    repeat(
        make,
        label,
        loop.getStatement(),
        counter,
        List.of(),
        inner -> make.loop(counter, from.expression(), to, make.number(step), inner));
  }

  private void repeat(
      Make make,
      String label,
      StatementTree statement,
      Variable counter,
      List<Statement> first,
      Function<List<Statement>, Statement> loop) {
    var around = new Jumps.Around(label, true, false, () -> {});
    body.beginCounting(counter);
    var read =
        body.jumps()
            .read(
                body,
                make,
                around,
                () -> {
                  first.forEach(body::emit);
                  statements.one(statement);
                });
    body.endCounting(counter);
    read.before().forEach(body::emit);
    body.emit(loop.apply(read.body()));
    body.jumps().after(body, make, around);
  }

  /** Over the elements as they are when their turn comes. */
  void read(EnhancedForLoopTree loop, String label) {
    var make = unit.make(loop);
    var tree = loop.getExpression();
    if (!(Unit.plain(tree) instanceof IdentifierTree)) {
      throw unit.problems().refuse(tree, "this array has no name", "store it in a variable first");
    }
    var array = expressions.arrays().variable(tree);
    var type = array.value().type();
    if (type != Type.DOUBLES && type != Type.INTS) {
      throw unit.problems()
          .refuse(
              tree,
              "a loop over the rows of a matrix is not differentiable",
              "count the rows: 'for (int i = 0; i < m.length; i++)'");
    }
    var element = element(loop.getVariable());
    var declared = Type.of(element.asType());
    var root = unit.variable(tree);
    if (root.isPresent() && body.effects().assigned(loop.getStatement()).contains(root.get())) {
      throw unit.problems()
          .refuse(tree, "the loop replaces the array that it goes through", "count the elements");
    }
    boolean isChanged =
        root.isPresent() && body.effects().changed(loop.getStatement()).contains(root.get());
    if (!isChanged && declared == type.element() && !body.isReassigned(element)) {
      var each = body.count(element, declared, declared.range());
      repeat(
          make,
          label,
          loop.getStatement(),
          each,
          List.of(),
          inner ->
              new Statement.ForEach(
                  each, make.read(array.variable()), new Block(inner), make.origin()));
      return;
    }
    var counter = body.counter("position");
    var variable = body.declare(element, declared);
    var value =
        Value.of(
            make.number(ELEMENT, make.read(array.variable()), make.read(counter)), type.element());
    repeat(
        make,
        label,
        loop.getStatement(),
        counter,
        List.of(make.set(variable, expressions.converted(tree, value, declared).expression())),
        inner ->
            make.loop(
                counter, make.number(1), make.number(LENGTH, make.read(array.variable())), inner));
  }

  private VariableElement element(VariableTree tree) {
    return unit.element(tree)
        .filter(VariableElement.class::isInstance)
        .map(VariableElement.class::cast)
        .orElseThrow(() -> unit.problems().refuse(tree, "javac does not know this", ""));
  }
}
