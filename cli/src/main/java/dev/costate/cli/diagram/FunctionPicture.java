package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Effect;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import dev.costate.cli.diagram.Picture.Share;
import dev.costate.cli.diagram.Picture.Slope;
import dev.costate.cli.formula.Subscript;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.report.Figures;
import dev.costate.differentiation.Names;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.program.Program;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The picture of a function at a point. */
public final class FunctionPicture {
  private static final int TERMS_IN_A_LINE = 3;

  private FunctionPicture() {}

  /**
   * The picture of a function of a file.
   *
   * @param call the function and the point, as typed: {@code f(4)}
   * @throws Refusal if the call is wrong, fails, or cannot be drawn, with the line
   */
  public static Picture of(Market market, String call) {
    var point = CalledPoint.of(market, call);
    try {
      return of(point.program(), point.function(), point.arguments());
    } catch (ProgramFailure failure) {
      throw Refusal.of(List.of(failure.diagnostic()));
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    }
  }

  /**
   * @param arguments one for each parameter
   * @throws ProgramFailure if the function fails there or cannot be drawn, with the line
   * @throws NotDifferentiable if a function it calls has no derivative
   */
  static Picture of(Program program, String function, List<Value> arguments) {
    return picture(Folding.of(Tracing.of(program, function, arguments)), arguments);
  }

  private static Picture picture(Trace trace, List<Value> arguments) {
    var names = names(trace);
    var adjoints = trace.adjoints();
    var links = new ArrayList<Link>();
    Map<Integer, List<String>> shares = new HashMap<>();
    for (int to = 0; to < trace.steps().size(); to++) {
      var step = trace.steps().get(to);
      for (var arrow : step.arrows()) {
        var from = trace.steps().get(arrow.from()).value();
        int size = trace.steps().get(arrow.from()).size();
        var share = Elements.like(from, arrow.transfer().back(adjoints.get(to), size));
        Effect effect =
            step.isNumber()
                ? new Slope(Elements.like(from, arrow.transfer().back(new double[] {1}, size)))
                : new Share(share);
        links.add(
            new Link(arrow.from(), to, "", step.code(), arrow.partial(), effect, Activity.RUNNING));
        shares.computeIfAbsent(arrow.from(), _ -> new ArrayList<>()).add(ValueText.of(share));
      }
    }
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < trace.steps().size(); i++) {
      var sum = shares.getOrDefault(i, List.of());
      var step = trace.steps().get(i);
      nodes.add(
          new Node(
              names.get(i),
              step.value(),
              List.of(),
              Names.partial(trace.function(), names.get(i)),
              Elements.like(step.value(), adjoints.get(i)),
              sum.size() > 1 ? inLines(sum, step.isNumber() ? TERMS_IN_A_LINE : 1) : List.of()));
    }
    return new Picture(
        title(trace, arguments), "values", "derivatives of " + trace.function(), nodes, links);
  }

  /** A sum, a few terms on each line. */
  private static List<String> inLines(List<String> terms, int most) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < terms.size(); i += most) {
      var some = Sums.of(terms.subList(i, Math.min(terms.size(), i + most)));
      lines.add(
          i == 0 ? "= " + some : some.startsWith("-") ? "- " + some.substring(1) : "+ " + some);
    }
    return lines;
  }

  private static String title(Trace trace, List<Value> arguments) {
    var point = arguments.stream().map(ValueText::of).collect(Collectors.joining(", "));
    return "%s(%s) = %s".formatted(trace.function(), point, Figures.of(trace.constant()));
  }

  /**
   * The names of the steps: those of their variables, numbered where one variable is assigned
   * several times.
   */
  private static List<String> names(Trace trace) {
    var repeated = new HashSet<String>();
    trace.steps().stream()
        .filter(step -> step.version() > 1)
        .forEach(step -> repeated.add(step.name()));
    return trace.steps().stream()
        .map(step ->
            repeated.contains(step.name())
                ? Subscript.of(step.name(), step.version())
                : step.name())
        .toList();
  }
}
