package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.chart.LineChart;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.simulation.Series;
import dev.costate.cli.simulation.SimulationJson;
import dev.costate.cli.simulation.SimulationText;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code costate simulate}: a market out of equilibrium, round by round. */
final class SimulateCommand implements Command {
  static final String DYNAMICS = "--dynamics";
  private static final String ROUNDS = "--rounds";
  private static final String SEED = "--seed";
  private static final String START = "--start";
  private static final String ORDER = "--order";
  private static final String LOSS = "--loss";
  private static final String REPEAT = "--repeat";
  private static final String DELAY = "--delay";
  private static final String OUT = "--out";
  private static final String PLOT = "--plot";
  private static final String JSON = "--json";
  private static final String EQUILIBRIUM = "equilibrium";
  private static final String RANDOM = "random";

  @Override
  public Usage usage() {
    var options = new ArrayList<>(ModelOptions.OVERRIDES);
    options.add(dynamics());
    options.add(
        Option.once(
            ROUNDS,
            "N",
            "at most so many rounds; %d if left out".formatted(Settings.STANDARD_ROUNDS)));
    options.add(ShockOptions.option());
    options.add(
        Option.choice(
            START,
            List.of("file", EQUILIBRIUM),
            "begin at the file's starts, or at the equilibrium"));
    options.add(Option.once(SEED, "S", "what chance begins from"));
    options.add(
        Option.choice(
            ORDER,
            List.of("rounds", RANDOM),
            "all firms then all markets, or anybody at any time"));
    options.add(Option.once(LOSS, "P", "the probability that a message is lost: 10%"));
    options.add(Option.once(REPEAT, "P", "the probability that a message comes twice"));
    options.add(Option.once(DELAY, "N", "messages are late by up to N rounds"));
    options.add(Option.once(OUT, "FILE", "also write every round, as a table (CSV)"));
    options.add(Option.once(PLOT, "FILE", "also draw prices over rounds (SVG)"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers"));
    return new Usage(
        "simulate",
        "run a market out of equilibrium, each agent with what it knows",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "Firms know their own code, stocks and prices, markets their own price, stock and orders.",
            "Status 3 says that the market has not settled at an equilibrium that passes the check."),
        "simulate examples/tupperware.market --start equilibrium --shock \"natgas.supply=3 at 10\"");
  }

  static Option dynamics() {
    return Option.choice(
        DYNAMICS,
        Laws.ALL.stream().map(Dynamics::name).toList(),
        "how prices move; '%s' if left out".formatted(Laws.standard().name()));
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var settings = settings(arguments);
    var model = ShockOptions.read(arguments, 0, console);
    if (!model.shocks().isEmpty() && model.shocks().getLast().round() > settings.rounds()) {
      throw new UsageError(
          "a shock at round %d comes after the last round %d"
              .formatted(model.shocks().getLast().round(), settings.rounds()),
          "give more " + ROUNDS);
    }
    var start = start(arguments, model.economy());
    var last = model.shocks().isEmpty() ? model.economy() : model.shocks().getLast().economy();
    var equilibrium = equilibrium(last);
    var series = new Series(last, equilibrium);
    var run = Simulation.of(model.economy(), settings, model.shocks()).run(start, series::add);
    if (series.rows().isEmpty()) {
      throw Refusal.ofWhole(
          arguments.operand(0), reason(run), "try other starts of its goods and firms");
    }
    arguments.value(OUT).ifPresent(file -> NewFile.write(file, series.csv(), console));
    arguments
        .value(PLOT)
        .ifPresent(file -> NewFile.write(file, plot(arguments, series, last), console));
    console
        .out()
        .print(
            arguments.has(JSON)
                ? JsonText.indented(SimulationJson.of(settings, series, run))
                : new SimulationText(
                        arguments.operand(0), settings.dynamics(), series, run, equilibrium)
                    .text());
    return run.isSettled() ? ExitStatus.DONE : ExitStatus.NO_EQUILIBRIUM;
  }

  private static String reason(Run run) {
    return run.ending() instanceof Run.Ending.NotSettled(var reason) ? reason : "";
  }

  private static Settings settings(Arguments arguments) {
    var law = arguments.value(DYNAMICS).flatMap(Laws::find).orElseGet(Laws::standard);
    var order =
        arguments.value(ORDER).filter(RANDOM::equals).isPresent()
            ? Conditions.Order.RANDOM
            : Conditions.Order.ROUNDS;
    var conditions =
        new Conditions(
            order,
            arguments.value(LOSS).map(text -> Numbers.probability(LOSS, text)).orElse(0.0),
            arguments.value(REPEAT).map(text -> Numbers.probability(REPEAT, text)).orElse(0.0),
            arguments.value(DELAY).map(text -> (int) Numbers.whole(DELAY, text, 0)).orElse(0));
    long seed = arguments.value(SEED).map(text -> Numbers.whole(SEED, text, 0)).orElse(1L);
    long rounds =
        arguments
            .value(ROUNDS)
            .map(text -> Numbers.whole(ROUNDS, text, 1))
            .orElse(Settings.STANDARD_ROUNDS);
    return Settings.STANDARD.with(law).withRounds(rounds).with(conditions, seed);
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

  private static String plot(Arguments arguments, Series series, Economy economy) {
    var rows = series.rows();
    var rounds = rows.stream().map(row -> (double) row.reading().round()).toList();
    var chart = new LineChart(arguments.operand(0), "round", "price", LineChart.Scale.LOGARITHMIC);
    for (int g = 0; g < economy.goods().size(); g++) {
      int good = g;
      chart.line(
          economy.goods().get(g).name(),
          rounds,
          rows.stream().map(row -> row.price(good)).toList());
    }
    return chart.svg();
  }
}
