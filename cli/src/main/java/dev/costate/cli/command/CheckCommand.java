package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.CheckJson;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.OutcomeJson;
import dev.costate.cli.report.BenchmarkReport;
import dev.costate.cli.report.CheckText;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.check.BenchmarkCheck;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.ArrayList;
import java.util.List;

/** {@code costate check}: an equilibrium verified without trusting how it was found. */
final class CheckCommand implements Command {
  private static final String JSON = "--json";
  private static final String BENCHMARK = "--benchmark";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    options.add(
        Option.flag(
            BENCHMARK, "list the imbalances at the file's own starting point, before solving"));
    return new Usage(
        "check",
        "verify an equilibrium independently",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "Firms are checked by trying other plans, markets by adding up again, and prices by solving",
            "the market again with a little more and a little less of each good: a price is the derivative",
            "of total surplus. Status 3 says that something does not hold."),
        "check examples/tupperware.market");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    boolean json = arguments.has(JSON);
    if (arguments.has(BENCHMARK)) {
      return benchmark(arguments, console);
    }
    var search = SolvedModel.searchInMoney(arguments, console);
    if (!(search.outcome() instanceof Outcome.Solved(var equilibrium))) {
      if (json) {
        console.out().print(JsonText.indented(OutcomeJson.of(search.economy(), search.outcome())));
      }
      SolvedModel.report(search.outcome(), arguments.operand(0), console);
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var report = EquilibriumCheck.of(search.economy(), equilibrium);
    console
        .out()
        .print(
            json
                ? JsonText.indented(CheckJson.of(report))
                : CheckText.of(search.economy(), report, equilibrium));
    return report.holds() ? ExitStatus.DONE : ExitStatus.NO_EQUILIBRIUM;
  }

  private static ExitStatus benchmark(Arguments arguments, Console console) {
    var economy = ModelOptions.read(arguments, console).economy();
    try {
      var benchmark = BenchmarkCheck.of(economy);
      if (benchmark.isEmpty()) {
        throw Refusal.ofWhole(
            arguments.operand(0),
            "some code gives no finite numbers at the starting point",
            "give its goods and firms a 'start' where it does");
      }
      console
          .out()
          .print(
              arguments.has(JSON)
                  ? JsonText.indented(BenchmarkReport.json(benchmark.get()))
                  : BenchmarkReport.text(benchmark.get()));
      return ExitStatus.DONE;
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    }
  }
}
