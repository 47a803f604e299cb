package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.explain.Explanation;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import java.util.ArrayList;
import java.util.List;

/** {@code costate explain}: why the prices of a market are what they are. */
final class ExplainCommand implements Command {
  @Override
  public Usage usage() {
    var options = new ArrayList<Option>(ModelOptions.OVERRIDES);
    options.add(SolvedModel.IN);
    return new Usage(
        "explain",
        "say firm by firm why each price is a derivative",
        List.of(
            ModelOptions.MODEL,
            Operand.optional("GOOD", "only this good: its price, followed to the final goods")),
        options,
        List.of(
            "Each firm's profit as mathematics, its first-order conditions with the numbers, and the",
            "price of each input as price of output times generated derivative."),
        "explain examples/tupperware.market natgas");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var solved = SolvedModel.of(arguments, console);
    if (solved.isEmpty()) {
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var economy = solved.get().economy();
    var equilibrium = solved.get().equilibrium();
    var good = arguments.optionalOperand(1);
    good.ifPresent(name -> SolvedModel.checkGood(name, arguments.operand(0), economy));
    console
        .out()
        .print(
            good.map(name -> Explanation.of(name, economy, equilibrium))
                .orElseGet(() -> Explanation.of(economy, equilibrium)));
    return ExitStatus.DONE;
  }
}
