package dev.costate.cli;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Help;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.command.Command;
import dev.costate.cli.command.Commands;
import dev.costate.cli.command.ExitStatus;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Refusal;
import dev.costate.runtime.DeepStack;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The entry point: {@code costate <command> …}. */
public final class Main {
  private static final List<String> HELP = List.of("-h", "--help");
  private static final List<String> VERSION = List.of("-V", "--version");

  private Main() {}

  public static void main(String[] words) {
    var out = new Output(new FileOutputStream(FileDescriptor.out));
    var console =
        new Console(
            System.in,
            utf8(out),
            utf8(new FileOutputStream(FileDescriptor.err)),
            Path.of(""),
            System.getenv());
    var status = run(List.of(words), console);
    // Everything is flushed; an orderly exit would first start the logging of exits.
    Runtime.getRuntime().halt(out.problem(console).orElse(status).code());
  }

  private static PrintStream utf8(OutputStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  /**
   * Does what a command line says.
   *
   * @param words the command line without {@code costate}
   */
  public static ExitStatus run(List<String> words, Console console) {
    // Code may nest deep, and so may the expressions of a file.
    var status = DeepStack.call(() -> new Main().dispatch(words, console));
    console.out().flush();
    console.err().flush();
    return status;
  }

  private ExitStatus dispatch(List<String> words, Console console) {
    try {
      return run(words, Commands.ALL, console);
    } catch (UsageError error) {
      console.error("costate", error.what(), error.hint());
      return ExitStatus.WRONG_USAGE;
    } catch (Refusal refusal) {
      console.report(refusal);
      return ExitStatus.WRONG_INPUT;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      return internalError(failure, console);
    }
  }

  private static ExitStatus run(List<String> words, List<Command> commands, Console console) {
    var usages = commands.stream().map(Command::usage).toList();
    if (words.isEmpty()) {
      console.err().print(Help.of(usages));
      return ExitStatus.WRONG_USAGE;
    }
    var name = words.getFirst();
    if (HELP.contains(name) || name.equals("help") && words.size() == 1) {
      console.out().print(Help.of(usages));
      return ExitStatus.DONE;
    }
    if (VERSION.contains(name)) {
      console.out().print("costate " + Version.current() + "\n");
      return ExitStatus.DONE;
    }
    if (name.equals("help")) {
      return help(usages, words.get(1), console);
    }
    var command = Commands.find(name).orElseThrow(() -> unknown(name, usages));
    var rest = words.subList(1, words.size());
    if (rest.stream().takeWhile(word -> !word.equals("--")).anyMatch(HELP::contains)) {
      return help(usages, name, console);
    }
    return command.run(Arguments.parse(command.usage(), rest), console);
  }

  private static UsageError unknown(String name, List<Usage> usages) {
    return Commands.PLANNED.contains(name)
        ? new UsageError(
            "'costate " + name + "' is not in this version yet", "'costate --help' lists what is")
        : Help.unknownCommand(name, usages);
  }

  private static ExitStatus help(List<Usage> usages, String name, Console console) {
    var usage = usages.stream().filter(u -> u.name().equals(name)).findFirst();
    console.out().print(Help.of(usage.orElseThrow(() -> Help.unknownCommand(name, usages))));
    return ExitStatus.DONE;
  }

  private static ExitStatus internalError(Throwable failure, Console console) {
    console.error(
        "costate",
        "internal error: " + failure,
        "this is a defect of Costate: please report it with the file and the output of COSTATE_DEBUG=1 costate …");
    if (console.isDebugging()) {
      failure.printStackTrace(console.err());
    }
    return ExitStatus.WRONG_INPUT;
  }
}
