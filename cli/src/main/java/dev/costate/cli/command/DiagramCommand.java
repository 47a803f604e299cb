package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.diagram.FunctionPicture;
import dev.costate.cli.diagram.MarketPicture;
import dev.costate.cli.diagram.Picture;
import dev.costate.cli.diagram.PictureJson;
import dev.costate.cli.diagram.SvgPainter;
import dev.costate.cli.diagram.TerminalPainter;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.input.TextFile;
import dev.costate.cli.json.JsonText;
import dev.costate.economy.Overrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code costate diagram}: the picture of a function at a point, or of a market at its equilibrium.
 */
final class DiagramCommand implements Command {
  private static final String SVG = "--svg";
  private static final String JSON = "--json";

  @Override
  public Usage usage() {
    var options = new ArrayList<Option>();
    options.add(Option.once(SVG, "OUT", "write an SVG file instead, or - for standard output"));
    options.add(Option.flag(JSON, "print the nodes and arrows with exact numbers"));
    options.addAll(ModelOptions.OVERRIDES);
    options.add(SolvedModel.IN);
    return new Usage(
        "diagram",
        "draw a function and its derivative, or a market and its prices",
        List.of(
            Operand.one("FILE", "a .market file, or - for standard input"),
            Operand.optional(
                "CALL",
                "a function of the file at a point: f(4); without it, the market is drawn")),
        options,
        List.of(
            "Above, from left to right, what is made; below, from right to left, what comes back:",
            "of a function its adjoints, of a market its prices. Every arrow back carries the",
            "derivative of its own line or firm."),
        "diagram examples/tupperware.market --svg tupperware.svg");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    if (arguments.has(SVG) && arguments.has(JSON)) {
      throw new UsageError("'--svg' and '--json' exclude each other", "");
    }
    var picture =
        arguments.optionalOperand(1).isPresent()
            ? function(arguments, console)
            : market(arguments, console);
    if (picture.isEmpty()) {
      return ExitStatus.NO_EQUILIBRIUM;
    }
    var svg = arguments.value(SVG);
    if (svg.isPresent()) {
      write(svg.get(), SvgPainter.paint(picture.get()), console);
    } else if (arguments.has(JSON)) {
      console.out().print(JsonText.indented(PictureJson.of(picture.get())));
    } else {
      boolean colour = console.isOutTerminal() && !console.isColourForbidden();
      console
          .out()
          .print(
              colour
                  ? TerminalPainter.coloured(picture.get())
                  : TerminalPainter.plain(picture.get()));
    }
    return ExitStatus.DONE;
  }

  private static Optional<Picture> function(Arguments arguments, Console console) {
    if (arguments.has(SolvedModel.IN.name())) {
      throw new UsageError(
          "'--in' is for the picture of a market", "leave it out, or leave the call out");
    }
    var overrides =
        new Overrides(
            arguments.values(ModelOptions.SCENARIO.name()),
            arguments.values(ModelOptions.SET.name()));
    var market = MarketReader.read(arguments.operand(0), overrides, console);
    return Optional.of(FunctionPicture.of(market, arguments.operand(1)));
  }

  private static Optional<Picture> market(Arguments arguments, Console console) {
    return SolvedModel.of(arguments, console)
        .map(solved ->
            MarketPicture.of(title(arguments.operand(0)), solved.economy(), solved.equilibrium()));
  }

  /** The name of the file without its folder. */
  private static String title(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private static void write(String name, String text, Console console) {
    if (name.equals(TextFile.STANDARD_INPUT)) {
      console.out().print(text);
      return;
    }
    Path file = console.path(name);
    try {
      Files.writeString(file, text);
    } catch (IOException problem) {
      throw Refusal.ofWhole(name, "it cannot be written: " + problem, "");
    }
  }
}
