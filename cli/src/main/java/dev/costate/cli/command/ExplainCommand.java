package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.explain.Explanation;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code costate explain}: why the prices of a market are what they are. */
final class ExplainCommand implements Command {
  private static final String DEPTH = "--depth";
  private static final String JSON = "--json";

  @Override
  public Usage usage() {
    var options = new ArrayList<Option>(ModelOptions.OVERRIDES);
    options.add(SolvedModel.IN);
    options.add(ModelOptions.SHOCK);
    options.add(
        Option.once(DEPTH, "N", "how many firms deep GOOD is followed; 0: only who uses it"));
    options.add(Option.flag(JSON, "print one JSON object with exact numbers, of GOOD"));
    return new Usage(
        "explain",
        "say firm by firm why each price is a derivative",
        List.of(
            ModelOptions.MODEL,
            Operand.optional("GOOD", "only this good: its price, followed to the final goods")),
        options,
        List.of(
            "Each firm's profit as mathematics, its first-order conditions with the numbers, and the",
            "price of each input as price of output times generated derivative. With GOOD and --shock:",
            "how far the price moves, and through which firms, markets and wedges."),
        "explain examples/tupperware.market natgas");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var good = arguments.optionalOperand(1);
    var depth = depth(arguments);
    for (var option : List.of(DEPTH, JSON, ModelOptions.SHOCK.name())) {
      if (good.isEmpty() && arguments.has(option)) {
        throw new UsageError("'" + option + "' needs GOOD", "try: costate " + usage().example());
      }
    }
    if (good.isPresent() && arguments.has(ModelOptions.SHOCK.name())) {
      return shocked(good.get(), depth, arguments, console);
    }
    var solved = SolvedModel.of(arguments, console);
    if (solved.isEmpty()) {
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var economy = solved.get().economy();
    var equilibrium = solved.get().equilibrium();
    good.ifPresent(name -> SolvedModel.checkGood(name, arguments.operand(0), economy));
    console
        .out()
        .print(
            good.map(name ->
                    arguments.has(JSON)
                        ? JsonText.indented(Explanation.json(name, depth, economy, equilibrium))
                        : Explanation.of(name, depth, economy, equilibrium))
                .orElseGet(() -> Explanation.of(economy, equilibrium)));
    return ExitStatus.DONE;
  }

  private static ExitStatus shocked(
      String good, OptionalInt depth, Arguments arguments, Console console) {
    var shocked = ShockedModel.of(Optional.of(good), arguments, console);
    if (shocked.isEmpty()) {
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var shock = shocked.get().shock();
    console
        .out()
        .print(
            arguments.has(JSON)
                ? JsonText.indented(Explanation.json(good, depth, shock))
                : Explanation.of(good, depth, shock));
    return ExitStatus.DONE;
  }

  private static OptionalInt depth(Arguments arguments) {
    var depth = arguments.value(DEPTH);
    if (depth.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!depth.get().matches("\\d{1,9}")) {
      throw new UsageError(
          "'%s' is no depth: a whole number of firms".formatted(depth.get()),
          "write " + DEPTH + " 2");
    }
    return OptionalInt.of(Integer.parseInt(depth.get()));
  }
}
