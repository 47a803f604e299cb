package dev.costate.differentiation.record;

import dev.costate.differentiation.activity.Analyses;
import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Needs;
import dev.costate.differentiation.code.Slot;
import dev.costate.differentiation.line.Callees;
import dev.costate.differentiation.line.ChainRule;
import dev.costate.differentiation.normal.Splitting;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Statement.Pop;
import dev.costate.program.Statement.Push;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The partials of each line of a function in normal form, and what the reverse of a line reads. */
public final class Lines {
  private final Dependence dependence;
  private final Callees callees;
  private final Map<Statement, Map<Slot, Term>> partials = new IdentityHashMap<>();

  public Lines(Dependence dependence, Callees callees) {
    this.dependence = dependence;
    this.callees = callees;
  }

  Analyses analyses() {
    return callees.analyses();
  }

  /**
   * The partials of a line that gives a number and is no call or reduction; a result that the line
   * does not overwrite is read rather than computed again.
   */
  public Map<Slot, Term> partials(Assign line) {
    return partials.computeIfAbsent(
        line,
        _ ->
            readsOwnTarget(line)
                ? of(line.value())
                : ChainRule.bySlot(
                    line.value(), Slot.of(line.target()).term(), dependence::isVaried));
  }

  /**
   * Whether a line chooses between values that read elements of arrays that vary: an element need
   * not be there where the other value is chosen, so that the reverse chooses likewise.
   */
  public boolean isChoice(Assign line) {
    return line.value() instanceof Conditional(_, var then, var otherwise, _)
        && line.value().kind() == Kind.NUMBER
        && (readsElement(line, then) || readsElement(line, otherwise));
  }

  private boolean readsElement(Assign line, Expression side) {
    return partials(line, side).keySet().stream().anyMatch(Slot::isElement);
  }

  /** The partials of one side of a line that is a choice. */
  public Map<Slot, Term> partials(Assign line, Expression side) {
    return readsOwnTarget(line)
        ? of(side)
        : ChainRule.bySlot(side, Slot.of(line.target()).term(), dependence::isVaried);
  }

  /** The partials of a pushed value. */
  public Map<Slot, Term> partials(Push line) {
    return partials.computeIfAbsent(line, _ -> of(line.value()));
  }

  private Map<Slot, Term> of(Expression value) {
    return ChainRule.bySlot(value, dependence::isVaried);
  }

  /** Whether a line reads what it overwrites. */
  public static boolean readsOwnTarget(Assign line) {
    return switch (line.target()) {
      case Target.Whole(var variable) -> Walk.reads(line.value()).contains(variable);
      case Target.Element target -> reads(line.value(), Slot.of(target));
    };
  }

  private static boolean reads(Expression expression, Slot slot) {
    var read = Slot.of(expression);
    if (read.isPresent() && read.get().equals(slot)) {
      return true;
    }
    boolean whole = expression instanceof Read(var variable, _) && variable.equals(slot.variable());
    boolean inner = read.isEmpty() && whole;
    return inner || Walk.children(expression).stream().anyMatch(part -> readsPart(part, slot));
  }

  /** The array of an element that is read apart is no read of the slot. */
  private static boolean readsPart(Expression part, Slot slot) {
    return !(part instanceof Read) && reads(part, slot);
  }

  public boolean isVaried(Variable variable) {
    return dependence.isVaried(variable);
  }

  boolean isCostly(Variable variable) {
    return dependence.isCostly(variable);
  }

  public boolean isVaried(Expression expression) {
    return dependence.isVaried(expression);
  }

  public boolean isVariedCall(Assign line) {
    return line.value() instanceof Call && dependence.isVaried(line.value());
  }

  /** Whether a line makes a number of a whole array. */
  public boolean isReduction(Assign line) {
    return line.value() instanceof Apply(var operation, _, _, _)
        && Splitting.isReduction(operation)
        && dependence.isVaried(line.value());
  }

  /** Whether a line gives a whole array the shape it had. */
  static boolean keepsShape(Assign line) {
    return hasShapeOf(line.value(), line.target().variable());
  }

  private static boolean hasShapeOf(Expression array, Variable variable) {
    return switch (array) {
      case Read(var read, _) -> read.equals(variable);
      case Apply(var operation, var arguments, _, _) when operation != Operation.ZEROS ->
          arguments.stream().anyMatch(a -> a.kind().isArray() && hasShapeOf(a, variable));
      case Expression _ -> false;
    };
  }

