package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.derivative.Evaluation;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.json.Json;
import dev.costate.cli.json.JsonText;
import dev.costate.cli.json.ValueJson;
import dev.costate.economy.Overrides;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.stream.Collectors;

/** {@code costate eval}: the value of an expression. */
final class EvalCommand implements Command {
  private static final String JSON = "--json";
  private static final String SET = "--set";

  @Override
  public Usage usage() {
    return new Usage(
        "eval",
        "evaluate an expression with the functions of a file and their derivatives",
        List.of(
            Operand.one("FILE", "a .market file with functions"),
            Operand.one("EXPR", "the expression; quote it for the shell")),
        List.of(
            Option.flag(JSON, "print {\"value\": ...}"),
            Option.repeated(SET, "k=v", "give a parameter of the file another value")),
        List.of(
            "Derivatives have the names that 'costate diff' gives them: df_dx(4), df(1, 2),",
            "f_tangent(4, 1). The code of a firm is a function with the firm's name."),
        "eval examples/essay.market \"df_dx(4)\"");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var overrides = new Overrides(List.of(), arguments.values(SET));
    var market = MarketReader.read(arguments.operand(0), overrides, console);
    var values = Evaluation.of(market, arguments.operand(1));
    console.out().print(arguments.has(JSON) ? json(values) : plain(values));
    return ExitStatus.DONE;
  }

  private static String json(List<Value> values) {
    return JsonText.line(Json.object().with("value", ValueJson.of(values)));
  }

  private static String plain(List<Value> values) {
    return values.stream().map(Value::toString).collect(Collectors.joining(", ", "", "\n"));
  }
}
