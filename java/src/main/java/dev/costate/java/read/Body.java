package dev.costate.java.read;

import com.sun.source.tree.Tree;
import dev.costate.program.Expression;
import dev.costate.program.Kind;
import dev.costate.program.Statement;
import dev.costate.program.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;

/** The function that a method becomes, as far as it is read: its statements and variables. */
final class Body {
  private final Unit unit;
  private final Method method;
  private final Effects effects;
  private final Map<Element, Local> locals = new HashMap<>();
  private final Deque<List<Statement>> blocks = new ArrayDeque<>();
  private final Jumps jumps = new Jumps();
  private final Deque<Switches.Result> results = new ArrayDeque<>();

  /** Names, and what they are used for: variables of one name are one variable. */
  private final Map<String, Role> names = new HashMap<>();

  private final Set<Element> reassigned;
  private final Set<Element> damaged = new HashSet<>();

  private record Role(Kind kind, boolean counts) {}

  /**
   * A variable of Java.
   *
   * @param value what it always is: the variable itself, or an expression for a name that is never
   *     assigned again
   */
  record Local(Variable variable, Value value, boolean isParameter) {}

  Body(Unit unit, Method method) {
    this.unit = unit;
    this.method = method;
    this.effects = new Effects(unit);
    this.reassigned = effects.assigned(method.tree().getBody());
    blocks.push(new ArrayList<>());
  }

  Unit unit() {
    return unit;
  }

  Method method() {
    return method;
  }

  Effects effects() {
    return effects;
  }

  Jumps jumps() {
    return jumps;
  }

  /** What {@code yield} gives its value to, the innermost first. */
  Deque<Switches.Result> results() {
    return results;
  }

  // statements

  void emit(Statement statement) {
    block().add(statement);
  }

  private List<Statement> block() {
    return Objects.requireNonNull(blocks.peek());
  }

  /** The statements that are emitted meanwhile. */
  List<Statement> collect(Runnable reading) {
    var collected = new ArrayList<Statement>();
    blocks.push(collected);
    try {
      reading.run();
    } finally {
      blocks.pop();
    }
    return collected;
  }

  /** Whether the statements so far end with one behind which nothing runs. */
  static boolean goesOn(List<Statement> statements) {
    if (statements.isEmpty()) {
      return true;
    }
    return switch (statements.getLast()) {
      case Statement.Return _, Statement.Break _, Statement.Continue _ -> false;
      case Statement.If(_, var then, var otherwise, _) ->
          goesOn(then.statements()) || goesOn(otherwise.statements());
      default -> true;
    };
  }

  boolean goesOn() {
    return goesOn(block());
  }

  // variables

  /** Whether a variable is assigned after its declaration. */
  boolean isReassigned(Element variable) {
    return reassigned.contains(variable);
  }

  Local local(Tree name, Element element) {
    var found = locals.get(element);
    if (found != null) {
      return found;
    }
    if (damaged.contains(element)) {
      throw new Refused(); // its declaration has been reported
    }
    throw unit.problems()
        .refuse(
            name,
            "'%s' is neither a parameter, a local nor a constant"
                .formatted(element.getSimpleName()),
            "pass it in as a parameter: what a derivative depends on must be one");
  }

  /** Its declaration was refused: uses of it are not reported as well. */
  void damage(Element variable) {
    damaged.add(variable);
  }

  Variable parameter(VariableElement element, Type type) {
    var variable = named(element.getSimpleName().toString(), new Role(type.kind(), false));
    locals.put(element, new Local(variable, Value.of(read(variable), type), true));
    return variable;
  }

  private Expression read(Variable variable) {
    return unit.make(method.tree()).read(variable);
  }

  /** A variable for a local. */
  Variable declare(VariableElement element, Type type) {
    var variable = named(element.getSimpleName().toString(), new Role(type.kind(), false));
    locals.put(element, new Local(variable, Value.of(read(variable), type), false));
    return variable;
  }

  /** The same, whose values are in a range. */
  void narrow(Element element, Interval range) {
    var local = Objects.requireNonNull(locals.get(element));
    var value = local.value();
    locals.put(
        element,
        new Local(local.variable(), new Value(value.expression(), value.type(), range), false));
  }

  /** A local that stands for an expression. */
  void define(VariableElement element, Value value) {
    var variable = Variable.number(element.getSimpleName().toString());
    locals.put(element, new Local(variable, value, false));
  }

  /** A counter of a loop. */
  Variable count(VariableElement element, Type type, Interval range) {
    var variable = named(element.getSimpleName().toString(), new Role(Kind.NUMBER, true));
    locals.put(element, new Local(variable, new Value(read(variable), type, range), false));
    return variable;
  }

  /** A counter that Java does not name. */
  Variable counter(String wish) {
    return fresh(wish, new Role(Kind.NUMBER, true));
  }

  /** A variable that Java does not name. */
  Variable fresh(String wish, Kind kind) {
    return fresh(wish, new Role(kind, false));
  }

  private Variable fresh(String wish, Role role) {
    var name = wish;
    while (names.containsKey(name)) {
      name += "_";
    }
    names.put(name, role);
    return new Variable(name, role.kind());
  }

  private Variable named(String wish, Role role) {
    var name = wish;
    while (names.containsKey(name) && !(role.equals(names.get(name)) && isFree(name))) {
      name += "_";
    }
    names.put(name, role);
    return new Variable(name, role.kind());
  }

  /**
   * Java's names in scopes beside each other may be one variable; counters of loops may not, while
   * they count.
   */
  private boolean isFree(String name) {
    return !counting.contains(name);
  }

  private final Set<String> counting = new HashSet<>();

  void beginCounting(Variable counter) {
    counting.add(counter.name());
  }

  void endCounting(Variable counter) {
    counting.remove(counter.name());
  }

  /** Whether a variable counts a loop around this place. */
  boolean isCounting(Variable variable) {
    return counting.contains(variable.name());
  }

  /** Whether an array is never replaced by another. */
  boolean keepsSize(Variable array) {
    return locals.entrySet().stream()
        .filter(entry -> entry.getValue().variable().equals(array))
        .noneMatch(entry -> isReassigned(entry.getKey()));
  }

  // what a method gives

  /** Emits that the method gives this value, if it gives one. */
  void giveBack(Make make, List<Expression> value) {
    var values = new ArrayList<>(value);
    for (int i : method.changed()) {
      var parameter = method.element().getParameters().get(i);
      values.add(make.read(Objects.requireNonNull(locals.get(parameter)).variable()));
    }
    if (method.mayThrow() || values.isEmpty()) {
      values.add(make.number(0));
    }
    emit(make.give(values));
  }

  /** Emits that the method throws something. */
  void giveUp(Make make) {
    var values = new ArrayList<Expression>();
    if (method.givesValue()) {
      values.add(
          switch (method.result().kind()) {
            case NUMBER -> make.number(0);
            case TRUTH -> make.truth(false);
            case VECTOR ->
                make.array(dev.costate.program.Operation.ZEROS, Kind.VECTOR, make.number(0));
            case MATRIX ->
                make.array(
                    dev.costate.program.Operation.ZEROS_MATRIX,
                    Kind.MATRIX,
                    make.number(0),
                    make.number(0));
          });
    }
    for (int i : method.changed()) {
      var parameter = method.element().getParameters().get(i);
      values.add(make.read(Objects.requireNonNull(locals.get(parameter)).variable()));
    }
    values.add(make.number(1));
    emit(make.give(values));
  }
}
