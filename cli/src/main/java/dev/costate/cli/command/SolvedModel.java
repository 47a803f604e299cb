package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.report.FailureReport;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.util.Optional;

/** A market and its equilibrium, in the units that were asked for. */
record SolvedModel(Economy economy, Equilibrium equilibrium) {
  static final Option IN = Option.once("--in", "GOOD", "divide every price by this good's");

  /** How the search for the equilibrium of a market ended. */
  record Search(Market market, Outcome outcome) {
    Economy economy() {
      return market.economy();
    }
  }

  /**
   * Solves the model that the arguments name; empty if there is no equilibrium, which the console
   * has been told then.
   *
   * @throws Refusal if the model is wrong
   */
  static Optional<SolvedModel> of(Arguments arguments, Console console) {
    var search = search(arguments, console);
    if (search.outcome() instanceof Outcome.Solved(var equilibrium)) {
      return Optional.of(new SolvedModel(search.economy().at(equilibrium.unknowns()), equilibrium));
    }
    report(search.outcome(), arguments.operand(0), console);
    return Optional.empty();
  }

  /**
   * Solves the model that the arguments name, in the units that were asked for.
   *
   * @throws Refusal if the model is wrong
   */
  static Search search(Arguments arguments, Console console) {
    var search = searchInMoney(arguments, console);
    return search.outcome() instanceof Outcome.Solved(var equilibrium)
        ? new Search(
            search.market(), new Outcome.Solved(inUnits(equilibrium, arguments, search.economy())))
        : search;
  }

  /**
   * The equilibrium in the units that were asked for, or that the model declares.
   *
   * @throws Refusal if there is no such good, or its price is 0
   */
  static Equilibrium inUnits(Equilibrium equilibrium, Arguments arguments, Economy economy) {
    var unit = arguments.value(IN.name());
    unit.ifPresent(good -> checkGood(good, IN.name() + " " + good, economy));
    return unit.or(economy::numeraire)
        .filter(good -> unit.isPresent() || !economy.isClosed())
        .map(good -> in(good, equilibrium, arguments.operand(0)))
        .orElse(equilibrium);
  }

  /**
   * Solves the model that the arguments name, with prices as the model states them.
   *
   * @throws Refusal if the model is wrong
   */
  static Search searchInMoney(Arguments arguments, Console console) {
    var market = ModelOptions.read(arguments, console);
    return switch (EquilibriumSearch.solve(market.economy())) {
      case Outcome.Refused(var diagnostics) -> throw Refusal.of(diagnostics);
      case Outcome other -> new Search(market, other);
    };
  }

  /** Tells the console why there is no equilibrium. */
  static void report(Outcome failure, String model, Console console) {
    console.error(model, failure.message(), failure.hint());
    console.err().print(FailureReport.details(failure));
  }

  /**
   * @param subject what named it
   * @throws Refusal if there is no such good
   */
  static void checkGood(String good, String subject, Economy economy) {
    var names = economy.goods().stream().map(g -> g.name()).toList();
    if (!names.contains(good)) {
      throw Refusal.ofWhole(
          subject, "there is no good '" + good + "'", "there is " + String.join(", ", names));
    }
  }

  private static Equilibrium in(String good, Equilibrium equilibrium, String model) {
    if (equilibrium.prices().getOrDefault(good, 0.0) == 0) {
      throw Refusal.ofWhole(
          model,
          "prices cannot be expressed in '" + good + "': its price is 0",
          "choose a good that has a price");
    }
    return equilibrium.in(good);
  }
}
