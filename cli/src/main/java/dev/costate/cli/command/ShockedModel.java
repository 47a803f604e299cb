package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.explain.Shock;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.change.PriceChanges;
import java.util.Optional;

/**
 * A market solved twice: as it is, and with other numbers.
 *
 * @param before as the file says, with what is set
 * @param after with the shocks
 */
record ShockedModel(Market before, Market after, Shock shock) {
  /**
   * Solves the model that the arguments name without and with their shocks; empty if one of the two
   * has no equilibrium, which the console has been told then.
   *
   * @param good what will be asked for, if it is one
   * @throws Refusal if the model or a shock is wrong, or there is no such good
   */
  static Optional<ShockedModel> of(Optional<String> good, Arguments arguments, Console console) {
    var before = ModelOptions.read(arguments, console);
    var model = arguments.operand(0);
    var afterwards = model + " after the shock";
    good.ifPresent(name -> SolvedModel.checkGood(name, model, before.economy()));
    var after = ModelOptions.shocked(before, arguments);
    good.ifPresent(name -> SolvedModel.checkGood(name, afterwards, after.economy()));
    var was = solved(EquilibriumSearch.solve(before.economy()), model, console);
    if (was.isEmpty()) {
      return Optional.empty();
    }
    var is = solved(EquilibriumSearch.solveFrom(after.economy(), was.get()), afterwards, console);
    return is.map(then ->
        new ShockedModel(
            before, after, shock(before.economy(), was.get(), after.economy(), then, arguments)));
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
