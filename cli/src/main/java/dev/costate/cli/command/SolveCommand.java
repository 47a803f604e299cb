package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.cli.report.EquilibriaReport;
import dev.costate.cli.report.EquilibriumReport;
import dev.costate.cli.report.ResultFolder;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.IndexedEquilibrium;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;

/** {@code costate solve}: the equilibrium of a market. */
final class SolveCommand implements Command {
  private static final String JSON = "--json";
  private static final String OUT = "--out";
  private static final String STARTS = "--starts";
  private static final int MOST_STARTS = 100_000;

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(SolvedModel.IN);
    options.add(Option.once(STARTS, "N", "search from N starts and list the distinct equilibria"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    options.add(
        Option.once(OUT, "DIR", "also write the result there, as tables (CSV) and result.json"));
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
    var starts = arguments.value(STARTS).map(SolveCommand::starts);
    if (outcome instanceof Outcome.Solved solved && starts.isPresent()) {
      return several(search.economy(), solved, starts.get(), arguments, console);
    }
    if (arguments.has(JSON)) {
      console.out().print(JsonText.indented(OutcomeJson.of(economy, outcome)));
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

  private static int starts(String text) {
    try {
      int starts = Integer.parseInt(text);
      if (starts >= 1 && starts <= MOST_STARTS) {
        return starts;
      }
    } catch (NumberFormatException _) {
      // Reported below, like a number out of range.
    }
    throw new UsageError(
        "'%s %s' is no number of starts".formatted(STARTS, text),
        "write a whole number from 1 to " + MOST_STARTS + ", such as " + STARTS + " 50");
  }

  private static ExitStatus several(
      Economy economy, Outcome.Solved solved, int starts, Arguments arguments, Console console) {
    var found =
        EquilibriumSearch.all(economy, starts).stream()
            .map(each ->
                new IndexedEquilibrium(
                    SolvedModel.inUnits(each.equilibrium(), arguments, economy), each.index()))
            .toList();
    if (arguments.has(JSON)) {
      console.out().print(JsonText.indented(OutcomeJson.of(economy, solved, found)));
    } else {
      console.out().print(EquilibriaReport.of(found, starts, economy.isClosed()));
    }
    return ExitStatus.DONE;
  }
}
