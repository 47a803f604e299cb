package dev.costate.differentiation.activity;

import dev.costate.differentiation.rules.Rules;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which parameters of each function reach its results, and which are integers, through all calls
 * ({@code LANGUAGE} section 1): a parameter is an integer if it, or a value computed from it,
 * reaches a range, an index or a size; of the others, those are differentiated whose value reaches
 * the result other than through comparisons, {@code floor}, {@code ceil}, {@code sign}.
 */
public final class ParameterFlow {
  /** What is known of one function: bits are parameter positions. */
  private static final class Summary {
    final BitSet integers = new BitSet();
    final List<BitSet> values = new ArrayList<>();
    final List<BitSet> smooth = new ArrayList<>();

    Summary(Function function) {
      function.results().forEach(_ -> values.add(new BitSet()));
      function.results().forEach(_ -> smooth.add(new BitSet()));
    }

    int size() {
      int bits = integers.cardinality();
      for (int i = 0; i < values.size(); i++) {
        bits += values.get(i).cardinality() + smooth.get(i).cardinality();
      }
      return bits;
    }
  }

  private final Map<String, Summary> summaries = new HashMap<>();

  private ParameterFlow() {}

  public static ParameterFlow of(Program program) {
    var flow = new ParameterFlow();
    program.functions().forEach(f -> flow.summaries.put(f.name(), new Summary(f)));
    var versions = new HashMap<String, Versions>();
    program.functions().forEach(f -> versions.put(f.name(), Versions.of(f)));
    int before = -1;
    for (int after = flow.size(); after != before; after = flow.size()) {
      before = after;
      for (var function : program.functions()) {
        flow.new Body(function, Objects.requireNonNull(versions.get(function.name()))).propagate();
      }
    }
    return flow;
  }

  /**
   * The parameters with respect to which a function is differentiated when nobody says otherwise,
   * in order.
   */
  public List<Variable> differentiated(Function function) {
    var reaching = new BitSet();
    summary(function.name()).smooth.forEach(reaching::or);
    var chosen = new ArrayList<Variable>();
    for (int i = 0; i < function.parameters().size(); i++) {
      var parameter = function.parameters().get(i);
      if (reaching.get(i) && !isInteger(function, i) && parameter.kind() != Kind.TRUTH) {
        chosen.add(parameter);
      }
    }
    return chosen;
  }

  /** Whether a parameter reaches a range, an index or a size. */
  public boolean isInteger(Function function, int parameter) {
    return summary(function.name()).integers.get(parameter);
  }

  /** Whether a parameter reaches a result other than through operations whose derivative is 0. */
  public boolean isSmooth(String function, int parameter, int result) {
    return summary(function).smooth.get(result).get(parameter);
  }

  /**
   * The variables that carry the value, with a derivative or without, of a parameter that is no
   * integer.
   *
   * @param form a function of the program, or the same in another form
   */
  Set<Variable> carryingNumbers(Function form) {
    var versions = Versions.of(form);
    var body = new Body(form, versions);
    body.propagate();
    var integers = summary(form.name()).integers;
    var carrying = new HashSet<Variable>();
    body.bits(Carrier.VALUE)
        .forEach((variable, from) -> {
          if (from.stream().anyMatch(parameter -> !integers.get(parameter))) {
            carrying.add(versions.original(variable));
          }
        });
    return carrying;
  }

  private Summary summary(String function) {
    var summary = summaries.get(function);
    if (summary == null) {
      throw new IllegalArgumentException("no function '" + function + "' in the program");
    }
    return summary;
  }

  private int size() {
    return summaries.values().stream().mapToInt(Summary::size).sum();
  }

  /** How values travel: all of them, or those that travel with a derivative. */
  private enum Carrier {
    VALUE,
    SMOOTH
  }

  /**
   * The propagation of parameters through one body: a version of a variable carries what any
   * assignment gives it.
   */
  private final class Body {
    private final List<Statement> lines;
    private final Summary summary;
    private final Map<Carrier, Map<Variable, BitSet>> carried = new HashMap<>();
    private boolean changed;

    Body(Function function, Versions versions) {
      this.lines = versions.lines();
      this.summary = summary(function.name());
      for (var carrier : Carrier.values()) {
        var map = new HashMap<Variable, BitSet>();
        for (int i = 0; i < function.parameters().size(); i++) {
          map.computeIfAbsent(function.parameters().get(i), _ -> new BitSet()).set(i);
        }
        carried.put(carrier, map);
      }
    }

    void propagate() {
      do {
        changed = false;
        lines.forEach(this::step);
      } while (changed);
      lines.forEach(this::sinks);
    }

