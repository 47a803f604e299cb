package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.ModelOptions;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.show.Presentation;
import dev.costate.cli.show.Presentation.Form;
import dev.costate.cli.show.Presentation.Repetition;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Overrides;
import java.util.ArrayList;
import java.util.List;

/** {@code costate show}: a market as mathematics. */
final class ShowCommand implements Command {
  private static final String LATEX = "--latex";
  private static final String ALL = "--all";
  private static final String OUT = "--out";

  @Override
  public Usage usage() {
    var options = new ArrayList<Option>(ModelOptions.OVERRIDES);
    options.add(Option.flag(LATEX, "write an article in LaTeX"));
    options.add(Option.flag(ALL, "write out what repeats itself but for indices and numbers"));
    options.add(Option.once(OUT, "OUT", "write to this file instead"));
    return new Usage(
        "show",
        "print a market as mathematics, with the conditions that are solved",
        List.of(ModelOptions.MODEL),
        options,
        List.of(
            "What each firm and consumer maximises, and the complementarity conditions of an equilibrium",
            "as the solver has them, under the names that 'solve' and 'check' call them by."),
        "show examples/tupperware.market --latex --out tupperware.tex");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    var economy = ModelOptions.read(arguments, console).economy();
    var overrides =
        new Overrides(
            arguments.values(ModelOptions.SCENARIO.name()),
            arguments.values(ModelOptions.SET.name()));
    var form = arguments.has(LATEX) ? Form.LATEX : Form.TERMINAL;
    var repetition = arguments.has(ALL) ? Repetition.ALL : Repetition.FOLDED;
    try {
      var text = Presentation.of(title(arguments.operand(0)), economy, overrides, form, repetition);
      var out = arguments.value(OUT);
      if (out.isPresent()) {
        NewFile.write(out.get(), text, console);
      } else {
        console.out().print(text);
      }
      return ExitStatus.DONE;
    } catch (NotDifferentiable refused) {
      throw Refusal.of(refused.diagnostics());
    }
  }

  /** The name of the file without its folder. */
  private static String title(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
