package dev.costate.equilibrium.condition;

import dev.costate.program.Block;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Function;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings kinks to the top level of a function: calls of functions that hold kinks are inlined, and
 * loops of few rounds with kinks are unrolled. What cannot be straightened (recursion, early
 * returns, loops whose bounds are not literals) stays as it is.
 */
final class Straightening {
  private static final int LONGEST_LOOP = 64;
  private static final int MOST_STATEMENTS = 4_000;
  private static final Set<Operation> KINKS =
      EnumSet.of(Operation.MIN, Operation.MAX, Operation.MIN_OF, Operation.MAX_OF, Operation.ABS);

  private final Program program;
  private final CallGraph calls;
  private final Map<String, Boolean> kinked = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private int statements;

  private Straightening(Program program, Function function) {
    this.program = program;
    calls = CallGraph.of(program);
    function.parameters().forEach(p -> names.add(p.name()));
    Walk.statements(function.body(), s -> Walk.writes(s).forEach(v -> names.add(v.name())));
  }

  static Function of(Program program, Function function) {
    return function.withBody(
        new Straightening(program, function).block(function.body(), Map.of(), Map.of()));
  }

  /** The block with variables renamed and counters replaced by their values. */
  private Block block(Block block, Map<String, Variable> renamed, Map<String, Literal> counters) {
    var result = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      straighten(statement, renamed, counters, result);
    }
    return new Block(result);
  }

  private void straighten(
      Statement statement,
      Map<String, Variable> renamed,
      Map<String, Literal> counters,
      List<Statement> result) {
    statements++;
    if (statement instanceof Statement.For loop && unrollable(loop, counters)) {
      int from = (int) ((Literal) substituted(loop.from(), renamed, counters)).value();
      int to = (int) ((Literal) substituted(loop.to(), renamed, counters)).value();
      int step = (int) ((Literal) substituted(loop.step(), renamed, counters)).value();
      for (int i = from; step > 0 ? i <= to : i >= to; i += step) {
        var inner = new HashMap<>(counters);
        inner.put(loop.counter().name(), new Literal(i, loop.origin().place()));
        result.addAll(block(loop.body(), renamed, inner).statements());
      }
      return;
    }
    var plain = Substitution.of(statement, renamed, counters);
    if (!Walk.blocks(plain).isEmpty() || statements > MOST_STATEMENTS) {
      result.add(plain);
      return;
    }
    var ready = Substitution.values(plain, value -> inlined(value, plain.origin(), result));
    result.add(ready instanceof Statement.CallMany call ? inlineMany(call, result) : ready);
  }

  /**
   * A call with several results whose function holds kinks becomes the assignment of their values.
   */
  private Statement inlineMany(Statement.CallMany call, List<Statement> before) {
    return body(call.function(), call.arguments(), call.origin(), before)
        .<Statement>map(values -> new Statement.AssignMany(call.targets(), values, call.origin()))
        .orElse(call);
  }

  private static Expression substituted(
      Expression e, Map<String, Variable> renamed, Map<String, Literal> counters) {
    return Substitution.of(e, renamed, counters);
  }

  private boolean unrollable(Statement.For loop, Map<String, Literal> counters) {
    if (!hasKink(loop.body())
        || Walk.statements(loop.body()).stream()
            .anyMatch(s ->
                s instanceof Statement.Break
                    || s instanceof Statement.Continue
                    || s instanceof Return)) {
      return false;
    }
    return Substitution.of(loop.from(), Map.of(), counters) instanceof Literal(var from, _)
        && Substitution.of(loop.to(), Map.of(), counters) instanceof Literal(var to, _)
        && Substitution.of(loop.step(), Map.of(), counters) instanceof Literal(var step, _)
        && from == Math.rint(from)
        && step == Math.rint(step)
        && step != 0
        && Math.abs((to - from) / step) <= LONGEST_LOOP;
  }

  /**
   * The expression with its unconditional calls of kinked functions replaced; their bodies go
   * before.
   */
  private Expression inlined(Expression expression, Origin origin, List<Statement> before) {
    if (expression instanceof Conditional
        || expression instanceof Apply apply
            && (apply.operation() == Operation.AND || apply.operation() == Operation.OR)) {
      return expression;
    }
    var parts =
        Walk.children(expression).stream().map(part -> inlined(part, origin, before)).toList();
    var changed = parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
    return changed instanceof Call call ? inline(call, origin, before).orElse(call) : changed;
  }

  private Optional<Expression> inline(Call call, Origin origin, List<Statement> before) {
    return body(call.function(), call.arguments(), origin, before).map(List::getFirst);
  }

  /**
   * The returned values of a call whose statements have gone before; empty if it is to stay a call.
   */
  private Optional<List<Expression>> body(
      String name, List<Expression> arguments, Origin origin, List<Statement> before) {
    var callee = program.find(name);
    if (callee.isEmpty()
        || calls.isRecursive(name)
        || !hasKink(callee.get())
        || !straight(callee.get())) {
      return Optional.empty();
    }
    var function = callee.get();
    var renamed = new HashMap<String, Variable>();
    for (int i = 0; i < function.parameters().size(); i++) {
      var parameter = function.parameters().get(i);
      var local = fresh(parameter);
      renamed.put(parameter.name(), local);
      before.add(
          new Statement.Assign(new Target.Whole(local), arguments.get(i), origin.withoutComment()));
    }
    Walk.writes(function.body()).forEach(v -> renamed.computeIfAbsent(v.name(), _ -> fresh(v)));
    var body = function.body().statements();
    for (var statement : body.subList(0, body.size() - 1)) {
      straighten(statement, renamed, Map.of(), before);
    }
    return Optional.of(
        ((Return) body.getLast())
            .values().stream()
                .map(value -> inlined(Substitution.of(value, renamed, Map.of()), origin, before))
                .toList());
  }

  /** Whether the body is a list of statements with its only return at the end. */
  private static boolean straight(Function function) {
    var body = function.body().statements();
    return !body.isEmpty()
        && body.getLast() instanceof Return
        && Walk.statements(function.body()).stream().filter(Return.class::isInstance).count() == 1;
  }

  private Variable fresh(Variable variable) {
    var name = variable.name();
    while (!names.add(name)) {
      name += "_";
    }
    return new Variable(name, variable.kind());
  }

  private boolean hasKink(Function function) {
    var known = kinked.get(function.name());
    if (known == null) {
      kinked.put(function.name(), false);
      known = hasKink(function.body());
      kinked.put(function.name(), known);
    }
    return known;
  }

  private boolean hasKink(Block block) {
    return Walk.statements(block).stream()
        .flatMap(s -> Walk.expressions(s).stream())
        .anyMatch(e -> Walk.contains(e, this::isKink));
  }

  private boolean isKink(Expression node) {
    return node instanceof Apply apply && KINKS.contains(apply.operation())
        || node instanceof Call call
            && program.find(call.function()).map(this::hasKink).orElse(false);
  }
}
