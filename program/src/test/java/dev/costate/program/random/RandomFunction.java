package dev.costate.program.random;

import static dev.costate.program.Kind.MATRIX;
import static dev.costate.program.Kind.NUMBER;
import static dev.costate.program.Kind.TRUTH;
import static dev.costate.program.Kind.VECTOR;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** Makes one function; it knows which variables are assigned where a statement is to stand. */
final class RandomFunction {
  /** The parameter that a recursive function counts down. */
  static final String DEPTH = "n";

  private static final int DEEPEST_BLOCK = 3;

  private final SplittableRandom random;
  private final String name;
  private final RandomExpressions expressions;
  private final List<Function> callable;
  private final List<Variable> parameters = new ArrayList<>();
  private final List<Kind> results = new ArrayList<>();
  private final Set<Variable> assigned = new LinkedHashSet<>();
  private final List<Variable> counters = new ArrayList<>();

  /** Statements that must come before the one being made. */
  private final List<Statement> pending = new ArrayList<>();

  private int loops;

  RandomFunction(SplittableRandom random, String name, List<Function> callable) {
    this.random = random;
    this.name = name;
    this.callable = List.copyOf(callable);
    this.expressions = new RandomExpressions(random, assigned, counters, this.callable);
  }

  Function function() {
    boolean recursive = random.nextInt(3) == 0;
    if (recursive) {
      parameters.add(Variable.number(DEPTH));
    }
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      parameters.add(variable(kind(), "p" + i));
    }
    int resultCount = random.nextInt(4) == 0 ? random.nextInt(2, 4) : 1;
    for (int i = 0; i < resultCount; i++) {
      results.add(kind());
    }
    assigned.addAll(parameters);
    var body = new ArrayList<Statement>();
    body.addAll(kindsOfParameters());
    if (recursive) {
      body.addAll(recursion());
    }
    body.addAll(statements(random.nextInt(3, 9), 0));
    body.add(giveBack());
    return new Function(name, parameters, results, new Block(body), origin());
  }

  /** Statements from which the kinds of the parameters can be inferred again. */
  private List<Statement> kindsOfParameters() {
    var statements = new ArrayList<Statement>();
    for (var parameter : parameters) {
      var read = expressions.read(parameter);
      switch (parameter.kind()) {
        case NUMBER -> {}
        case TRUTH ->
            statements.add(
                assign(variable(TRUTH, "q"), expressions.apply(Operation.NOT, TRUTH, read)));
        case VECTOR ->
            statements.add(
                assign(variable(NUMBER, "q"), expressions.apply(Operation.LENGTH, NUMBER, read)));
        case MATRIX ->
            statements.add(
                assign(variable(NUMBER, "q"), expressions.apply(Operation.ROWS, NUMBER, read)));
      }
    }
    return statements;
  }

  /** {@code if n < 1: return …} and a call with {@code n - 1}. */
  private List<Statement> recursion() {
    var depth = expressions.read(Variable.number(DEPTH));
    var end =
        new Statement.If(
            expressions.apply(Operation.LESS, TRUTH, depth, expressions.literal(1)),
            Block.of(giveBack()),
            Block.EMPTY,
            origin());
    var arguments = new ArrayList<Expression>();
    for (var parameter : parameters) {
      arguments.add(
          parameter.name().equals(DEPTH)
              ? expressions.apply(Operation.SUBTRACT, NUMBER, depth, expressions.literal(1))
              : expressions.expression(parameter.kind(), 2));
    }
    var targets = new ArrayList<Target>();
    for (int i = 0; i < results.size(); i++) {
      targets.add(new Target.Whole(variable(results.get(i), "r" + i)));
    }
    targets.forEach(target -> assigned.add(target.variable()));
    var call =
        results.size() == 1
            ? new Statement.Assign(
                targets.getFirst(),
                new Expression.Call(name, arguments, results.getFirst(), expressions.place()),
                origin())
            : new Statement.CallMany(targets, name, arguments, origin());
    return List.of(end, call);
  }

  private Kind kind() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> VECTOR;
      case 2 -> MATRIX;
      case 3 -> TRUTH;
      default -> NUMBER;
    };
  }

  /** A variable whose name tells its kind. */
  private static Variable variable(Kind kind, String name) {
    return new Variable(name + "_" + kind.name().charAt(0), kind);
  }

  private Variable local(Kind kind) {
    return variable(kind, "a" + random.nextInt(3));
  }

  private Origin origin() {
    return random.nextInt(5) == 0
        ? new Origin(expressions.place(), "# note " + random.nextInt(100))
        : Origin.of(expressions.place());
  }

  private Statement assign(Variable variable, Expression value) {
    var statement = new Statement.Assign(new Target.Whole(variable), value, origin());
    assigned.add(variable);
    return statement;
  }

  private Statement giveBack() {
    return new Statement.Return(
        results.stream().map(kind -> expressions.expression(kind, 3)).toList(), origin());
  }

  private List<Statement> statements(int count, int depth) {
    var statements = new ArrayList<Statement>();
    for (int i = 0; i < count; i++) {
      statements.addAll(statement(depth));
    }
    return statements;
  }

  private Block block(int depth) {
    return new Block(statements(random.nextInt(1, 4), depth + 1));
  }

  private List<Statement> statement(int depth) {
    boolean deeper = depth < DEEPEST_BLOCK;
    return switch (random.nextInt(deeper ? 17 : 11)) {
      case 0, 1, 2, 3 -> {
        var kind = kind();
        var value = expressions.expression(kind, 4);
        yield List.of(assign(local(kind), value));
      }
      case 4 -> update();
      case 5, 6 -> element();
      case 7 -> List.of(several());
      case 8 -> pushOrPop();
      case 9 -> call();
      case 10 -> {
        if (loops == 0 || random.nextBoolean()) {
          var kind = kind();
          yield List.of(assign(local(kind), expressions.expression(kind, 2)));
        }
        yield List.of(
            new Statement.If(
                expressions.expression(TRUTH, 2),
                Block.of(
                    random.nextBoolean()
                        ? new Statement.Break(origin())
                        : new Statement.Continue(origin())),
                Block.EMPTY,
                origin()));
      }
      case 11, 12 -> List.of(conditional(depth));
      case 13 -> List.of(range(depth));
      case 14 -> List.of(each(depth));
      case 15 -> whileLoop(depth);
      default ->
          List.of(
              new Statement.If(
                  expressions.expression(TRUTH, 3), Block.of(giveBack()), Block.EMPTY, origin()));
    };
  }

  /** {@code a += e}. */
  private List<Statement> update() {
    var variable = assignedLocal(random.nextInt(4) == 0 ? VECTOR : NUMBER);
    var value = expressions.expression(variable.kind(), 3);
    return withPending(
        assign(
            variable,
            expressions.apply(
                random.nextBoolean() ? Operation.ADD : Operation.SUBTRACT,
                variable.kind(),
                expressions.read(variable),
                value)));
  }

  /** A variable that is assigned; if there is none, a pending statement makes one. */
  private Variable assignedLocal(Kind kind) {
    var candidates =
        assigned.stream().filter(v -> v.kind() == kind && !v.name().startsWith("w")).toList();
    if (!candidates.isEmpty()) {
      return candidates.get(random.nextInt(candidates.size()));
    }
    var made = variable(kind, "b");
    pending.add(assign(made, expressions.expression(kind, 1)));
    return made;
  }

  private List<Statement> withPending(Statement... statements) {
    var all = new ArrayList<>(pending);
    pending.clear();
    all.addAll(List.of(statements));
    return all;
  }

  private List<Statement> element() {
    var array = assignedLocal(random.nextInt(3) == 0 ? MATRIX : VECTOR);
    var indices =
        array.kind() == VECTOR
            ? List.of(expressions.index())
            : List.of(expressions.index(), expressions.index());
    var target = new Target.Element(array, indices);
    var value = expressions.expression(NUMBER, 3);
    if (random.nextBoolean()) {
      var parts = new ArrayList<Expression>();
      parts.add(expressions.read(array));
      parts.addAll(indices);
      var old =
          new Expression.Apply(
              array.kind() == VECTOR ? Operation.ELEMENT : Operation.ELEMENT_MATRIX,
              parts,
              NUMBER,
              expressions.place());
      value = expressions.apply(Operation.ADD, NUMBER, old, value);
    }
    return withPending(new Statement.Assign(target, value, origin()));
  }

  private Statement several() {
    var kind = kind();
    var first = local(kind);
    var second = variable(kind, "c");
    var values = List.of(expressions.expression(kind, 2), expressions.expression(kind, 2));
    if (assigned.contains(first) && assigned.contains(second)) {
      values = List.of(expressions.read(second), expressions.read(first));
    }
    var statement =
        new Statement.AssignMany(
            List.of(new Target.Whole(first), new Target.Whole(second)), values, origin());
    assigned.add(first);
    assigned.add(second);
    return statement;
  }

  private List<Statement> pushOrPop() {
    var array = assignedLocal(VECTOR);
    // In inner loops an array could grow exponentially.
    if (loops < 2 && random.nextInt(3) > 0) {
      return withPending(new Statement.Push(array, expressions.expression(NUMBER, 3), origin()));
    }
    var target = local(NUMBER);
    var all = withPending(new Statement.Pop(new Target.Whole(target), array, origin()));
    assigned.add(target);
    return all;
  }

  /** A call of another function, outside of inner loops. */
  private List<Statement> call() {
    if (callable.isEmpty() || loops > 1) {
      return List.of(assign(local(NUMBER), expressions.expression(NUMBER, 3)));
    }
    var callee = callable.get(random.nextInt(callable.size()));
    var arguments = expressions.arguments(callee);
    if (callee.results().size() == 1) {
      var kind = callee.results().getFirst();
      return List.of(
          assign(
              local(kind),
              new Expression.Call(callee.name(), arguments, kind, expressions.place())));
    }
    var targets = new ArrayList<Target>();
    for (int i = 0; i < callee.results().size(); i++) {
      targets.add(new Target.Whole(variable(callee.results().get(i), "d" + i)));
    }
    targets.forEach(target -> assigned.add(target.variable()));
    return List.of(new Statement.CallMany(targets, callee.name(), arguments, origin()));
  }

  private Statement conditional(int depth) {
    var condition = expressions.expression(TRUTH, 3);
    var before = new LinkedHashSet<>(assigned);
    var then = block(depth);
    var afterThen = new LinkedHashSet<>(assigned);
    restore(before);
    if (random.nextInt(3) == 0) {
      return new Statement.If(condition, then, Block.EMPTY, origin());
    }
    var otherwise = block(depth);
    var both = new LinkedHashSet<>(assigned);
    both.retainAll(afterThen);
    restore(both);
    return new Statement.If(condition, then, otherwise, origin());
  }

  private void restore(Set<Variable> variables) {
    assigned.clear();
    assigned.addAll(variables);
  }

  private Block loopBody(int depth, Variable counter) {
    var before = new LinkedHashSet<>(assigned);
    counters.add(counter);
    loops++;
    var body = block(depth);
    loops--;
    counters.removeLast();
    restore(before);
    return body;
  }

  private Statement range(int depth) {
    var counter = Variable.number("i" + depth);
    Expression from = expressions.literal(random.nextInt(-1, 3));
    Expression to =
        random.nextBoolean()
            ? expressions.literal(random.nextInt(0, 5))
            : expressions.wholeNumber();
    Expression step = new Literal(1, expressions.place());
    if (random.nextInt(3) == 0) {
      var swapped = from;
      from = to;
      to = swapped;
      step = new Literal(random.nextInt(1, 3) * -1.0, expressions.place());
    } else if (random.nextInt(4) == 0) {
      step = expressions.wholeNumber();
    }
    var checkpoints =
        random.nextInt(5) == 0 ? OptionalInt.of(random.nextInt(1, 9)) : OptionalInt.empty();
    return new Statement.For(
        counter, from, to, step, checkpoints, loopBody(depth, counter), origin());
  }

  private Statement each(int depth) {
    var element = Variable.number("x" + depth);
    var array = expressions.expression(VECTOR, 2);
    return new Statement.ForEach(element, array, loopBody(depth, element), origin());
  }

  /** A loop that counts its own rounds, so that it ends. */
  private List<Statement> whileLoop(int depth) {
    var rounds = Variable.number("w" + depth);
    var start = assign(rounds, expressions.literal(0));
    var limited =
        expressions.apply(
            Operation.LESS,
            TRUTH,
            expressions.read(rounds),
            expressions.literal(random.nextInt(1, 5)));
    boolean endless = random.nextInt(4) == 0;
    Expression condition =
        endless
            ? new Expression.Truth(true, expressions.place())
            : expressions.apply(Operation.AND, TRUTH, limited, expressions.expression(TRUTH, 2));
    var before = new LinkedHashSet<>(assigned);
    var body = new ArrayList<Statement>();
    body.add(
        assign(
            rounds,
            expressions.apply(
                Operation.ADD, NUMBER, expressions.read(rounds), expressions.literal(1))));
    if (endless) {
      body.add(
          new Statement.If(
              expressions.apply(
                  Operation.GREATER, TRUTH, expressions.read(rounds), expressions.literal(3)),
              Block.of(new Statement.Break(origin())),
              Block.EMPTY,
              origin()));
    }
    loops++;
    body.addAll(statements(random.nextInt(1, 3), depth + 1));
    loops--;
    restore(before);
    return List.of(start, new Statement.While(condition, new Block(body), origin()));
  }
}
