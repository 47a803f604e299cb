package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.input.AtomicFile;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.input.TextFile;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.MarketFile;
import java.util.List;

/** {@code costate fmt}: the canonical form of files. */
final class FmtCommand implements Command {
  private static final String CHECK = "--check";
  private static final String WRITE = "--write";

  @Override
  public Usage usage() {
    return new Usage(
        "fmt",
        "print a file in its canonical form, comments kept",
        List.of(Operand.repeated("FILE", "a .market file, or - for standard input")),
        List.of(
            Option.flag(CHECK, "only say whether files are in canonical form: status 1 if not"),
            Option.flag(WRITE, "change the files instead of printing them")),
        List.of(),
        "fmt --write examples/tupperware.market");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    boolean several = arguments.operands().size() > 1;
    if (arguments.has(CHECK) && arguments.has(WRITE)) {
      throw new UsageError("'--check' and '--write' exclude each other", "");
    }
    if (several && !arguments.has(CHECK) && !arguments.has(WRITE)) {
      throw new UsageError(
          "one file at a time can be printed", "use --write or --check for several");
    }
    var status = ExitStatus.DONE;
    for (var name : arguments.operands()) {
      if (format(name, arguments, console) != ExitStatus.DONE) {
        status = ExitStatus.WRONG_INPUT;
      }
    }
    return status;
  }

  /** One file; what is wrong with it does not keep the others from their turn. */
  private static ExitStatus format(String name, Arguments arguments, Console console) {
    try {
      if (arguments.has(CHECK)) {
        return check(name, console);
      }
      if (arguments.has(WRITE)) {
        write(name, console);
      } else {
        console.out().print(canonical(MarketReader.syntax(name, console)));
      }
      return ExitStatus.DONE;
    } catch (Refusal refusal) {
      console.report(refusal);
      return ExitStatus.WRONG_INPUT;
    }
  }

  private static ExitStatus check(String name, Console console) {
    var file = MarketReader.syntax(name, console);
    if (canonical(file).equals(file.source().text())) {
      return ExitStatus.DONE;
    }
    console.error(
        file.source().name(), "this file is not in canonical form", "costate fmt --write " + name);
    return ExitStatus.WRONG_INPUT;
  }

  private static void write(String name, Console console) {
    if (name.equals(TextFile.STANDARD_INPUT)) {
      throw new UsageError("standard input cannot be written", "leave '--write' out");
    }
    var file = MarketReader.syntax(name, console);
    var text = canonical(file);
    if (!text.equals(file.source().text())) {
      AtomicFile.replace(name, text, console);
    }
  }

  /** The canonical text, once it is certain that it reads back as the same. */
  private static String canonical(MarketFile file) {
    var text = Formatter.print(file);
    var diagnostics = new Diagnostics();
    var again = Parser.parse(Source.of(file.source().name(), text), diagnostics);
    if (diagnostics.hasErrors() || !Formatter.print(again).equals(text)) {
      throw Refusal.ofWhole(
          file.source().name(),
          "its canonical form does not read back as the same",
          "please report this file");
    }
    return text;
  }
}
