package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.cli.report.EquilibriumReport;
import dev.costate.cli.report.ResultFolder;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;

/** {@code costate solve}: the equilibrium of a market. */
final class SolveCommand implements Command {
  private static final String JSON = "--json";
  private static final String OUT = "--out";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(SolvedModel.IN);
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
    var search = SolvedModel.search(arguments, console);
    var economy = search.economy();
    var outcome = search.outcome();
    arguments.value(OUT).ifPresent(folder -> ResultFolder.write(folder, economy, outcome, console));
    if (arguments.has(JSON)) {
      console.out().print(JsonText.indented(OutcomeJson.of(outcome)));
    }
    if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
      SolvedModel.report(outcome, name, console);
      return ExitStatus.NO_EQUILIBRIUM;
    }
    if (!arguments.has(JSON)) {
      console.out().print(EquilibriumReport.of(name, economy, equilibrium));
    }
    return ExitStatus.DONE;
  }
}
