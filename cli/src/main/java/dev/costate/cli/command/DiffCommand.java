package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Operand;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.Usage;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.derivative.DerivativeFile;
import dev.costate.cli.derivative.DerivativeFile.Mode;
import dev.costate.cli.derivative.GradientCheck;
import dev.costate.cli.derivative.UnknownReads;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.Market;
import dev.costate.cli.input.MarketReader;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.report.GradientReport;
import dev.costate.differentiation.Flow;
import dev.costate.economy.Overrides;
import dev.costate.program.Function;
import dev.costate.program.Variable;
import dev.costate.program.java.NotInJava;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code costate diff}: the derivative of functions, as code. */
final class DiffCommand implements Command {
  private static final String CHECK = "--check";
  private static final String MODE = "--mode";
  private static final String OUT = "--out";
  private static final String TO = "--to";
  private static final String WRT = "--wrt";

  private static final String REVERSE = "reverse";
  private static final String FORWARD = "forward";
  private static final String JACOBIAN = "jacobian";
  private static final String HESSIAN = "hessian";

  @Override
  public Usage usage() {
    return new Usage(
        "diff",
        "write the derivative of a function as code of the same language",
        List.of(
            Operand.one("FILE", "a .market file with functions"),
            Operand.optional(
                "FUNCTION",
                "the function; a firm's code by the firm's name; if left out, every function")),
        List.of(
            Option.once(WRT, "x,y", "with respect to these parameters"),
            Option.choice(
                MODE,
                List.of(REVERSE, FORWARD, JACOBIAN, HESSIAN),
                "reverse writes all partial derivatives, forward the tangent, the others a matrix"),
            Option.choice(
                TO, List.of("java"), "write a Java class with the function and its derivative"),
            Option.once(OUT, "OUT", "write to this file instead; a Java class is named like it"),
            Option.once(
                CHECK,
                "\"f(4)\"",
                "compare the derivative with differences and with the tangent there")),
        List.of(
            "With one differentiated parameter x the derivative of f is df_dx, with several it is df.",
            "The output is a file by itself: it can be evaluated and differentiated again.",
            "Without FUNCTION, a function that has no such derivative becomes a comment at the end."),
        "diff examples/essay.market f");
  }

  @Override
  public ExitStatus run(Arguments arguments, Console console) {
    for (var option : List.of(TO, OUT)) {
      if (arguments.has(CHECK) && arguments.has(option)) {
        throw new UsageError("'--check' and '" + option + "' exclude each other", "");
      }
    }
    var mode = mode(arguments.value(MODE).orElse(REVERSE));
    var wrt = arguments.value(WRT).map(DiffCommand::names).orElse(List.of());
    var market = MarketReader.read(arguments.operand(0), Overrides.NONE, console);
    var function = arguments.optionalOperand(1).or(() -> onlyFunction(market));
    if (arguments.has(WRT) && function.isEmpty() && !arguments.has(CHECK)) {
      throw new UsageError("'--wrt' needs a FUNCTION", "costate diff FILE f --wrt x");
    }
    function.ifPresent(name -> checkNames(name, wrt, market));
    if (arguments.has(CHECK)) {
      return check(market, arguments.value(CHECK).orElse(""), wrt, console);
    }
    var file = new DerivativeFile(market.file(), market.economy().program());
    if (function.isPresent()) {
      new UnknownReads(market).refuse(market.economy().program(), function.get());
      file.add(function.get(), wrt, mode);
    } else if (market.file().functions().isEmpty()) {
      throw Refusal.ofWhole(arguments.operand(0), "this file has no function", firmHint(market));
    } else {
      file.addAll(mode, new UnknownReads(market));
    }
    if (!file.refusals().isEmpty()) {
      throw Refusal.of(file.refusals());
    }
    var text = arguments.has(TO) ? java(file, arguments) : file.text();
    var out = arguments.value(OUT);
    if (out.isPresent()) {
      NewFile.write(out.get(), text, console);
    } else {
      console.out().print(text);
    }
    return ExitStatus.DONE;
  }

  private static String java(DerivativeFile file, Arguments arguments) {
    try {
      return file.java(JavaFileName.of(arguments.operand(0), arguments.value(OUT)));
    } catch (NotInJava refused) {
      throw Refusal.of(List.of(refused.diagnostic()));
    }
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).toList();
  }

  private static Optional<String> onlyFunction(Market market) {
    var functions = market.file().functions();
    return functions.size() == 1
        ? Optional.of(functions.getFirst().name().text())
        : Optional.empty();
  }

  private static Mode mode(String name) {
    return switch (name) {
      case REVERSE -> Mode.REVERSE;
      case FORWARD -> Mode.FORWARD;
      case JACOBIAN -> Mode.JACOBIAN;
      case HESSIAN -> Mode.HESSIAN;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static String firmHint(Market market) {
    var firms = market.economy().firms();
    return firms.isEmpty()
        ? ""
        : "a firm's code is named by the firm: costate diff FILE " + firms.getFirst().name();
  }

  private static void checkNames(String function, List<String> wrt, Market market) {
    var program = market.economy().program();
    var found = program.find(function);
    if (found.isEmpty()) {
      throw Refusal.ofWhole(
          market.file().source().name(),
          "there is no function '" + function + "'",
          "there is "
              + String.join(", ", program.functions().stream().map(f -> f.name()).toList()));
    }
    var parameters = found.get().parameters().stream().map(Variable::name).toList();
    for (var name : wrt) {
      if (!parameters.contains(name)) {
        throw Refusal.at(
            found.get().origin().place(),
            "'" + function + "' has no parameter '" + name + "' to differentiate by",
            parameters.isEmpty() ? "" : "it has " + String.join(", ", parameters));
      }
    }
    checkReach(found.get(), wrt, Flow.of(program));
  }

  /** Refuses parameters of which none reaches the result; integers are refused elsewhere. */
  private static void checkReach(Function function, List<String> wrt, Flow flow) {
    var named = function.parameters().stream().filter(p -> wrt.contains(p.name())).toList();
    var differentiated = flow.differentiated(function);
    boolean isInteger =
        named.stream().anyMatch(p -> flow.isInteger(function, function.parameters().indexOf(p)));
    if (!named.isEmpty() && !isInteger && Collections.disjoint(named, differentiated)) {
      throw Refusal.at(
          function.origin().place(),
          "'%s' has nothing to differentiate by %s"
              .formatted(function.name(), String.join(", ", wrt)),
          differentiated.isEmpty()
              ? "none of its parameters reaches its result with a derivative"
              : "its result depends on "
                  + String.join(", ", differentiated.stream().map(Variable::name).toList()));
    }
  }

  private static ExitStatus check(Market market, String call, List<String> wrt, Console console) {
    var check = GradientCheck.of(market, call, wrt);
    console.out().print(GradientReport.of(check));
    return check.agrees() ? ExitStatus.DONE : ExitStatus.WRONG_INPUT;
  }
}
