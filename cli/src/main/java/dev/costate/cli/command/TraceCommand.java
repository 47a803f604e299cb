package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.chart.ResponseChart;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.simulation.TraceJson;
import dev.costate.cli.simulation.TraceText;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Trace;
import dev.costate.dynamics.Trace.Response;
import dev.costate.dynamics.law.Laws;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;

/** {@code costate trace}: which way, and how fast, a shock travels. */
final class TraceCommand implements Command {
  private static final String SVG = "--svg";
  private static final String JSON = "--json";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(
        Option.repeated(ShockOptions.SHOCK, "k=v", "the number that changes: natgas.supply=3"));
    options.add(RunOptions.dynamics());
    options.add(RunOptions.rounds());
    options.add(Option.once(SVG, "FILE", "also draw the rounds (SVG)"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    return new Usage(
        "trace",
        "which way, and how fast, a shock travels through quantities and prices",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "The market rests at its equilibrium. In round 1 the number is another. Listed is when each",
            "good is first traded in another quantity, and at another price.",
            RunOptions.names()),
        "trace examples/tupperware.market --shock tupperware.price=2");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var typed = arguments.values(ShockOptions.SHOCK);
    if (typed.isEmpty()) {
      throw new UsageError(
          "'costate trace' needs a shock",
          "write for example: " + ShockOptions.SHOCK + " natgas.supply=3");
    }
    var model = arguments.operand(0);
    var read = ShockOptions.read(arguments, 1, console);
    if (read.shocks().getLast().round() > 1) {
      throw new UsageError(
          "a trace begins with its shock",
          "leave out 'at %d'".formatted(read.shocks().getLast().round()));
    }
    var outcome = EquilibriumSearch.solve(read.economy());
    if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
      SolvedModel.report(outcome, model, console);
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var law = arguments.value(RunOptions.DYNAMICS).flatMap(Laws::find).orElseGet(Laws::standard);
    var settings = Settings.STANDARD.with(law).withRounds(RunOptions.rounds(arguments));
    var trace = Trace.of(read.economy(), read.shocks().getLast().economy(), equilibrium, settings);
    if (trace.isEmpty()) {
      console.error(
          model,
          "under '%s' the market does not stay at its equilibrium".formatted(law.name()),
          "try other dynamics");
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var shock = String.join(", ", typed);
    arguments.value(SVG).ifPresent(file -> NewFile.write(file, svg(shock, trace.get()), console));
    console
        .out()
        .print(
            arguments.has(JSON)
                ? JsonText.indented(TraceJson.of(law, trace.get()))
                : TraceText.of(model, shock, law, trace.get()));
    return trace.get().ending() instanceof Run.Ending.Settled
        ? ExitStatus.DONE
        : ExitStatus.NO_EQUILIBRIUM;
  }

  private static String svg(String shock, Trace trace) {
    var goods = TraceText.sorted(trace);
    return new ResponseChart(shock, goods.stream().map(Response::good).toList())
        .bars("quantity", goods.stream().map(Response::quantity).toList())
        .bars("price", goods.stream().map(Response::price).toList())
        .svg();
  }
}
