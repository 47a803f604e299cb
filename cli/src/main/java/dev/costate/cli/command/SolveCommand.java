package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.cli.report.EquilibriumReport;
import dev.costate.cli.report.FailureReport;
import dev.costate.cli.report.ResultFolder;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;

/** {@code costate solve}: the equilibrium of a market. */
final class SolveCommand implements Command {
  private static final String IN = "--in";
  private static final String JSON = "--json";
  private static final String OUT = "--out";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(Option.once(IN, "GOOD", "report every price divided by this good's"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    options.add(
        Option.once(
            OUT, "DIR", "also write goods.csv, firms.csv, plans.csv and result.json there"));
    return new Usage(
        "solve",
        "find the prices and quantities at which a market is in equilibrium",
        List.of(ModelOptions.MODEL),
        options,
        List.of("Status 3 says that there is no equilibrium or none was found, and why."),
        "solve examples/tupperware.market --set tupperware.price=7");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var name = arguments.operand(0);
    var economy = ModelOptions.read(arguments, console).economy();
    var unit = arguments.value(IN).or(economy::numeraire);
    unit.ifPresent(good -> checkGood(good, economy));
    var solved = EquilibriumSearch.solve(economy);
    if (solved instanceof Outcome.Refused(var diagnostics)) {
      throw Refusal.of(diagnostics);
    }
    var outcome = unit.map(good -> in(good, solved, name)).orElse(solved);
    arguments.value(OUT).ifPresent(folder -> ResultFolder.write(folder, economy, outcome, console));
    if (arguments.has(JSON)) {
      console.out().print(JsonText.indented(OutcomeJson.of(outcome)));
    }
    if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
      console.error(name, outcome.message(), outcome.hint());
      console.err().print(FailureReport.details(outcome));
      return ExitStatus.NO_EQUILIBRIUM;
    }
    if (!arguments.has(JSON)) {
      console.out().print(EquilibriumReport.of(name, economy, equilibrium));
    }
    return ExitStatus.DONE;
  }

  private static void checkGood(String name, Economy economy) {
    if (economy.goods().stream().noneMatch(good -> good.name().equals(name))) {
      throw Refusal.ofWhole(
          IN + " " + name,
          "there is no good '" + name + "'",
          "there is "
              + String.join(", ", economy.goods().stream().map(good -> good.name()).toList()));
    }
  }

  private static Outcome in(String good, Outcome outcome, String model) {
    if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
      return outcome;
    }
    if (equilibrium.prices().getOrDefault(good, 0.0) == 0) {
      throw Refusal.ofWhole(
          model,
          "prices cannot be expressed in '" + good + "': its price is 0",
          "choose a good that has a price");
    }
    return new Outcome.Solved(equilibrium.in(good));
  }
}
