package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.AssignMany;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.GradientMany;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes statements. */
final class Statements {
  /** Whether the code behind a statement can be reached from it. */
  enum Flow {
    GOES_ON,
    ENDS
  }

  /** Pushes a value that is about to be stored. */
  private interface Push1 {
    void push();
  }

  private static final MethodTypeDesc PUSH = MethodTypeDesc.of(Types.VOID, Types.DOUBLE);
  private static final MethodTypeDesc POP = MethodTypeDesc.of(Types.DOUBLE, Types.INT);
  private static final MethodTypeDesc SET =
      MethodTypeDesc.of(Types.VOID, Types.INT, Types.DOUBLE, Types.INT);
  private static final MethodTypeDesc SET_MATRIX =
      MethodTypeDesc.of(Types.VOID, Types.INT, Types.INT, Types.DOUBLE, Types.INT);

  private final Method method;
  private final CodeBuilder code;
  private final Slots slots;
  private final Expressions expressions;
  private final Exits exits;
  private final Loops loops;

  Statements(Method method, Exits exits) {
    this.method = method;
    this.code = method.code();
    this.slots = method.slots();
    this.expressions = new Expressions(method);
    this.exits = exits;
    this.loops = new Loops(method, this, expressions, exits);
  }

  Flow block(dev.costate.program.Block block) {
    return parts(method.function().partition().parts(block));
  }

  Flow parts(List<Part> parts) {
    for (var part : parts) {
      var flow =
          switch (part) {
            case Part.Inline(var statement) -> statement(statement);
            case Part.Piece piece -> {
              exits.piece(piece);
              yield Flow.GOES_ON;
            }
          };
      if (flow == Flow.ENDS) {
        return flow;
      }
    }
    return Flow.GOES_ON;
  }

  private Flow statement(Statement statement) {
    method.begin(statement);
    var flow = written(statement);
    Walk.writes(statement).forEach(method.repeated()::forget);
    return flow;
  }

  private Flow written(Statement statement) {
    switch (statement) {
      case Assign assign -> assign(assign);
      case AssignMany assign -> assignMany(assign);
      case CallMany call -> callMany(call);
      case Push(var array, var value, _) -> {
        method.load(array);
        expressions.value(value);
        code.invokevirtual(Types.VECTOR, "push", PUSH);
      }
      case Pop(var target, var array, var origin) -> {
        var indices = indices(target);
        write(
            target,
            indices,
            () -> {
              method.load(array);
              method.place(origin.place());
              code.invokevirtual(Types.VECTOR, "pop", POP);
            });
      }
      case If conditional -> {
        return conditional(conditional);
      }
      case For loop -> loop(loop);
      case ForEach loop -> loops.each(loop);
      case While loop -> {
        return loops.whileLoop(loop);
      }
      case Break _ -> {
        exits.leaveLoop(Part.Exit.BREAK);
        return Flow.ENDS;
      }
      case Continue _ -> {
        exits.leaveLoop(Part.Exit.CONTINUE);
        return Flow.ENDS;
      }
      case Return found -> {
        giveBack(found);
        return Flow.ENDS;
      }
      case GradientMany(_, var function, _, _) -> throw Expressions.unreplaced(function);
    }
    return Flow.GOES_ON;
  }

  private void loop(For loop) {
    var transfer = Transfer.of(loop);
    if (transfer.isEmpty()) {
      loops.range(loop);
      return;
    }
    var moved = transfer.get();
    var type = Types.of(moved.array().kind());
    method.load(moved.stack());
    method.load(moved.array());
    switch (moved.direction()) {
      case APPEND ->
          code.invokevirtual(Types.VECTOR, "append", MethodTypeDesc.of(Types.VOID, type));
      case TAKE -> {
        method.place(moved.place());
        code.invokevirtual(Types.VECTOR, "take", MethodTypeDesc.of(Types.VOID, type, Types.INT));
      }
    }
  }

  private Flow conditional(If statement) {
    var otherwise = code.newLabel();
    expressions.conditions().jumpUnless(statement.condition(), otherwise);
    var then = branch(statement.then());
    if (statement.otherwise().isEmpty()) {
      code.labelBinding(otherwise);
      return Flow.GOES_ON;
    }
    var end = code.newLabel();
    if (then == Flow.GOES_ON) {
      code.goto_(end);
    }
    code.labelBinding(otherwise);
    var last = branch(statement.otherwise());
    code.labelBinding(end);
    return then == Flow.ENDS && last == Flow.ENDS ? Flow.ENDS : Flow.GOES_ON;
  }

  /** A block that need not run. */
  Flow branch(dev.costate.program.Block block) {
    return method.repeated().inside(() -> block(block));
  }

  private void assign(Assign statement) {
    var copies = method.convention().copies();
    switch (statement.target()) {
      case Target.Whole(var variable) -> {
        expressions.value(statement.value(), source -> copies.onAssign(variable, source));
        method.store(variable);
      }
      case Target.Element(var array, var indices) -> {
        method.load(array);
        indices.forEach(expressions.numbers()::index);
        expressions.value(statement.value());
        set(array, indices);
      }
    }
  }

