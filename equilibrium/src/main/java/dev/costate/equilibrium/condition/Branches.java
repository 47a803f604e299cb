package dev.costate.equilibrium.condition;

import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes kinks that are written as branches visible: where one of two branches is chosen exactly
 * when its value is the smaller (or always when it is the larger), the choice is a {@code min} (or
 * {@code max}) of both. Whether that is so is sampled ({@link BranchChoice}); a solution is
 * accepted only if the code as written gives the same outputs there.
 */
final class Branches {
  private final BranchChoice choice;
  private final Function function;
  private final Set<String> names = new HashSet<>();
  private final Set<Variable> assigned = new LinkedHashSet<>();
  private final List<Statement> done = new ArrayList<>();

  private Branches(Program program, Function function) {
    this.function = function;
    choice = new BranchChoice(program, function);
    function.parameters().forEach(p -> names.add(p.name()));
    Walk.writes(function.body()).forEach(v -> names.add(v.name()));
    assigned.addAll(function.parameters());
  }

  /** The function with such branches replaced; the same if there are none. */
  static Function merged(Program program, Function function) {
    boolean branching =
        Walk.statements(function.body()).stream()
            .anyMatch(s ->
                s instanceof If
                    || Walk.expressions(s).stream()
                        .anyMatch(e -> Walk.contains(e, Conditional.class::isInstance)));
    return branching ? new Branches(program, function).run() : function;
  }

  private Function run() {
    for (var statement : function.body().statements()) {
      var merged =
          statement instanceof If branch ? straight(branch) : Optional.<List<Statement>>empty();
      if (merged.isPresent()) {
        merged.get().forEach(this::add);
      } else {
        add(Substitution.values(statement, value -> hoisted(value, statement.origin())));
      }
    }
    return function.withBody(new Block(done));
  }

  private void add(Statement statement) {
    done.add(statement);
    assigned.addAll(Walk.writes(statement));
    Walk.blocks(statement).forEach(block -> assigned.addAll(Walk.writes(block)));
  }

  /** The expression with its unconditional choices that are a least or greatest replaced. */
  private Expression hoisted(Expression expression, Origin origin) {
    if (expression instanceof Conditional conditional) {
      return conditional.kind() == Kind.NUMBER ? choose(conditional, origin) : conditional;
    }
    if (expression instanceof Apply apply
        && (apply.operation() == Operation.AND || apply.operation() == Operation.OR)) {
      return expression;
    }
    var parts = Walk.children(expression).stream().map(part -> hoisted(part, origin)).toList();
    return parts.isEmpty() ? expression : Walk.withChildren(expression, parts);
  }

  private Expression choose(Conditional conditional, Origin origin) {
    var then = fresh("then");
    var otherwise = fresh("otherwise");
    var chosen = fresh("chosen");
    var sides = new ArrayList<Statement>();
    sides.add(assign(then, hoisted(conditional.then(), origin), origin));
    sides.add(assign(otherwise, hoisted(conditional.otherwise(), origin), origin));
    var whole = assign(chosen, conditional, origin);
    var operation = choice.of(join(done, sides), whole, then, otherwise, chosen);
    if (operation.isEmpty()) {
      return conditional;
    }
    sides.forEach(this::add);
    return apply(operation.get(), then, otherwise, conditional.place());
  }

  /**
   * The statements that compute both branches and choose; empty if the choice is neither a least
   * nor a greatest.
   */
  private Optional<List<Statement>> straight(If branch) {
    var sides = new ArrayList<Statement>();
    var then = side(branch.then(), sides);
    var otherwise = then.flatMap(_ -> side(branch.otherwise(), sides));
    if (otherwise.isEmpty()) {
      return Optional.empty();
    }
    var written = new LinkedHashSet<>(Walk.writes(branch.then()));
    written.addAll(Walk.writes(branch.otherwise()));
    var choices = new ArrayList<Statement>();
    for (var variable : written) {
      var left = then.get().getOrDefault(variable.name(), variable);
      var right = otherwise.get().getOrDefault(variable.name(), variable);
      boolean both = !left.equals(variable) && !right.equals(variable);
      if (!both && !assigned.contains(variable)) {
        continue;
      }
      var operation = choice.of(join(done, sides), branch, left, right, variable);
      if (operation.isEmpty()) {
        return Optional.empty();
      }
      var place = branch.origin().place();
      choices.add(assign(variable, apply(operation.get(), left, right, place), branch.origin()));
    }
    return Optional.of(join(sides, choices));
  }

  /**
   * One branch under names of its own, appended to the statements; empty if it does more than
   * assign numbers.
   */
  private Optional<Map<String, Variable>> side(Block block, List<Statement> sides) {
    var renamed = new LinkedHashMap<String, Variable>();
    for (var statement : block.statements()) {
      if (!(statement instanceof Assign(Target.Whole(var variable), _, var origin))
          || variable.kind() != Kind.NUMBER) {
        return Optional.empty();
      }
      if (!renamed.containsKey(variable.name())) {
        var own = fresh(variable.name());
        if (assigned.contains(variable)) {
          sides.add(assign(own, new Read(variable, origin.place()), origin));
        }
        renamed.put(variable.name(), own);
      }
      sides.add(Substitution.of(statement, renamed, Map.of()));
    }
    return Optional.of(renamed);
  }

  private static Statement assign(Variable variable, Expression value, Origin origin) {
    return new Assign(new Target.Whole(variable), value, origin.withoutComment());
  }

  private static Expression apply(Operation operation, Variable left, Variable right, Place place) {
    return new Apply(
        operation, List.of(new Read(left, place), new Read(right, place)), Kind.NUMBER, place);
  }

  private static List<Statement> join(List<Statement> first, List<Statement> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private Variable fresh(String stem) {
    var name = stem;
    while (!names.add(name)) {
      name += "_";
    }
    return Variable.number(name);
  }

  /** Keeps the value of a variable under another name. */
  static Statement keep(Variable copy, Variable variable, Origin origin) {
    return assign(copy, new Read(variable, origin.place()), origin);
  }

  /** Ends a sampled prefix. */
  static Return returning(List<Variable> variables, Origin origin) {
    return new Return(
        variables.stream().map(v -> (Expression) new Read(v, origin.place())).toList(), origin);
  }
}
