package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.Json;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.simulation.Series;
import dev.costate.cli.simulation.SimulationJson;
import dev.costate.cli.simulation.SimulationPlot;
import dev.costate.cli.simulation.SimulationText;
import dev.costate.dynamics.Checkpoint;
import dev.costate.dynamics.Onlooker;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.schedule.Workers;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code costate simulate}: a market out of equilibrium, round by round. */
final class SimulateCommand implements Command {
  private static final String START = "--start";
  private static final String THREADS = "--threads";
  private static final int MOST_THREADS = 1024;
  private static final String PLOT = "--plot";
  private static final String PLOT_OF = "--plot-of";
  private static final String JSON = "--json";
  private static final String EQUILIBRIUM = "equilibrium";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(RunOptions.dynamics());
    options.add(RunOptions.rounds());
    options.add(ShockOptions.option());
    options.add(
        Option.choice(
            START,
            List.of("file", EQUILIBRIUM),
            "begin at the file's starts, or at the equilibrium"));
    options.addAll(RunOptions.chance());
    options.addAll(CheckpointOptions.options());
    options.add(
        Option.once(
            THREADS, "N", "so many agents step at the same time; the numbers are the same"));
    options.addAll(CollectOptions.options());
    options.add(Option.once(PLOT, "FILE", "also draw lines over rounds (SVG)"));
    options.add(
        Option.choice(
            PLOT_OF,
            SimulationPlot.words(),
            "what is drawn; '%s' if left out".formatted(SimulationPlot.PRICES.word())));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    return new Usage(
        "simulate",
        "run a market out of equilibrium, each agent with what it knows",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "Firms know their own code, stocks and prices, markets their own price, stock and orders.",
            RunOptions.names(),
            "Status 3 says that the market has not settled at an equilibrium that passes the check."),
        "simulate examples/tupperware.market --start equilibrium --shock \"natgas.supply=3 at 10\"");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var collect = CollectOptions.read(arguments);
    int threads = threads(arguments);
    var checkpoints = CheckpointOptions.read(arguments, console);
    var settings = RunOptions.settings(arguments, checkpoints.identity());
    for (var file : List.of(CollectOptions.OUT, PLOT, CheckpointOptions.CHECKPOINT)) {
      arguments.value(file).ifPresent(name -> NewFile.check(name, console));
    }
    var model = ShockOptions.read(arguments, 0, console);
    checkpoints.check(arguments, model, settings);
    if (!model.shocks().isEmpty() && model.shocks().getLast().round() > settings.rounds()) {
      throw new UsageError(
          "a shock at round %d comes after the last round %d"
              .formatted(model.shocks().getLast().round(), settings.rounds()),
          "give more " + RunOptions.ROUNDS);
    }
    var last = model.shocks().isEmpty() ? model.economy() : model.shocks().getLast().economy();
    var equilibrium = equilibrium(last);
    collect.check(arguments, last, equilibrium);
    long since = model.shocks().isEmpty() ? 1 : model.shocks().getLast().round();
    var series = new Series(last, equilibrium, since);
    var plot = plot(arguments);
    check(plot, series, arguments);
    var onlooker =
        new Onlooker() {
          @Override
          public void see(Reading reading) {
            series.add(reading);
          }

          @Override
          public void couldResume(Checkpoint checkpoint) {
            if (checkpoints.isDue(checkpoint.round())) {
              checkpoints.write(arguments, model, settings, checkpoint, console);
            }
          }
        };
    Run run;
    try (var workers = Workers.threads(threads)) {
      var simulation = Simulation.of(model.economy(), settings, model.shocks()).with(workers);
      run =
          checkpoints.resumed().isPresent()
              ? resume(
                  arguments, simulation, checkpoints.resumed().get().checkpoint(), series, onlooker)
              : simulation.run(start(arguments, model.economy()), onlooker);
    }
    checkpoints.write(arguments, model, settings, run.checkpoint(), console);
    if (series.rows().isEmpty()) {
      var ending = "not settled: " + reason(run);
      console
          .out()
          .print(
              arguments.has(JSON)
                  ? JsonText.indented(
                      Json.object().with("status", "not settled").with("reason", reason(run)))
                  : "%s in its first round: %s%n".formatted(arguments.operand(0), ending));
      return ExitStatus.NO_EQUILIBRIUM;
    }
    console
        .out()
        .print(
            arguments.has(JSON)
                ? JsonText.indented(SimulationJson.of(settings, series, run))
                : new SimulationText(
                        arguments.operand(0), settings.dynamics(), series, run, equilibrium)
                    .text());
    collect.write(series, last, console);
    arguments
        .value(PLOT)
        .ifPresent(
            file -> NewFile.write(file, plot.svg(arguments.operand(0), last, series), console));
    return run.isSettled() ? ExitStatus.DONE : ExitStatus.NO_EQUILIBRIUM;
  }

  private static int threads(Arguments arguments) {
    long threads = arguments.value(THREADS).map(text -> Numbers.whole(THREADS, text, 1)).orElse(1L);
    if (threads > MOST_THREADS) {
      throw new UsageError(
          "'%s': %d are too many".formatted(THREADS, threads),
          "give at most %d; more than the machine has processors do not help"
              .formatted(MOST_THREADS));
    }
    return (int) threads;
  }

  private static String reason(Run run) {
    return run.ending() instanceof Run.Ending.NotSettled(var reason) ? reason : "";
  }

  private static Run resume(
      Arguments arguments,
      Simulation simulation,
      Checkpoint checkpoint,
      Series series,
      Onlooker onlooker) {
    if (arguments.value(START).isPresent()) {
      throw new UsageError(
          "'%s' begins where the checkpoint is".formatted(CheckpointOptions.RESUME),
          "leave out " + START);
    }
    series.goOnAfter(simulation.reading(checkpoint));
    return simulation.resume(checkpoint, onlooker);
  }

  private static Start start(Arguments arguments, Economy economy) {
    if (arguments.value(START).filter(EQUILIBRIUM::equals).isEmpty()) {
      return new Start.Usual();
    }
    return new Start.At(
        equilibrium(economy)
            .orElseThrow(() ->
                Refusal.ofWhole(
                    arguments.operand(0),
                    "no equilibrium was found to begin at",
                    "begin at the file's starts: " + START + " file")));
  }

  private static Optional<Equilibrium> equilibrium(Economy economy) {
    return EquilibriumSearch.solve(economy) instanceof Outcome.Solved(var found)
        ? Optional.of(found)
        : Optional.empty();
  }

  private static SimulationPlot plot(Arguments arguments) {
    return arguments.value(PLOT_OF).flatMap(SimulationPlot::find).orElse(SimulationPlot.PRICES);
  }

  private static void check(SimulationPlot plot, Series series, Arguments arguments) {
    if (arguments.value(PLOT_OF).isPresent() && arguments.value(PLOT).isEmpty()) {
      throw new UsageError(
          "'%s' does not say where to".formatted(PLOT_OF), "name a file: " + PLOT + " FILE");
    }
    if (!plot.isIn(series)) {
      throw new UsageError(
          "this market has no %s to draw".formatted(plot.word()),
          "leave out " + PLOT_OF + "; the report says why");
    }
  }
}