  /** What the reverse of a line reads, its own result included. */
  Needs usedInReverse(Statement line) {
    var used = new Needs();
    switch (line) {
      case Assign assign -> {
        if (dependence.isVaried(assign.target().variable())) {
          used(assign, used);
        }
      }
      case CallMany(var targets, var callee, var arguments, _) -> {
        if (targets.stream().anyMatch(t -> dependence.isVaried(t.variable()))) {
          usedByCall(callee, arguments, targets.size(), used);
          targets.forEach(t -> addShape(t.variable(), used));
        }
      }
      case Push push -> {
        if (dependence.isVaried(push.array())) {
          add(partials(push), used);
        }
      }
      case Pop(_, var array, _) -> addShape(array, used);
      case Return(var values, _) ->
          values.forEach(value -> {
            if (value.kind().isArray()) {
              addShapes(value, used);
            } else {
              add(of(value), used);
            }
          });
      case Statement _ -> {}
    }
    return used;
  }

  private void used(Assign line, Needs used) {
    if (line.target() instanceof Target.Element(var array, var indices)) {
      indices.forEach(used::add);
      used.addShape(array);
    }
    if (line.value() instanceof Call call && dependence.isVaried(call)) {
      usedByCall(call.function(), call.arguments(), 1, used);
      addShape(line.target().variable(), used);
    } else if (isReduction(line)) {
      var apply = (Apply) line.value();
      if (apply.operation() == Operation.SUM) {
        addShapes(apply, used);
      } else {
        used.add(apply);
        used.addValue(line.target().variable());
      }
    } else if (line.value().kind().isArray()) {
      usedByArray(line, used);
    } else if (isChoice(line)) {
      var choice = (Conditional) line.value();
      used.add(choice.condition());
      add(partials(line, choice.then()), used);
      add(partials(line, choice.otherwise()), used);
    } else {
      add(partials(line), used);
    }
  }

  /** Of an array that is passed, what the callee's pullback reads of it. */
  private void usedByCall(String callee, List<Expression> arguments, int results, Needs used) {
    boolean hasArrays = arguments.stream().anyMatch(a -> a.kind().isArray());
    if (!hasArrays || callees.split(callee).isPresent()) {
      arguments.forEach(used::add);
      return;
    }
    var active = callees.activeArguments(callee, arguments, results, dependence);
    var needed = callees.neededByPullback(callee, active);
    for (int i = 0; i < arguments.size(); i++) {
      var argument = arguments.get(i);
      var parameter = callees.parameter(callee, i);
      boolean isArray = argument instanceof Read && argument.kind().isArray();
      if (!isArray || needed.hasValue(parameter)) {
        used.add(argument);
      } else if (needed.hasShape(parameter)) {
        addShapes(argument, used);
      }
    }
  }

  private void usedByArray(Assign line, Needs used) {
    var value = line.value();
    switch (value) {
      case Elements elements -> usedByElements(elements, used);
      case Apply(var operation, var arguments, _, _)
          when operation == Operation.MULTIPLY || operation == Operation.DIVIDE -> {
        boolean isQuotient = operation == Operation.DIVIDE;
        if (isQuotient || isVaried(arguments.get(1))) {
          used.add(arguments.get(0));
        }
        if (isQuotient || isVaried(arguments.get(0))) {
          used.add(arguments.get(1));
        }
        addShapes(value, used);
      }
      case Expression _ -> addShapes(value, used);
    }
  }

  private void usedByElements(Elements elements, Needs used) {
    for (var element : elements.elements()) {
      switch (element) {
        case Elements row -> usedByElements(row, used);
        case Expression e when e.kind().isArray() -> addShapes(e, used);
        case Expression number -> add(of(number), used);
      }
    }
  }

  private static void add(Map<Slot, Term> partials, Needs used) {
    partials.forEach((slot, partial) -> {
      used.add(partial.expression());
      slot.indices().forEach(used::add);
      addShape(slot.variable(), used);
    });
  }

  private static void addShapes(Expression expression, Needs used) {
    Walk.reads(expression).forEach(v -> addShape(v, used));
  }

  private static void addShape(Variable variable, Needs used) {
    if (variable.kind().isArray()) {
      used.addShape(variable);
    }
  }

  static List<Variable> targets(Statement line) {
    return Walk.writes(line);
  }
}
