package dev.costate.equilibrium.condition;

import dev.costate.differentiation.Flow;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.language.Place;
import dev.costate.program.CallGraph;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Rewriting;
import dev.costate.program.Statement;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Code that reads unknowns of the market: these are constants to it, and become parameters behind
 * its own.
 *
 * @param program the code, with the functions that it calls
 * @param unknowns what the further parameters of the function stand for, in order
 */
public record Lifted(Program program, List<String> unknowns) {
  public Lifted {
    unknowns = List.copyOf(unknowns);
  }

  /**
   * @param all the unknowns of the market
   */
  public static Lifted of(Program program, String function, Collection<String> all) {
    var slice = Slice.of(program, function);
    if (all.isEmpty()) {
      return new Lifted(slice, List.of());
    }
    var lifting = new Lifting(slice, all);
    return new Lifted(lifting.program(), List.copyOf(lifting.of(function).keySet()));
  }

  /**
   * The same for constants besides; those that reach a range, an index or a size stay constants.
   *
   * @param frozen is given the names of these, and of those at whose values the code of a ready
   *     technology takes another branch
   */
  public static Lifted of(
      Program program,
      String function,
      Collection<String> unknowns,
      Collection<String> constants,
      Collection<String> frozen) {
    var names = new LinkedHashSet<>(unknowns);
    names.addAll(constants);
    while (true) {
      var lifted = of(program, function, names);
      var whole = lifted.integers(function);
      whole.removeAll(unknowns);
      if (whole.isEmpty()) {
        frozen.addAll(lifted.branching(unknowns));
        return lifted;
      }
      names.removeAll(whole);
      frozen.addAll(whole);
    }
  }

  /**
   * The constants that may be an elasticity or a share of code that branches at their values: a
   * ready technology that could not be written out.
   */
  private Set<String> branching(Collection<String> besides) {
    boolean calls =
        program.functions().stream()
            .filter(function -> !ReadyTechnologies.isReady(function.name()))
            .flatMap(function -> Walk.statements(function.body()).stream())
            .flatMap(statement -> Walk.expressions(statement).stream())
            .anyMatch(expression ->
                Walk.contains(
                    expression,
                    node ->
                        node instanceof Call call && ReadyTechnologies.isReady(call.function())));
    var found = new LinkedHashSet<String>();
    for (var name : unknowns) {
      if (calls && !besides.contains(name)) {
        double value = program.constant(name);
        if (value == 0 || value == 1 || Double.isInfinite(value)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /** The names whose values must be whole numbers. */
  private Set<String> integers(String name) {
    var function = program.function(name);
    var flow = Flow.of(program);
    int own = function.parameters().size() - unknowns.size();
    var found = new LinkedHashSet<String>();
    for (int i = 0; i < unknowns.size(); i++) {
      if (flow.isInteger(function, own + i)) {
        found.add(unknowns.get(i));
      }
    }
    return found;
  }

  private static final class Lifting {
    private final Program program;
    private final Map<String, Map<String, Variable>> parameters = new HashMap<>();

    Lifting(Program program, Collection<String> all) {
      this.program = program;
      var order = new HashMap<String, Integer>();
      all.forEach(name -> order.put(name, order.size()));
      var calls = CallGraph.of(program);
      var read = new HashMap<String, Set<String>>();
      for (var function : program.functions()) {
        var names = new LinkedHashSet<String>();
        Walk.constants(function.body()).forEach(constant -> names.add(constant.name()));
        read.put(function.name(), names);
      }
      for (var function : program.functions()) {
        var reached = new LinkedHashSet<String>();
        calls.reachable(function.name()).forEach(name -> reached.addAll(read.get(name)));
        var taken = names(function);
        var variables = new LinkedHashMap<String, Variable>();
        reached.stream()
            .filter(order::containsKey)
            .sorted(Comparator.comparing(order::get))
            .forEach(name -> variables.put(name, Variable.number(free(name, taken))));
        parameters.put(function.name(), variables);
      }
    }

    Map<String, Variable> of(String function) {
      return parameters.getOrDefault(function, Map.of());
    }

    Program program() {
      return new Program(
          program.functions().stream().map(this::lifted).toList(), program.constants());
    }

    private Function lifted(Function function) {
      var more = of(function.name());
      if (more.isEmpty()) {
        return function;
      }
      var all = new ArrayList<>(function.parameters());
      all.addAll(more.values());
      var body =
          Rewriting.of(
              function.body(),
              expression -> Walk.rewrite(expression, node -> lifted(node, more)),
              statement -> lifted(statement, more));
      return new Function(function.name(), all, function.results(), body, function.origin());
    }

    private Expression lifted(Expression node, Map<String, Variable> mine) {
      return switch (node) {
        case Constant(var name, var place) when mine.containsKey(name) -> read(name, mine, place);
        case Call(var function, var arguments, var kind, var place) ->
            new Call(function, with(arguments, function, mine, place), kind, place);
        default -> node;
      };
    }

    private Statement lifted(Statement statement, Map<String, Variable> mine) {
      return statement instanceof CallMany(var targets, var function, var arguments, var origin)
              && !of(function).isEmpty()
          ? new CallMany(targets, function, with(arguments, function, mine, origin.place()), origin)
          : statement;
    }

    /** The arguments of a call with the unknowns that the function reads behind them. */
    private List<Expression> with(
        List<Expression> arguments, String function, Map<String, Variable> mine, Place place) {
      var all = new ArrayList<>(arguments);
      of(function).keySet().forEach(name -> all.add(read(name, mine, place)));
      return all;
    }

    private static Expression read(String unknown, Map<String, Variable> mine, Place place) {
      return new Read(Objects.requireNonNull(mine.get(unknown)), place);
    }

    private static String free(String wanted, Set<String> taken) {
      var name = wanted;
      while (!taken.add(name)) {
        name += "_";
      }
      return name;
    }

    private static Set<String> names(Function function) {
      var names = new HashSet<String>();
      function.parameters().forEach(parameter -> names.add(parameter.name()));
      Walk.writes(function.body()).forEach(variable -> names.add(variable.name()));
      return names;
    }
  }
}
