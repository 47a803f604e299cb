package dev.costate.differentiation;

import dev.costate.differentiation.code.Naming;
import dev.costate.program.Block;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces {@code gradient(f, …)} in code by a call of a generated function, innermost first, so
 * that what is left can run and be differentiated again.
 */
final class NestedGradients {
  private final List<Function> generated = new ArrayList<>();
  private Program program;

  private NestedGradients(Program program) {
    this.program = program;
  }

  /**
   * A program without {@code gradient(…)}.
   *
   * @param generated the functions that have been added to it
   */
  record Expanded(Program program, List<Function> generated) {}

  /**
   * @throws NotDifferentiable if a gradient cannot be made
   * @throws IllegalArgumentException if a function asks for its own, which lowering refuses
   */
  static Expanded of(Program program) {
    var nested = new NestedGradients(program);
    for (var next = nested.next(); next.isPresent(); next = nested.next()) {
      nested.replace(next.get());
    }
    return new Expanded(nested.program, nested.generated);
  }

  /** A function whose gradient is asked for and whose own code, calls included, asks for none. */
  private Optional<String> next() {
    var wanted = new LinkedHashSet<String>();
    var asking = new HashSet<String>();
    for (var function : program.functions()) {
      var asked = asked(function);
      if (!asked.isEmpty()) {
        asking.add(function.name());
        wanted.addAll(asked);
      }
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    var blocked = CallGraph.of(program).reaching(asking);
    var free = wanted.stream().filter(f -> !blocked.contains(f)).findFirst();
    if (free.isEmpty()) {
      throw new IllegalArgumentException("functions that take gradients of themselves: " + asking);
    }
    return free;
  }

  private static Set<String> asked(Function function) {
    var asked = new LinkedHashSet<String>();
    for (var statement : Walk.statements(function.body())) {
      if (statement instanceof GradientMany many) {
        asked.add(many.function());
      }
      for (var expression : Walk.expressions(statement)) {
        Walk.nodes(
            expression,
            node -> {
              if (node instanceof Gradient gradient) {
                asked.add(gradient.function());
              }
            });
      }
    }
    return asked;
  }

  private void replace(String name) {
    var derivative = Differentiator.gradient(new Expanded(program, List.of()), name, List.of());
    add(derivative.generated());
    var partials = derivative.function();
    boolean numbers = derivative.wrt().stream().allMatch(v -> v.kind() == Kind.NUMBER);
    var single = numbers ? asVector(name, derivative) : partials;
    var functions =
        program.functions().stream().map(f -> replaced(f, name, single, partials)).toList();
    program = new Program(functions, program.constants());
  }

  private void add(List<Function> functions) {
    generated.addAll(functions);
    program = program.with(functions);
  }

  /** {@code f_gradient(…)}, which returns the partials as one array. */
  private String asVector(String name, Derivative derivative) {
    var of = program.function(derivative.function());
    var origin = of.origin().withoutComment();
    var place = origin.place();
    var names = Naming.avoiding(program.functions().stream().map(Function::name).toList());
    var locals = Naming.avoiding(of.parameters().stream().map(Variable::name).toList());
    var arguments = of.parameters().stream().<Expression>map(p -> new Read(p, place)).toList();
    var lines = new ArrayList<Statement>();
    var partials = new ArrayList<Expression>();
    if (of.results().size() == 1) {
      partials.add(new Call(of.name(), arguments, Kind.NUMBER, place));
    } else {
      var targets = new ArrayList<Target>();
      for (var parameter : derivative.wrt()) {
        var partial = Variable.number(locals.fresh(Naming.partial(name, parameter.name())));
        targets.add(new Target.Whole(partial));
        partials.add(new Read(partial, place));
      }
      lines.add(new CallMany(targets, of.name(), arguments, origin));
    }
    lines.add(new Return(List.of(new Elements(partials, Kind.VECTOR, place)), origin));
    var made =
        new Function(
            names.fresh(Naming.vector(name)),
            of.parameters(),
            List.of(Kind.VECTOR),
            new Block(lines),
            of.origin());
    add(List.of(made));
    return made.name();
  }

  private static Function replaced(Function function, String name, String single, String many) {
    return asked(function).contains(name)
        ? function.withBody(new Replacement(name, single, many).block(function.body()))
        : function;
  }

  /** The same code with calls in place of the gradients of one function. */
  private record Replacement(String name, String single, String many) {
    Block block(Block block) {
      return new Block(block.statements().stream().map(this::statement).toList());
    }

    private Expression in(Expression expression) {
      return Walk.rewrite(
          expression,
          node ->
              node instanceof Gradient(var function, var arguments, var kind, var place)
                      && function.equals(name)
                  ? new Call(single, arguments, kind, place)
                  : node);
    }

    private List<Expression> in(List<Expression> expressions) {
      return expressions.stream().map(this::in).toList();
    }

    private Target in(Target target) {
      return switch (target) {
        case Target.Whole whole -> whole;
        case Target.Element(var array, var indices) -> new Target.Element(array, in(indices));
      };
    }

    private List<Target> targets(List<Target> targets) {
      return targets.stream().map(this::in).toList();
    }

    private Statement statement(Statement statement) {
      Origin origin = statement.origin();
      return switch (statement) {
        case Assign s -> new Assign(in(s.target()), in(s.value()), origin);
        case AssignMany s -> new AssignMany(targets(s.targets()), in(s.values()), origin);
        case CallMany s ->
            new CallMany(targets(s.targets()), s.function(), in(s.arguments()), origin);
        case GradientMany s when s.function().equals(name) ->
            new CallMany(targets(s.targets()), many, in(s.arguments()), origin);
        case GradientMany s ->
            new GradientMany(targets(s.targets()), s.function(), in(s.arguments()), origin);
        case Push s -> new Push(s.array(), in(s.value()), origin);
        case Pop s -> new Pop(in(s.target()), s.array(), origin);
        case If s -> new If(in(s.condition()), block(s.then()), block(s.otherwise()), origin);
        case For s ->
            new For(
                s.counter(),
                in(s.from()),
                in(s.to()),
                in(s.step()),
                s.checkpoints(),
                block(s.body()),
                origin);
        case ForEach s -> new ForEach(s.element(), in(s.array()), block(s.body()), origin);
        case While s -> new While(in(s.condition()), block(s.body()), origin);
        case Return s -> new Return(in(s.values()), origin);
        case Break _, Continue _ -> statement;
      };
    }
  }
}
