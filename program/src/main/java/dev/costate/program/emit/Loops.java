package dev.costate.program.emit;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.facts.Range;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Writes loops; their tests stand at the end, so that each round has one jump. */
final class Loops {
  private static final MethodTypeDesc LENGTH = MethodTypeDesc.of(Types.INT);
  private static final MethodTypeDesc RESERVE =
      MethodTypeDesc.of(Types.VOID, Types.INT, Types.INT, Types.INT);
  private static final MethodTypeDesc GET = MethodTypeDesc.of(Types.DOUBLE, Types.INT, Types.INT);

  private final Method method;
  private final CodeBuilder code;
  private final Slots slots;
  private final Statements statements;
  private final Expressions expressions;
  private final Exits exits;

  Loops(Method method, Statements statements, Expressions expressions, Exits exits) {
    this.method = method;
    this.code = method.code();
    this.slots = method.slots();
    this.statements = statements;
    this.expressions = expressions;
    this.exits = exits;
  }

  Statements.Flow whileLoop(While loop) {
    boolean endless = loop.condition() instanceof Truth(var value, _) && value;
    var test = code.newLabel();
    var body = code.newLabel();
    var end = code.newLabel();
    code.goto_(test);
    code.labelBinding(body);
    method.repeated().enterLoop(loop.body());
    exits.beginLoop(end, test);
    statements.branch(loop.body());
    boolean broken = exits.endLoop();
    method.begin(loop);
    code.labelBinding(test);
    method.repeated().inside(() -> expressions.conditions().jumpIf(loop.condition(), body));
    code.labelBinding(end);
    return endless && !broken ? Statements.Flow.ENDS : Statements.Flow.GOES_ON;
  }

  void range(For loop) {
    int counter = slots.temporaryNarrow();
    int last = slots.temporaryNarrow();
    var from = expressions.numbers().bound(loop.from());
    code.istore(counter);
    var to = expressions.numbers().bound(loop.to());
    code.istore(last);
    var constant = constantStep(loop.step());
    int step = slots.temporaryNarrow();
    if (constant.isEmpty()) {
      expressions.numbers().step(loop.step());
      code.istore(step);
    }
    reserve(loop, counter, last, constant);
    var test = code.newLabel();
    var body = code.newLabel();
    var next = code.newLabel();
    var end = code.newLabel();
    code.goto_(test);
    code.labelBinding(body);
    if (method.function().homes().cell(loop.counter()).isPresent()) {
      code.iload(counter);
      code.i2d();
      method.store(loop.counter());
    }
    method.repeated().forget(loop.counter());
    method.beginCounting(loop.counter(), counter, from.to(to));
    body(loop.body(), end, next);
    method.endCounting(loop.counter());
    code.labelBinding(next);
    if (constant.isPresent()) {
      advance(counter, constant.getAsInt());
      code.labelBinding(test);
      code.iload(counter);
      code.iload(last);
      if (constant.getAsInt() > 0) {
        code.if_icmple(body);
      } else {
        code.if_icmpge(body);
      }
    } else {
      code.iload(counter);
      code.iload(step);
      code.iadd();
      code.istore(counter);
      code.labelBinding(test);
      testEitherWay(counter, last, step, body, end);
    }
    code.labelBinding(end);
    slots.releaseNarrow(counter);
    slots.releaseNarrow(last);
    slots.releaseNarrow(step);
  }

  /** Makes room once for what the iterations push, where a loop counts by ones. */
  private void reserve(For loop, int from, int to, OptionalInt step) {
    if (step.isEmpty() || Math.abs(step.getAsInt()) != 1) {
      return;
    }
    boolean upwards = step.getAsInt() > 0;
    pushes(loop.body())
        .forEach((array, count) -> {
          method.load(array);
          code.iload(upwards ? from : to);
          code.iload(upwards ? to : from);
          code.loadConstant(count);
          code.invokevirtual(Types.VECTOR, "reserve", RESERVE);
        });
  }

  /** How often each iteration pushes onto arrays that the loop only pushes to and pops from. */
  private static Map<Variable, Integer> pushes(Block body) {
    var pushes = new LinkedHashMap<Variable, Integer>();
    for (var statement : body.statements()) {
      if (statement instanceof Push(var array, _, _)) {
        pushes.merge(array, 1, Integer::sum);
      }
    }
    if (!pushes.isEmpty()) {
      Walk.statements(
          body,
          statement -> {
            if (!(statement instanceof Push)) {
              Walk.writes(statement).forEach(pushes::remove);
            }
          });
    }
    return pushes;
  }

  private static OptionalInt constantStep(Expression step) {
    return step instanceof Literal(var value, _)
            && value == (int) value
            && value != 0
            && Range.BOUND.contains(new Range((int) value, (int) value))
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }

  private void advance(int counter, int step) {
    if (step == (short) step) {
      code.iinc(counter, step);
    } else {
      code.iload(counter);
      code.loadConstant(step);
      code.iadd();
      code.istore(counter);
    }
  }

  private void testEitherWay(int counter, int last, int step, Label body, Label end) {
    var up = code.newLabel();
    code.iload(step);
    code.ifgt(up);
    code.iload(counter);
    code.iload(last);
    code.if_icmpge(body);
    code.goto_(end);
    code.labelBinding(up);
    code.iload(counter);
    code.iload(last);
    code.if_icmple(body);
  }

  void each(ForEach loop) {
    int array = slots.temporaryNarrow();
    int length = slots.temporaryNarrow();
    int position = slots.temporaryNarrow();
    expressions.value(
        loop.array(), source -> method.convention().copies().onLoop(source, loop.body()));
    code.astore(array);
    code.aload(array);
    code.invokevirtual(Types.VECTOR, "length", LENGTH);
    code.istore(length);
    code.iconst_1();
    code.istore(position);
    var test = code.newLabel();
    var body = code.newLabel();
    var next = code.newLabel();
    var end = code.newLabel();
    code.goto_(test);
    code.labelBinding(body);
    code.aload(array);
    code.iload(position);
    code.iconst_0();
    code.invokevirtual(Types.VECTOR, "get", GET);
    method.store(loop.element());
    method.repeated().forget(loop.element());
    body(loop.body(), end, next);
    code.labelBinding(next);
    code.iinc(position, 1);
    code.labelBinding(test);
    code.iload(position);
    code.iload(length);
    code.if_icmple(body);
    code.labelBinding(end);
    slots.releaseNarrow(array);
    slots.releaseNarrow(length);
    slots.releaseNarrow(position);
  }

  private void body(Block body, Label onBreak, Label onContinue) {
    method.repeated().enterLoop(body);
    exits.beginLoop(onBreak, onContinue);
    statements.branch(body);
    exits.endLoop();
  }
}
