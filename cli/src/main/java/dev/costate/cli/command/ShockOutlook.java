package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.chart.GroupedBarChart;
import dev.costate.cli.chart.LineChart;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.report.Outlook;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Computed;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.equilibrium.sensitivity.NoDerivative;
import dev.costate.equilibrium.sensitivity.Sensitivities;
import dev.costate.equilibrium.sensitivity.TaylorTerms;
import dev.costate.runtime.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a shock does to an outcome or to every price, as derivatives say and exactly. */
final class ShockOutlook {
  /** Parts of the way to the shock at which a market is solved for a picture. */
  private static final int POINTS = 24;

  private final ShockedModel model;
  private final Arguments arguments;
  private final Optional<Function<Market, Measure>> asked;

  /**
   * @param asked the outcome, in a market before or after the shock; empty for every price
   */
  ShockOutlook(ShockedModel model, Arguments arguments, Optional<Function<Market, Measure>> asked) {
    this.model = model;
    this.arguments = arguments;
    this.asked = asked;
  }

  /**
   * @throws Refusal if one of the numbers is computed from another
   */
  Outlook outlook() {
    var shock = model.shock();
    var numbers = shock.numbers();
    if (new Computed(model.before().economy().definitions())
        .dependAmongThemselves(numbers.keySet())) {
      throw Refusal.ofWhole(
          ModelOptions.SHOCK.name() + " " + String.join(", ", numbers.keySet()),
          "one of these numbers is computed from another",
          "change the one, or the other");
    }
    var before = Sensitivities.of(model.before().economy(), shock.equilibrium());
    var rows = new ArrayList<Outlook.Row>();
    if (asked.isPresent()) {
      var measure = asked.get().apply(model.before());
      checkWelfare(measure);
      double was = before.value(measure);
      if (Double.isNaN(was)) {
        throw Refusal.ofWhole(
            arguments.operand(0),
            measure.text() + " is infinite, as far as can be told: its change is not known",
            "leave out " + ModelOptions.SHOCK.name() + " to see its derivatives");
      }
      rows.add(
          row(
              measure.text(),
              new Change(was, after(model.after(), shock.equilibriumAfter())),
              measure,
              before));
    } else {
      var is = shock.equilibriumAfter().prices();
      shock
          .equilibrium()
          .prices()
          .forEach((good, price) ->
              rows.add(
                  row(
                      good,
                      new Change(price, is.getOrDefault(good, Double.NaN)),
                      new Measure.Price(good),
                      before)));
    }
    var isMoney = asked.isEmpty() || asked.get().apply(model.before()).isMoney();
    return new Outlook(
        numbers,
        asked.isPresent() ? "outcome" : "price",
        isMoney ? Optional.of(shock.equilibrium().unitOfAccount()) : Optional.empty(),
        rows);
  }

  /** What utilities are worth is told at the prices of one equilibrium. */
  private void checkWelfare(Measure measure) {
    boolean hasWelfare =
        measure instanceof Measure.Welfare
            || measure instanceof Measure.Answer answer
                && answer.readings().stream().anyMatch(Measure.Welfare.class::isInstance);
    if (hasWelfare) {
      throw Refusal.ofWhole(
          arguments.operand(0),
          "welfare before and after a shock is counted at different prices",
          "ask for the utility of a consumer, or leave out "
              + ModelOptions.SHOCK.name()
              + " to see what moves welfare");
    }
  }

  private double after(Market market, Equilibrium equilibrium) {
    return Sensitivities.of(market.economy(), equilibrium).value(asked.orElseThrow().apply(market));
  }

  private Map<String, Double> moves() {
    var moves = new LinkedHashMap<String, Double>();
    model.shock().numbers().forEach((name, change) -> moves.put(name, change.delta()));
    return moves;
  }

  private Outlook.Row row(String name, Change exact, Measure measure, Sensitivities before) {
    try {
      var terms = before.taylorTerms(measure, moves());
      return new Outlook.Row(
          name,
          exact,
          Optional.of(terms),
          terms.second().isPresent()
              ? Optional.empty()
              : Optional.of("some condition is degenerate, and so there is no second derivative"));
    } catch (NoDerivative | NotDifferentiable none) {
      return new Outlook.Row(
          name, exact, Optional.empty(), Optional.of(String.valueOf(none.getMessage())));
    }
  }

  /** The picture: of one outcome on the way to the shock, of all prices at its end. */
  String svg(Outlook outlook) {
    return asked.isPresent()
        ? way(outlook).svg()
        : new GroupedBarChart(outlook.title(), "per cent", outlook.bars()).svg();
  }

  private LineChart way(Outlook outlook) {
    var row = outlook.rows().getFirst();
    var numbers = outlook.shocks();
    boolean isOne = numbers.size() == 1;
    var chart =
        new LineChart(
            outlook.title(),
            isOne ? numbers.keySet().iterator().next() : "part of the shock",
            row.name(),
            LineChart.Scale.LINEAR);
    var across = new ArrayList<Double>();
    var exact = new ArrayList<Double>();
    var first = new ArrayList<Double>();
    var second = new ArrayList<Double>();
    for (int i = 0; i <= POINTS; i++) {
      double part = (double) i / POINTS;
      across.add(isOne ? at(numbers.values().iterator().next(), part) : part);
      exact.add(solved(part));
      var terms = row.terms();
      first.add(terms.map(e -> e.value() + part * e.first()).orElse(Double.NaN));
      second.add(terms.map(e -> along(e, part)).orElse(Double.NaN));
    }
    return chart
        .line("exactly", across, exact)
        .line("to first order", across, first)
        .line("to second order", across, second);
  }

  private static double along(TaylorTerms terms, double part) {
    return terms.value() + part * terms.first() + part * part * terms.second().orElse(Double.NaN);
  }

  private static double at(Change change, double part) {
    return change.before() + part * change.delta();
  }

  /** The outcome with a part of the shock; not a number where there is no equilibrium. */
  private double solved(double part) {
    var settings = new ArrayList<String>();
    model
        .shock()
        .numbers()
        .forEach((name, change) -> settings.add(name + "=" + NumberText.of(at(change, part))));
    var market = ModelOptions.shocked(model.before(), arguments, settings);
    if (EquilibriumSearch.solveFrom(market.economy(), model.shock().equilibrium())
        instanceof Outcome.Solved(var found)) {
      return after(market, model.shock().in().map(found::in).orElse(found));
    }
    return Double.NaN;
  }
}
