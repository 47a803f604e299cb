package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.explain.Shock;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.change.PriceChanges;
import java.util.Optional;

/** A market solved twice: as it is, and with other numbers. */
final class ShockedModel {
  private ShockedModel() {}

  /**
   * Solves the model that the arguments name without and with their shocks; empty if one of the two
   * has no equilibrium, which the console has been told then.
   *
   * @param good what will be asked for
   * @throws Refusal if the model or a shock is wrong, or there is no such good
   */
  static Optional<Shock> of(String good, Arguments arguments, Console console) {
    var market = ModelOptions.read(arguments, console);
    var before = market.economy();
    SolvedModel.checkGood(good, arguments.operand(0), before);
    var after = ModelOptions.shocked(market, arguments, console);
    SolvedModel.checkGood(good, arguments.operand(0) + " after the shock", after);
    var was = solved(EquilibriumSearch.solve(before), arguments.operand(0), console);
    if (was.isEmpty()) {
      return Optional.empty();
    }
    var is =
        solved(
            EquilibriumSearch.solveFrom(after, was.get()),
            arguments.operand(0) + " after the shock",
            console);
    return is.map(then -> shock(before, was.get(), after, then, arguments));
  }

  private static Optional<Equilibrium> solved(Outcome outcome, String model, Console console) {
    return switch (outcome) {
      case Outcome.Solved(var equilibrium) -> Optional.of(equilibrium);
      case Outcome.Refused(var diagnostics) -> throw Refusal.of(diagnostics);
      case Outcome failure -> {
        SolvedModel.report(failure, model, console);
        yield Optional.empty();
      }
    };
  }

  private static Shock shock(
      Economy before, Equilibrium was, Economy after, Equilibrium is, Arguments arguments) {
    var unit = SolvedModel.inUnits(was, arguments, before).unitOfAccount();
    SolvedModel.inUnits(is, arguments, after);
    return new Shock(
        new PriceChanges.Solved(before, was),
        new PriceChanges.Solved(after, is),
        unit.equals(was.unitOfAccount()) ? Optional.empty() : Optional.of(unit),
        Shock.numbers(before, after, arguments.values(ModelOptions.SHOCK.name())));
  }
}
