package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.checkpoint.Identity;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.schedule.Conditions;
import dev.costate.dynamics.schedule.Conditions.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a market is run. */
final class RunOptions {
  static final String DYNAMICS = "--dynamics";
  static final String ROUNDS = "--rounds";
  private static final String SEED = "--seed";
  private static final String ORDER = "--order";
  private static final String LOSS = "--loss";
  private static final String REPEAT = "--repeat";
  private static final String DELAY = "--delay";
  private static final String RANDOM = "random";

  private RunOptions() {}

  static Option dynamics() {
    return Option.oneOf(
        DYNAMICS,
        "NAME",
        Laws.ALL.stream().map(Dynamics::name).toList(),
        "how prices move; '%s' if left out".formatted(Laws.standard().name()));
  }

  /** The names of all dynamics, for help. */
  static String names() {
    return "Dynamics: "
        + Laws.ALL.stream().map(Dynamics::name).collect(Collectors.joining(", "))
        + ".";
  }

  static Option rounds() {
    return Option.once(
        ROUNDS, "N", "at most so many rounds; %d if left out".formatted(Settings.STANDARD_ROUNDS));
  }

  /** Those about chance. */
  static List<Option> chance() {
    var options = new ArrayList<Option>();
    options.add(Option.once(SEED, "S", "what chance begins from"));
    options.add(
        Option.choice(
            ORDER,
            List.of("rounds", RANDOM),
            "all firms then all markets, or anybody at any time"));
    options.add(Option.once(LOSS, "P", "the probability that a message is lost: 10%"));
    options.add(Option.once(REPEAT, "P", "the probability that a message comes twice"));
    options.add(Option.once(DELAY, "N", "messages are late by up to N rounds"));
    return options;
  }

  /**
   * What is typed, and for the rest what is usual.
   *
   * @param resumed the run that goes on, whose way is then the usual one
   */
  static Settings settings(Arguments arguments, Optional<Identity> resumed) {
    var law =
        arguments
            .value(DYNAMICS)
            .or(() -> resumed.map(Identity::dynamics))
            .flatMap(Laws::find)
            .orElseGet(Laws::standard);
    var usual = resumed.map(Identity::conditions).orElse(Conditions.SYNCHRONOUS);
    var conditions =
        new Conditions(
            arguments
                .value(ORDER)
                .map(order -> order.equals(RANDOM) ? Order.RANDOM : Order.ROUNDS)
                .orElse(usual.order()),
            arguments.value(LOSS).map(text -> Numbers.probability(LOSS, text)).orElse(usual.loss()),
            arguments
                .value(REPEAT)
                .map(text -> Numbers.probability(REPEAT, text))
                .orElse(usual.repetition()),
            arguments
                .value(DELAY)
                .map(text -> (int) Numbers.whole(DELAY, text, 0))
                .orElse(usual.delay()));
    long seed =
        arguments
            .value(SEED)
            .map(text -> Numbers.whole(SEED, text, 0))
            .orElse(resumed.map(Identity::seed).orElse(Settings.STANDARD.seed()));
    return Settings.STANDARD.with(law).withRounds(rounds(arguments)).with(conditions, seed);
  }

  static long rounds(Arguments arguments) {
    return arguments
        .value(ROUNDS)
        .map(text -> Numbers.whole(ROUNDS, text, 1))
        .orElse(Settings.STANDARD_ROUNDS);
  }
}
