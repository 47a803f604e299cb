package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.cli.diagram.LinePartials.Cell;
import dev.costate.cli.diagram.LinePartials.Partial;
import dev.costate.cli.diagram.Trace.Arrow;
import dev.costate.program.Expression;
import dev.costate.program.Variable;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arrows of one executed line: its derivatives, led to the steps that its variables come from.
 */
final class TracedLine {
  /** So many partials of one arrow are written out. */
  private static final int WRITTEN = 3;

  /** The formula is the same for all elements. */
  private static final String NOWHERE = "nowhere";

  private final Tracing tracing;
  private final Map<Variable, Value> point;
  private final Map<Variable, Sources> sources;
  private final Map<Variable, Expression> texts;
  private final Map<Integer, List<String>> labels = new LinkedHashMap<>();
  private final Map<Integer, Transfer> transfers = new LinkedHashMap<>();

  /**
   * @param point the values of all variables before the line
   * @param sources of those that are active
   * @param texts what is written for variables that stand for calls
   */
  TracedLine(
      Tracing tracing,
      Map<Variable, Value> point,
      Map<Variable, Sources> sources,
      Map<Variable, Expression> texts) {
    this.tracing = tracing;
    this.point = Map.copyOf(point);
    this.sources = Map.copyOf(sources);
    this.texts = texts;
  }

  /** The arrows to a line with formulas for its derivatives. */
  List<Arrow> byFormula(Map<Cell, Partial> partials, Set<Variable> passedOver) {
    partials.forEach((cell, partial) -> {
      if (cell.element() == Cell.ALL) {
        array(cell.variable(), partial.formula(), " at ", Elements.numbers(partial.value()));
      } else {
        element(cell, partial.formula(), Elements.numbers(partial.value())[0]);
      }
    });
    for (var variable : passedOver) {
      sources(variable)
          .byStep()
          .forEach((step, _) -> {
            if (!transfers.containsKey(step)) {
              add(step, "0", Transfer.Slopes.of(0, 0));
            }
          });
    }
    return arrows();
  }

  /**
   * The arrows to a line whose derivatives are known by running it backwards.
   *
   * @param name of what the line makes
   */
  List<Arrow> byPullback(LinePullback.Line line, Value result, String name) {
    var formulas = ArrayFormulas.of(line, texts);
    if (result instanceof Value.Number) {
      tracing
          .pullback
          .of(line, sources.keySet(), point, Value.of(1.0))
          .forEach((variable, slopes) -> {
            var formula = formulas.get(variable);
            array(
                variable,
                formula == null ? own(name, variable) : formula,
                formula == null ? "" : NOWHERE,
                Elements.numbers(slopes));
          });
      return arrows();
    }
    var zero = Elements.zeros(result);
    var probe = tracing.pullback.of(line, sources.keySet(), point, zero);
    for (var variable : probe.keySet()) {
      var formula = formulas.getOrDefault(variable, own(name, variable));
      sources(variable)
          .byStep()
          .forEach((step, elements) ->
              add(
                  step,
                  formula,
                  new Transfer.Pulled(adjoint ->
                      selected(step, elements, pulled(line, result, adjoint, variable)))));
    }
    return arrows();
  }

  private double[] pulled(
      LinePullback.Line line, Value result, double[] adjoint, Variable variable) {
    var back = tracing.pullback.of(line, sources.keySet(), point, Elements.like(result, adjoint));
    var value = back.get(variable);
    if (value == null) {
      throw new IllegalStateException("nothing comes back to '" + variable + "'");
    }
    return Elements.numbers(value);
  }

  /** The elements of a variable that come from a step, where they stand in it. */
  private double[] selected(int step, List<Integer> elements, double[] numbers) {
    var made = tracing.step(step);
    var selected = new double[made.size()];
    elements.forEach(e -> selected[made.isNumber() ? 0 : e] += numbers[e]);
    return selected;
  }

  private Value value(Variable variable) {
    var value = point.get(variable);
    if (value == null) {
      throw new IllegalStateException("'" + variable + "' has no value");
    }
    return value;
  }

  private Sources sources(Variable variable) {
    return sources.getOrDefault(variable, Sources.none(0));
  }

  private void element(Cell cell, String formula, double slope) {
    int from = sources(cell.variable()).of(cell.element());
    if (from == Trace.NONE) {
      return;
    }
    var step = tracing.step(from);
    if (step.isNumber()) {
      add(from, formula, Transfer.Slopes.of(0, slope));
    } else {
      var at = Elements.index(step.value(), cell.element());
      add(from, formula + " at " + at, Transfer.Slopes.of(cell.element(), slope));
    }
  }

  /** The line's own derivative where it has no formula: {@code ∂w/∂v}. */
  private static String own(String name, Variable variable) {
    return "∂" + name + "/∂" + variable;
  }

  /**
   * Arrows from all steps that an array comes from, each with its elements.
   *
   * @param at what stands between the formula and the index of an element
   */
  private void array(Variable variable, String formula, String at, double[] slopes) {
    var value = value(variable);
    sources(variable)
        .byStep()
        .forEach((from, elements) -> {
          boolean isNumber = tracing.step(from).isNumber();
          int[] to = elements.stream().mapToInt(e -> isNumber ? 0 : e).toArray();
          var some = elements.stream().mapToDouble(e -> slopes[e]).toArray();
          boolean hasPlace = isNumber && !at.equals(NOWHERE);
          var label =
              hasPlace ? formula + at + Elements.index(value, elements.getFirst()) : formula;
          add(from, label, new Transfer.Slopes(to, some));
        });
  }

  private void add(int from, String label, Transfer transfer) {
    labels.computeIfAbsent(from, _ -> new ArrayList<>()).add(label);
    transfers.merge(from, transfer, Transfer.Both::new);
  }

  private List<Arrow> arrows() {
    var arrows = new ArrayList<Arrow>();
    transfers.forEach((from, transfer) ->
        arrows.add(new Arrow(from, joined(labels.getOrDefault(from, List.of())), transfer)));
    return arrows;
  }

  private static String joined(List<String> labels) {
    var different = labels.stream().distinct().toList();
    return different.size() <= WRITTEN
        ? String.join(" and ", different)
        : String.join(", ", different.subList(0, WRITTEN - 1)) + ", …";
  }
}
