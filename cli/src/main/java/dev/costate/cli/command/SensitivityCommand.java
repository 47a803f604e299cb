package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.chart.BarChart;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.cli.json.OutlookJson;
import dev.costate.cli.json.SensitivityJson;
import dev.costate.cli.report.SensitivityReport;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.equilibrium.sensitivity.NoDerivative;
import dev.costate.equilibrium.sensitivity.Sensitivities;
import dev.costate.language.Source;
import dev.costate.market.read.Asked;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code costate sensitivity}: the derivative of an outcome with respect to every parameter. */
final class SensitivityCommand implements Command {
  private static final String OF = "--of";
  private static final String WRT = "--wrt";
  private static final String ELASTICITIES = "--elasticities";
  private static final String PLOT = "--plot";
  private static final String JSON = "--json";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(
        Option.once(
            OF, "OUTCOME", "what to differentiate: \"price bread\", \"utility household\""));
    options.add(Option.once(WRT, "a,b", "only these parameters"));
    options.add(
        Option.flag(ELASTICITIES, "per cent for one per cent, in place of one unit for one unit"));
    options.add(ModelOptions.SHOCK);
    options.add(SolvedModel.IN);
    options.add(Option.once(PLOT, "FILE.svg", "also draw the largest there"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    return new Usage(
        "sensitivity",
        "differentiate an outcome with respect to every parameter",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "Outcomes: price GOOD, quantity GOOD, utility CONSUMER, income CONSUMER, taxes CONSUMER,",
            "profit FIRM, level FIRM, unknown NAME, welfare, surplus, and expressions of these such as",
            "\"income(state) - 2 * price(bread)\". All derivatives come from one adjoint solve and are",
            "exact; where there is none, or only one-sided ones, it says so. In code with a kink or a",
            "jump at a number (max, floor, if) it is that of the side the code takes. With --shock: what it",
            "does to OUTCOME, or to every price, to first order, to second order and exactly."),
        "sensitivity examples/tupperware.market --of \"price natgas\"");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    if (arguments.has(ModelOptions.SHOCK.name())) {
      return shocked(arguments, console);
    }
    var wanted =
        arguments
            .value(OF)
            .orElseThrow(() ->
                new UsageError(
                    "'costate sensitivity' needs '--of OUTCOME'",
                    "write what to differentiate: --of \"price bread\""));
    var search = SolvedModel.search(arguments, console);
    var economy = search.economy();
    var measure = measure(wanted, search.market());
    var names = names(arguments, economy);
    if (!(search.outcome() instanceof Outcome.Solved(var equilibrium))) {
      if (arguments.has(JSON)) {
        console.out().print(JsonText.indented(OutcomeJson.of(economy, search.outcome())));
      }
      SolvedModel.report(search.outcome(), arguments.operand(0), console);
      return ExitStatus.NO_EQUILIBRIUM;
    }
    try {
      var gradient = Sensitivities.of(economy, equilibrium).gradient(measure).only(names);
      var report =
          new SensitivityReport(
              gradient,
              economy.parameters(),
              equilibrium.unitOfAccount(),
              arguments.has(ELASTICITIES));
      if (arguments.has(ELASTICITIES)
          && (gradient.value() == 0 || !Double.isFinite(gradient.value()))) {
        throw Refusal.ofWhole(
            arguments.operand(0),
            "'%s' %s, and so has no elasticities"
                .formatted(measure.text(), gradient.value() == 0 ? "is 0" : "is infinite"),
            "leave out " + ELASTICITIES);
      }
      if (arguments.value(PLOT).isPresent() && report.bars().isEmpty()) {
        throw Refusal.ofWhole(
            arguments.operand(0),
            "there is nothing to draw: no number has a derivative other than 0",
            "leave out " + PLOT);
      }
      arguments
          .value(PLOT)
          .ifPresent(file ->
              NewFile.write(
                  file, new BarChart(report.title(), report.axis(), report.bars()).svg(), console));
      console
          .out()
          .print(
              arguments.has(JSON)
                  ? JsonText.indented(
                      SensitivityJson.of(gradient, economy.parameters(), equilibrium))
                  : report.text());
      return ExitStatus.DONE;
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    } catch (NoDerivative none) {
      return withoutDerivative(none, arguments, console);
    }
  }

  private static ExitStatus shocked(Arguments arguments, Console console) {
    for (var option : List.of(WRT, ELASTICITIES)) {
      if (arguments.has(option)) {
        throw new UsageError(
            "'%s' and '%s' do not go together".formatted(option, ModelOptions.SHOCK.name()),
            "leave one of them out");
      }
    }
    var model = ShockedModel.of(Optional.empty(), arguments, console);
    if (model.isEmpty()) {
      return ExitStatus.NO_EQUILIBRIUM;
    }
    try {
      var asked =
          arguments
              .value(OF)
              .<Function<Market, Measure>>map(words -> market -> measure(words, market));
      var shock = new ShockOutlook(model.get(), arguments, asked);
      var outlook = shock.outlook();
      arguments.value(PLOT).ifPresent(file -> NewFile.write(file, shock.svg(outlook), console));
      console
          .out()
          .print(arguments.has(JSON) ? JsonText.indented(OutlookJson.of(outlook)) : outlook.text());
      return ExitStatus.DONE;
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    } catch (NoDerivative none) {
      return withoutDerivative(none, arguments, console);
    }
  }

  private static ExitStatus withoutDerivative(
      NoDerivative none, Arguments arguments, Console console) {
    console.error(
        arguments.operand(0),
        String.valueOf(none.getMessage()),
        "change a number a little, or leave out what is idle");
    return ExitStatus.NO_EQUILIBRIUM;
  }

  private static Measure measure(String text, Market market) {
    var asked = Asked.of(Source.of(OF, text), market.reading());
    return asked.measure().orElseThrow(() -> Refusal.of(asked.diagnostics()));
  }

  /** Names without the spaces that may stand between their indices. */
  private static String withoutSpaces(String text) {
    return text.strip().replaceAll("\\s+(?=[^\\[]*\\])", "");
  }

  /** The parameters that were asked for; an indexed name without an index means all of it. */
  private static Set<String> names(Arguments arguments, Economy economy) {
    var all = economy.parameters().keySet();
    if (arguments.value(WRT).isEmpty()) {
      return all;
    }
    var chosen = new LinkedHashSet<String>();
    for (var word : withoutSpaces(arguments.value(WRT).get()).split(",(?![^\\[]*\\])", -1)) {
      var name = word.strip();
      var found = all.stream().filter(p -> p.equals(name) || p.startsWith(name + "[")).toList();
      if (found.isEmpty()) {
        throw Refusal.ofWhole(
            WRT + " " + name,
            "there is no parameter '%s'".formatted(name),
            "there is "
                + String.join(", ", all.stream().limit(20).toList())
                + (all.size() > 20 ? ", …" : ""));
      }
      chosen.addAll(found);
    }
    return chosen;
  }
}
