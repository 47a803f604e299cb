package dev.costate.cli.diagram;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.Formula;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.differentiation.Partials;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The derivative of an executed line with a number as result with respect to each active number,
 * element and array it reads, as a formula and its value. A call contributes its callee's generated
 * derivative. Lines that compute with whole arrays other than by passing them to calls have no such
 * formula ({@link #hasFormula}).
 */
final class LinePartials {
  /** A derivative as text and as a value of the shape of what was read. */
  record Partial(String formula, Value value) {}

  /**
   * What a line reads.
   *
   * @param element which element of an array, flattened; of a number 0
   */
  record Cell(Variable variable, int element) {
    static final int ALL = -1;

    static Cell of(Variable variable) {
      return new Cell(variable, variable.kind().isArray() ? ALL : 0);
    }
  }

  private record Asked(String callee, String parameter) {}

  /** Every function of the file, and every derivative asked for so far. */
  private Program program;

  private Evaluator evaluator;

  /** The derivatives of lines, by the line with its elements as variables. */
  private final Map<Line.Flat, Map<Variable, Term>> known = new HashMap<>();

  private final Flow flow;
  private final Map<Asked, String> gradients = new HashMap<>();
  private final Map<Asked, String> pullbacks = new HashMap<>();

  LinePartials(Program program) {
    this.program = program;
    this.flow = Flow.of(program);
    this.evaluator = new Evaluator(program);
  }

  static boolean readsAny(Expression expression, Set<Variable> variables) {
    return Walk.reads(expression).stream().anyMatch(variables::contains);
  }

  /** Whether the derivatives of an expression with a number as value can be written down. */
  static boolean hasFormula(Expression expression, Set<Variable> active) {
    return switch (expression) {
      case Read(var variable, _) -> !variable.kind().isArray() || !active.contains(variable);
      case Apply apply when isElement(apply, active) -> true;
      case Call call ->
          call.kind() == Kind.NUMBER && call.arguments().stream().allMatch(a -> passes(a, active));
      case Expression other ->
          Walk.children(other).stream().allMatch(part -> hasFormula(part, active));
    };
  }

  /** Whether the derivatives with respect to the active arguments of a call can be written down. */
  static boolean passes(Expression argument, Set<Variable> active) {
    return argument.kind().isArray()
        ? argument instanceof Read || !readsAny(argument, active)
        : hasFormula(argument, active);
  }

  private static boolean isElement(Apply apply, Set<Variable> active) {
    return (apply.operation() == Operation.ELEMENT || apply.operation() == Operation.ELEMENT_MATRIX)
        && apply.argument(0) instanceof Read(var array, _)
        && active.contains(array);
  }

  /**
   * The partials of an expression at a point, in order of first appearance.
   *
   * @param texts what is written for some variables
   */
  Map<Cell, Partial> of(
      Expression expression,
      Set<Variable> active,
      Map<Variable, Value> point,
      Map<Variable, Expression> texts) {
    var line = new Line(active, point, texts);
    return line.evaluated(line.terms(expression));
  }

  /** The partials of one result of a call with several numbers as results. */
  Map<Cell, Partial> ofResult(
      String callee,
      List<Expression> arguments,
      int result,
      Set<Variable> active,
      Map<Variable, Value> point,
      Map<Variable, Expression> texts) {
    var line = new Line(active, point, texts);
    var terms = new LinkedHashMap<Cell, Term>();
    line.through(
        callee,
        arguments,
        Term.ONE,
        position -> {
          var name = pullback(callee, position);
          var all = new ArrayList<>(arguments);
          var place = arguments.getFirst().place();
          for (int r = 0; r < program.function(callee).results().size(); r++) {
            all.add(new Literal(r == result ? 1 : 0, place));
          }
          return new Call(name, all, Kind.NUMBER, place);
        },
        terms);
    return line.evaluated(terms);
  }

  private void grow(Program larger) {
    program = larger;
    evaluator = new Evaluator(larger);
  }

  private String gradient(String callee, int position) {
    var parameter = program.function(callee).parameters().get(position).name();
    return gradients.computeIfAbsent(
        new Asked(callee, parameter),
        _ -> {
          var derivative = Differentiator.gradient(program, callee, List.of(parameter));
          grow(derivative.program());
          return derivative.function();
        });
  }

  private String pullback(String callee, int position) {
    var parameter = program.function(callee).parameters().get(position).name();
    return pullbacks.computeIfAbsent(
        new Asked(callee, parameter),
        _ -> {
          var derivative = Differentiator.pullback(program, callee, List.of(parameter));
          grow(derivative.program());
          return derivative.function();
        });
  }

  /** The derivative of a call with respect to the argument at a position, as an expression. */
  @FunctionalInterface
  private interface Slope {
    Expression of(int position);
  }

  private final class Line {
    private record Flat(Expression expression, Set<Variable> varied) {}

    private final Set<Variable> active;
    private final Map<Variable, Value> point;
    private final Map<Variable, Expression> texts;

    Line(Set<Variable> active, Map<Variable, Value> point, Map<Variable, Expression> texts) {
      this.active = active;
      this.point = point;
      this.texts = texts;
    }

    Map<Cell, Term> terms(Expression expression) {
      var hidden = new LinkedHashMap<Variable, Expression>();
      var cells = new HashMap<Variable, Cell>();
      var flat = hoisted(expression, hidden, cells);
      var varied = new HashSet<>(Walk.reads(flat));
      varied.removeIf(v -> !active.contains(v) && !hidden.containsKey(v));
      var outer =
          known.computeIfAbsent(new Flat(flat, varied), _ -> Partials.of(flat, varied::contains));
      var terms = new LinkedHashMap<Cell, Term>();
      outer.forEach((variable, term) -> {
        var whole = new Term(restored(term.expression(), hidden));
        if (hidden.get(variable) instanceof Call call) {
          Slope slope =
              i ->
                  new Call(
                      gradient(call.function(), i),
                      call.arguments(),
                      program.function(call.function()).parameters().get(i).kind(),
                      call.place());
          through(call.function(), call.arguments(), whole, slope, terms);
        } else {
          terms.merge(cells.getOrDefault(variable, Cell.of(variable)), whole, Term::plus);
        }
      });
      return terms;
    }

    /**
     * Adds what the active arguments of a call contribute to a line that has this derivative with
     * respect to the call.
     */
    void through(
        String callee, List<Expression> arguments, Term outer, Slope slope, Map<Cell, Term> into) {
      var smooth = flow.differentiated(program.function(callee));
      for (int i = 0; i < arguments.size(); i++) {
        var argument = arguments.get(i);
        if (smooth.contains(program.function(callee).parameters().get(i))
            && readsAny(argument, active)) {
          var factor = outer.times(Term.of(slope.of(i)));
          if (argument instanceof Read(var array, _) && array.kind().isArray()) {
            into.merge(Cell.of(array), factor, Term::plus);
          } else {
            terms(argument)
                .forEach((cell, term) -> into.merge(cell, factor.times(term), Term::plus));
          }
        }
      }
    }

    /** The expression with every active call and element replaced by a variable of its own. */
    private Expression hoisted(
        Expression expression, Map<Variable, Expression> hidden, Map<Variable, Cell> cells) {
      if (expression instanceof Call call && readsAny(call, active)) {
        var variable = Variable.number("(call " + hidden.size() + ")");
        hidden.put(variable, call);
        return new Read(variable, call.place());
      }
      if (expression instanceof Apply apply
          && isElement(apply, active)
          && apply.argument(0) instanceof Read(var array, _)) {
        int element = element(apply, array);
        var variable = Variable.number("(%s %d)".formatted(array, element));
        hidden.putIfAbsent(variable, apply);
        cells.put(variable, new Cell(array, element));
        return new Read(variable, apply.place());
      }
      return Walk.withChildren(
          expression,
          Walk.children(expression).stream().map(c -> hoisted(c, hidden, cells)).toList());
    }

    private int element(Apply apply, Variable array) {
      int row = (int) evaluator.number(apply.argument(1), point) - 1;
      if (apply.operation() == Operation.ELEMENT) {
        return row;
      }
      int column = (int) evaluator.number(apply.argument(2), point) - 1;
      return point.get(array) instanceof Value.Matrix matrix ? row * matrix.columns() + column : 0;
    }

    private static Expression restored(Expression of, Map<Variable, Expression> hidden) {
      if (hidden.isEmpty()) {
        return of;
      }
      return Walk.rewrite(
          of,
          node ->
              node instanceof Read(var variable, _) ? hidden.getOrDefault(variable, node) : node);
    }

    Map<Cell, Partial> evaluated(Map<Cell, Term> terms) {
      var values = evaluator;
      var partials = new LinkedHashMap<Cell, Partial>();
      terms.forEach((cell, term) -> {
        var value = values.value(term.expression(), point);
        var choices =
            new Choices(values, point, Set.of(), _ -> Optional.empty(), new LinkedHashSet<>());
        var shown = Formula.factor(restored(choices.taken(term.expression()), texts));
        partials.put(cell, new Partial(shown, value));
      });
      return partials;
    }
  }
}