    private void step(Statement statement) {
      switch (statement) {
        case Assign(var target, var value, _) -> flow(value, target.variable());
        case AssignMany(var targets, var values, _) -> {
          for (int i = 0; i < targets.size(); i++) {
            flow(values.get(i), targets.get(i).variable());
          }
        }
        case CallMany(var targets, var callee, var arguments, _) -> {
          for (var carrier : Carrier.values()) {
            for (int i = 0; i < targets.size(); i++) {
              add(carrier, targets.get(i).variable(), ofCall(carrier, callee, arguments, i));
            }
          }
        }
        case GradientMany(var targets, _, var arguments, _) ->
            targets.forEach(t -> arguments.forEach(a -> flow(a, t.variable())));
        case Push(var array, var value, _) -> flow(value, array);
        case Pop(var target, var array, _) ->
            flow(new Read(array, statement.origin().place()), target.variable());
        case ForEach(var element, var array, _, _) -> flow(array, element);
        case For(var counter, var from, var to, var by, _, _, _) ->
            List.of(from, to, by).forEach(e -> add(Carrier.VALUE, counter, of(Carrier.VALUE, e)));
        case Return(var values, _) -> {
          for (int i = 0; i < values.size(); i++) {
            summary.values.get(i).or(of(Carrier.VALUE, values.get(i)));
            summary.smooth.get(i).or(of(Carrier.SMOOTH, values.get(i)));
          }
        }
        case If _, While _, Break _, Continue _ -> {}
      }
    }

    private void flow(Expression value, Variable target) {
      for (var carrier : Carrier.values()) {
        add(carrier, target, of(carrier, value));
      }
    }

    private void add(Carrier carrier, Variable target, BitSet more) {
      var bits = bits(carrier).computeIfAbsent(target, _ -> new BitSet());
      int before = bits.cardinality();
      bits.or(more);
      changed |= bits.cardinality() != before;
    }

    private Map<Variable, BitSet> bits(Carrier carrier) {
      return carried.getOrDefault(carrier, Map.of());
    }

    private BitSet of(Carrier carrier, Expression expression) {
      var found = new BitSet();
      switch (expression) {
        case Read(var variable, _) -> found.or(bits(carrier).getOrDefault(variable, new BitSet()));
        case Conditional(_, var then, var otherwise, _) -> {
          found.or(of(carrier, then));
          found.or(of(carrier, otherwise));
        }
        case Call(var callee, var arguments, _, _) ->
            found.or(ofCall(carrier, callee, arguments, 0));
        case Apply(var operation, var arguments, _, _) -> {
          boolean stopped = operation.isComparison() || operation.isLogic();
          boolean flat = carrier == Carrier.SMOOTH && Rules.isFlat(operation);
          switch (operation) {
            case LENGTH, ROWS, COLUMNS, ZEROS, ZEROS_MATRIX -> {}
            case ELEMENT, ELEMENT_MATRIX -> found.or(of(carrier, arguments.getFirst()));
            default -> {
              if (!stopped && !flat) {
                arguments.forEach(a -> found.or(of(carrier, a)));
              }
            }
          }
        }
        case Expression other -> Walk.children(other).forEach(c -> found.or(of(carrier, c)));
      }
      return found;
    }

    private BitSet ofCall(Carrier carrier, String callee, List<Expression> arguments, int result) {
      var found = new BitSet();
      var of = summary(callee);
      var through = (carrier == Carrier.VALUE ? of.values : of.smooth).get(result);
      through.stream().forEach(i -> found.or(of(carrier, arguments.get(i))));
      return found;
    }

    private void sinks(Statement statement) {
      switch (statement) {
        case For(_, var from, var to, var by, _, _, _) ->
            List.of(from, to, by).forEach(this::integer);
        case Assign(Target.Element(_, var indices), _, _) -> indices.forEach(this::integer);
        case AssignMany(var targets, _, _) ->
            targets.forEach(target -> {
              if (target instanceof Target.Element(_, var indices)) {
                indices.forEach(this::integer);
              }
            });
        case CallMany(_, var callee, var arguments, _) -> integers(callee, arguments);
        case Statement _ -> {}
      }
      for (var expression : Walk.expressions(statement)) {
        Walk.nodes(expression, this::sinksIn);
      }
    }

    private void sinksIn(Expression node) {
      switch (node) {
        case Apply(var operation, var arguments, _, _)
            when operation == Operation.ELEMENT || operation == Operation.ELEMENT_MATRIX ->
            arguments.subList(1, arguments.size()).forEach(this::integer);
        case Apply(var operation, var arguments, _, _)
            when operation == Operation.ZEROS || operation == Operation.ZEROS_MATRIX ->
            arguments.forEach(this::integer);
        case Call(var callee, var arguments, _, _) -> integers(callee, arguments);
        case Expression _ -> {}
      }
    }

    private void integers(String callee, List<Expression> arguments) {
      summary(callee).integers.stream().forEach(i -> integer(arguments.get(i)));
    }

    private void integer(Expression expression) {
      summary.integers.or(of(Carrier.VALUE, expression));
    }
  }
}
