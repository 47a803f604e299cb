package dev.costate.cli.show;

import dev.costate.cli.show.Notation.Sign;
import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.equilibrium.stated.Calls;
import dev.costate.equilibrium.stated.StatedMarket;
import dev.costate.program.Expression;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Walk;
import dev.costate.program.print.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A market as mathematics. */
public final class Presentation {
  private final String title;
  private final Economy economy;
  private final Overrides overrides;
  private final WrittenCode written;
  private final StatedMarket stated;
  private final Page page;
  private final Notation notation;
  private final Folding folding;

  private Presentation(
      String title, Economy economy, Overrides overrides, Form form, Folding.Extent extent) {
    this.title = title;
    this.economy = economy;
    this.overrides = overrides;
    written = new WrittenCode(economy.program());
    stated = StatedMarket.of(economy);
    page = form == Form.LATEX ? new LatexPage() : new TerminalPage();
    notation = form == Form.LATEX ? LatexNotation.INSTANCE : TerminalNotation.INSTANCE;
    folding = new Folding(page, notation, extent);
  }

  /** What it is written for. */
  public enum Form {
    TERMINAL,
    LATEX
  }

  /** How much of what repeats itself is written. */
  public enum Repetition {
    FOLDED,
    ALL
  }

  /**
   * The text.
   *
   * @param title the name of the file
   * @param overrides what was changed in it
   * @throws dev.costate.differentiation.NotDifferentiable if some code has no derivative
   */
  public static String of(
      String title, Economy economy, Overrides overrides, Form form, Repetition repetition) {
    var extent = repetition == Repetition.ALL ? Folding.Extent.ALL : Folding.Extent.FOLDED;
    return new Presentation(title, economy, overrides, form, extent).text();
  }

  private String text() {
    page.title(notation.prose(title + " as mathematics"));
    if (!overrides.scenarios().isEmpty()) {
      page.prose(notation.prose("Scenario: " + String.join(", ", overrides.scenarios())));
    }
    if (!overrides.settings().isEmpty()) {
      page.prose(notation.prose("With " + String.join(", ", overrides.settings())));
    }
    new GoodSection(economy, page, notation, folding).write();
    parameters();
    functions();
    var agents = new AgentSection(economy, written, stated, notation);
    if (!economy.firms().isEmpty()) {
      page.section("Firms");
      folding.write(economy.firms().stream().map(agents::firm).toList());
    }
    if (!economy.consumers().isEmpty()) {
      page.section("Consumers");
      folding.write(economy.consumers().stream().map(agents::consumer).toList());
    }
    unknowns();
    scenarios();
    new ConditionSection(economy, stated, page, notation, folding).write();
    return page.text();
  }

  /** Values by name, a family of many as one. */
  private void parameters() {
    if (economy.parameters().isEmpty()) {
      return;
    }
    page.section("Parameters");
    var families = new LinkedHashMap<String, List<Map.Entry<String, Double>>>();
    for (var parameter : economy.parameters().entrySet()) {
      families
          .computeIfAbsent(folding.family(parameter.getKey()), _ -> new ArrayList<>())
          .add(parameter);
    }
    var equations = new ArrayList<Equation>();
    for (var family : families.values()) {
      if (folding.isFolded(family.size())) {
        equations.add(range(family));
      } else {
        for (var parameter : family) {
          equations.add(equation(parameter.getKey(), value(parameter.getValue())));
        }
      }
    }
    page.equations(equations);
  }

  private Equation equation(String name, String value) {
    return Equation.of(notation.name(name), notation.sign(Sign.EQUAL), List.of(value));
  }

  private String value(double value) {
    var size = notation.number(Math.abs(value));
    return value < 0 ? notation.sign(Sign.MINUS) + size : size;
  }

