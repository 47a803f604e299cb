package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.dynamics.Shock;
import dev.costate.dynamics.Simulation;
import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A market, and numbers of it that change in the course of a run.
 *
 * @param shocks in the order of their rounds
 * @param typed the same as words
 */
record ShockOptions(Market market, List<Shock> shocks, List<String> typed) {
  static final String SHOCK = "--shock";

  private static final Pattern AT = Pattern.compile("(.*?)\\s+at\\s+(\\S+)\\s*", Pattern.DOTALL);

  /** A change as it was typed: a number, or the name of a scenario. */
  private record Typed(String change, long round) {
    String words() {
      return change + " at " + round;
    }
  }

  ShockOptions {
    shocks = List.copyOf(shocks);
    typed = List.copyOf(typed);
  }

  Economy economy() {
    return market.economy();
  }

  /** Those that have come by a round, as words. */
  List<String> by(long round) {
    return typed.subList(0, (int) shocks.stream().filter(shock -> shock.round() <= round).count());
  }

  static Option option() {
    return Option.repeated(
        SHOCK,
        "\"k=v at N\"",
        "give a number another value from round N on: \"natgas.supply=3 at 100\"; or a scenario: \"shortage at 100\"");
  }

  /**
   * The model with its shocks in the order of their rounds.
   *
   * @param defaultRound of a shock that says none; 0 if it must say one
   * @throws Refusal if the model is wrong, or cannot be run
   * @throws UsageError if a shock is none
   */
  static ShockOptions read(Arguments arguments, long defaultRound, Console console) {
    var typed = new ArrayList<Typed>();
    for (var text : arguments.values(SHOCK)) {
      typed.add(typed(text, defaultRound));
    }
    typed.sort(Comparator.comparingLong(Typed::round));
    var market = ModelOptions.read(arguments, console);
    check(market.economy(), arguments.operand(0));
    var shocks = new ArrayList<Shock>();
    var changes = new ArrayList<String>();
    for (var shock : typed) {
      changes.add(shock.change());
      shocks.add(new Shock(shock.round(), shocked(arguments, changes, console)));
    }
    return new ShockOptions(market, shocks, typed.stream().map(Typed::words).toList());
  }

  private static Economy shocked(Arguments arguments, List<String> changes, Console console) {
    var overrides =
        new Overrides(
                arguments.values(ModelOptions.SCENARIO.name()),
                arguments.values(ModelOptions.SET.name()))
            .thenChanges(changes, SHOCK);
    var model = arguments.operand(0);
    var economy = MarketReader.readMarket(model, overrides, console).economy();
    check(economy, model);
    return economy;
  }

  private static void check(Economy economy, String model) {
    Simulation.obstacle(economy)
        .ifPresent(obstacle -> {
          throw Refusal.ofWhole(
              model,
              "this market cannot be run out of equilibrium: " + obstacle,
              "'costate solve' finds its equilibrium");
        });
  }

  private static Typed typed(String text, long defaultRound) {
    var at = AT.matcher(text);
    if (!at.matches()) {
      if (defaultRound > 0) {
        return new Typed(text, defaultRound);
      }
      throw new UsageError(
          "'%s %s' does not say when".formatted(SHOCK, text),
          "write the round behind it: " + SHOCK + " \"" + text + " at 100\"");
    }
    return new Typed(at.group(1), Numbers.whole(SHOCK + " " + text, at.group(2), 1));
  }
}