  /** Stores into an element: array, indices and value are on the stack. */
  private void set(Variable array, List<Expression> indices) {
    method.place(indices.getFirst().place());
    code.invokevirtual(
        Types.of(array.kind()), "set", array.kind() == Kind.VECTOR ? SET : SET_MATRIX);
  }

  /** Evaluates the indices of a target into temporary slots. */
  private List<Integer> indices(Target target) {
    return switch (target) {
      case Target.Whole _ -> List.of();
      case Target.Element(_, var indices) -> {
        var found = new ArrayList<Integer>();
        for (var index : indices) {
          expressions.numbers().index(index);
          int slot = slots.temporaryNarrow();
          code.istore(slot);
          found.add(slot);
        }
        yield found;
      }
    };
  }

  private void write(Target target, List<Integer> indexSlots, Push1 value) {
    switch (target) {
      case Target.Whole(var variable) -> {
        value.push();
        method.store(variable);
      }
      case Target.Element(var array, var indices) -> {
        // The value may be popped from the array itself: it comes first.
        value.push();
        int slot = slots.temporaryWide();
        code.dstore(slot);
        method.load(array);
        indexSlots.forEach(code::iload);
        code.dload(slot);
        set(array, indices);
        slots.release(Kind.NUMBER, slot);
        indexSlots.forEach(slots::releaseNarrow);
      }
    }
  }

  private void assignMany(AssignMany statement) {
    var targets = statement.targets();
    var copies = method.convention().copies();
    var indices = targets.stream().map(this::indices).toList();
    var values = temporaries(statement.values(), source -> copies.onAssign(statement, source));
    for (int i = 0; i < targets.size(); i++) {
      int slot = values.get(i);
      var kind = statement.values().get(i).kind();
      write(targets.get(i), indices.get(i), () -> method.loadSlot(kind, slot));
      slots.release(kind, slot);
    }
  }

  private List<Integer> temporaries(List<Expression> values, Predicate<Variable> copies) {
    var found = new ArrayList<Integer>();
    for (var value : values) {
      expressions.value(value, copies);
      int slot = slots.temporary(value.kind());
      method.storeSlot(value.kind(), slot);
      found.add(slot);
    }
    return found;
  }

  private void callMany(CallMany statement) {
    var targets = statement.targets();
    var indices = targets.stream().map(this::indices).toList();
    expressions
        .calls()
        .call(statement.function(), statement, statement.arguments(), statement.origin().place());
    var results = method.plan().convention(statement.function()).function().results();
    for (int i = 0; i < targets.size(); i++) {
      int position = i;
      write(targets.get(i), indices.get(i), () -> register(results.get(position), position));
    }
  }

  /** Pushes what a call left in a register. */
  private void register(Kind kind, int position) {
    if (kind.isArray()) {
      code.aload(method.extra(Convention.Extra.ARRAY_REGISTERS));
      code.loadConstant(position);
      code.aaload();
      code.checkcast(Types.of(kind));
    } else {
      code.aload(method.extra(Convention.Extra.NUMBER_REGISTERS));
      code.loadConstant(position);
      code.daload();
      if (Numbers.isInt(kind)) {
        code.d2i();
      }
    }
  }

  private void giveBack(Return statement) {
    var values = statement.values();
    var copies = method.convention().copies();
    if (values.size() == 1) {
      expressions.value(values.getFirst(), source -> copies.onReturn(statement, 0, source));
      exits.giveBack(values.getFirst().kind());
      return;
    }
    var fills = method.function().partition().fills(statement);
    if (!fills.isEmpty()) {
      for (var fill : fills) {
        code.aload(method.extra(Convention.Extra.NUMBER_REGISTERS));
        expressions.arrays().fill(fill);
      }
    } else if (values.stream().anyMatch(value -> Walk.contains(value, Call.class::isInstance))) {
      // Calls use the registers themselves: all values come first.
      var found = new ArrayList<Integer>();
      for (int i = 0; i < values.size(); i++) {
        int position = i;
        var kind = values.get(i).kind();
        expressions.value(values.get(i), source -> copies.onReturn(statement, position, source));
        int slot = slots.temporary(kind);
        method.storeSlot(kind, slot);
        found.add(slot);
      }
      for (int i = 0; i < values.size(); i++) {
        int slot = found.get(i);
        var kind = values.get(i).kind();
        result(kind, i, () -> method.loadSlot(kind, slot));
      }
    } else {
      for (int i = 0; i < values.size(); i++) {
        int position = i;
        result(
            values.get(i).kind(),
            i,
            () ->
                expressions.value(
                    values.get(position), source -> copies.onReturn(statement, position, source)));
      }
    }
    exits.giveBackSeveral();
  }

  /** Leaves a result in its register. */
  private void result(Kind kind, int position, Push1 value) {
    code.aload(
        method.extra(
            kind.isArray() ? Convention.Extra.ARRAY_REGISTERS : Convention.Extra.NUMBER_REGISTERS));
    code.loadConstant(position);
    value.push();
    if (kind.isArray()) {
      code.aastore();
    } else {
      if (Numbers.isInt(kind)) {
        code.i2d();
      }
      code.dastore();
    }
  }
}