  private Equation range(List<Map.Entry<String, Double>> family) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (var parameter : family) {
      least = Math.min(least, parameter.getValue());
      most = Math.max(most, parameter.getValue());
    }
    var names =
        notation.name(family.getFirst().getKey())
            + notation.words(", …, ")
            + notation.name(family.getLast().getKey());
    return Equation.of(
        names,
        notation.sign(Sign.IN),
        List.of(
            "["
                + notation.interval(value(least), value(most))
                + "]"
                + notation.words(" (%d numbers)".formatted(family.size()))));
  }

  /** The functions of the file that the code of the market calls. */
  private void functions() {
    var shown = new ArrayList<Function>();
    var called = called();
    for (var function : written.whole().functions()) {
      if (called.contains(function.name()) && !ReadyTechnologies.isReady(function.name())) {
        shown.add(written.function(function.name()));
      }
    }
    if (shown.isEmpty()) {
      return;
    }
    page.section("Functions");
    for (var function : shown) {
      var writer = new MathWriter(notation, Map.of(), Scope.MARKET);
      var lines = new CodeLines(written, function.name(), writer);
      boolean line =
          function.body().statements().size() == 1
              && lines.results().size() == 1
              && CodeLines.isPlain(lines.results().getFirst());
      if (line) {
        var parameters = function.parameters().stream().map(p -> notation.name(p.name())).toList();
        page.equations(
            List.of(
                Equation.of(
                    notation.call(function.name(), parameters),
                    notation.sign(Sign.EQUAL),
                    writer.terms(lines.results().getFirst()))));
      } else {
        page.code(Raising.text(function));
      }
    }
  }

  /** What the code of firms, consumers and curves calls, and what that calls. */
  private Set<String> called() {
    var roots = new LinkedHashSet<String>();
    economy.firms().forEach(firm -> roots.add(firm.function()));
    economy.consumers().forEach(c -> c.utility().ifPresent(roots::add));
    var direct = new LinkedHashSet<String>();
    for (var root : roots) {
      for (var statement : Walk.statements(written.function(root).body())) {
        if (statement instanceof Statement.CallMany call) {
          direct.add(call.function());
        }
        Walk.expressions(statement).forEach(e -> calls(e, direct));
      }
    }
    stated.conditions().forEach(c -> calls(c.value(), direct));
    stated.definitions().forEach(d -> calls(d.value(), direct));
    return direct.stream()
        .flatMap(name -> written.calls().reachable(name).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void calls(Expression expression, Set<String> into) {
    Walk.nodes(
        expression,
        node -> {
          if (node instanceof Expression.Call call) {
            into.add(call.function());
          }
        });
  }

  private void unknowns() {
    if (economy.unknowns().isEmpty()) {
      return;
    }
    page.section("Unknowns");
    var market = new MathWriter(notation, stated.symbols(), Scope.MARKET);
    var calls = new Calls(economy.program());
    var bounds = new AgentSection(economy, written, stated, notation);
    for (var unknown : economy.unknowns()) {
      boolean low = Double.isFinite(unknown.lower());
      boolean high = Double.isFinite(unknown.upper());
      var sign = low ? Sign.AT_LEAST : high ? Sign.AT_MOST : Sign.EQUAL;
      var pieces = new ArrayList<>(market.terms(calls.of(unknown.left())));
      pieces.add(notation.sign(sign) + " " + market.of(calls.of(unknown.right())));
      var interval = notation.sign(Sign.IN) + " " + bounds.bounds(unknown.lower(), unknown.upper());
      page.prose(
          "  "
              + notation.inline(notation.name(unknown.name()) + (low || high ? " " + interval : ""))
              + notation.prose(kind(low, high)));
      page.equations(List.of(new Equation("", "", pieces)));
    }
  }

  private static String kind(boolean low, boolean high) {
    if (low && high) {
      return ", with equality between its bounds and the opposite sign at the upper:";
    }
    return low || high ? ", with equality off its bound:" : ", so that";
  }

  private void scenarios() {
    if (economy.scenarios().isEmpty()) {
      return;
    }
    page.section("Scenarios");
    var rows = new ArrayList<List<String>>();
    for (var scenario : economy.scenarios()) {
      rows.add(
          List.of(
              notation.prose(scenario.name()),
              notation.prose(
                  "changes " + String.join(", ", folding.families(scenario.parameters())))));
    }
    page.table(rows);
  }
}
