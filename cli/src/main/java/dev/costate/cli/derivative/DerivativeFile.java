package dev.costate.cli.derivative;

import dev.costate.cli.input.Refusal;
import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.ReadyUse;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.MarketFile;
import dev.costate.market.read.CodeDerivatives;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.WithoutPlaces;
import dev.costate.program.java.JavaClass;
import dev.costate.program.java.NotInJava;
import dev.costate.program.lower.Lowering;
import dev.costate.program.print.Raising;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file that {@code diff} prints: derivatives, and what they need to be a file by themselves,
 * that is the functions they call and the parameters that any of these read. Each function stands
 * there once.
 */
public final class DerivativeFile {
  /** Which derivative is asked for. */
  public enum Mode {
    REVERSE,
    FORWARD,
    JACOBIAN,
    HESSIAN
  }

  private final MarketFile file;
  private final Program program;
  private final Map<String, Function> generated = new LinkedHashMap<>();
  private final Set<String> derivatives = new LinkedHashSet<>();
  private final Set<String> entries = new LinkedHashSet<>();
  private final List<String> comments = new ArrayList<>();
  private final List<Diagnostic> refusals = new ArrayList<>();

  /**
   * @param file as written, for the text of functions that derivatives call
   * @param program the functions of the file, and those of its firms
   */
  public DerivativeFile(MarketFile file, Program program) {
    this.file = file;
    this.program = program;
  }

  /**
   * Adds the derivative of a function with respect to some parameters; empty: all that reach its
   * result with a derivative.
   */
  public void add(String function, List<String> wrt, Mode mode) {
    try {
      keep(derivative(program, function, wrt, mode), function, wrt, mode);
    } catch (NotDifferentiable refused) {
      refusals.addAll(refused.diagnostics());
    }
  }

  /**
   * Adds the derivative of every function that is written in the file; of those that have none
   * there is a comment.
   */
  public void addAll(Mode mode, UnknownReads unknowns) {
    var flow = Flow.of(program);
    boolean ofOneNumber = mode == Mode.REVERSE || mode == Mode.HESSIAN;
    for (var declaration : file.functions()) {
      var name = declaration.name().text();
      var function = program.function(name);
      if (flow.differentiated(function).isEmpty()) {
        comment(
            name,
            "has nothing to differentiate: only whole numbers, or nothing, reach its result.");
      } else if (unknowns.isIn(program, name)) {
        comment(name, "reads what is solved for with the market.");
      } else if (ofOneNumber && !function.results().equals(List.of(Kind.NUMBER))) {
        comment(
            name, "has no gradient, since its result is not one number: see '--mode jacobian'.");
      } else {
        add(name, List.of(), mode);
      }
    }
  }

  private void comment(String function, String why) {
    comments.add("");
    comments.add("# '" + function + "' " + why);
  }

  /** Why derivatives could not be made, in the order they were asked for; empty if all were. */
  public List<Diagnostic> refusals() {
    return refusals.stream().distinct().toList();
  }

  /** The text of the file. */
  public String text() {
    var written = written();
    var all =
        program.with(generated.values()).functions().stream()
            .map(f -> written.find(f.name()).orElse(f))
            .toList();
    var needed = new LinkedHashSet<String>();
    var calls = CallGraph.of(new Program(all, program.constants()));
    derivatives.forEach(name -> needed.addAll(calls.reachable(name)));
    var functions = all.stream().filter(f -> needed.contains(f.name())).toList();
    var raised = Raising.file(new Program(functions, program.constants()));
    return Formatter.print(
        new MarketFile(
            raised.source(),
            raised.declarations().stream().map(this::asWritten).toList(),
            comments));
  }

  /** The functions of the file as they stand there, with what they take gradients of. */
  private Program written() {
    var diagnostics = new Diagnostics();
    var lowered =
        Lowering.of(ReadyUse.complete(file.functions()))
            .withConstants(program.constants())
            .withDifferentiated(new CodeDerivatives())
            .lower(diagnostics);
    Refusal.ifErrors(diagnostics);
    return lowered;
  }

  /**
   * The functions and their derivatives as the text of a Java class; users may call these and the
   * other functions that are written in the file.
   *
   * @throws NotInJava if a function does not fit Java
   */
  public String java(String className) {
    var all = Differentiator.runnable(program.with(generated.values()));
    var needed = new LinkedHashSet<String>();
    var calls = CallGraph.of(all);
    entries.forEach(name -> needed.addAll(calls.reachable(name)));
    var functions = all.functions().stream().filter(f -> needed.contains(f.name())).toList();
    var callable = new LinkedHashSet<>(entries);
    file.functions().forEach(declared -> callable.add(declared.name().text()));
    var source = file.source().name();
    var text =
        JavaClass.text(
            new Program(functions, program.constants()),
            callable,
            className,
            "Functions of "
                + source.substring(source.lastIndexOf('/') + 1)
                + " and their derivatives, written by costate diff.");
    return text
        + comments.stream()
            .map(comment -> comment.replaceFirst("^#", "//") + "\n")
            .collect(Collectors.joining());
  }

  /** A function that stands in the file as it stands there. */
  private Declaration asWritten(Declaration raised) {
    if (raised instanceof FunctionDeclaration function) {
      for (var written : file.functions()) {
        if (written.name().text().equals(function.name().text())) {
          return written;
        }
      }
    }
    return raised;
  }

  private static Derivative derivative(
      Program program, String function, List<String> wrt, Mode mode) {
    return switch (mode) {
      case REVERSE -> Differentiator.gradient(program, function, wrt);
      case FORWARD -> Differentiator.tangent(program, function, wrt);
      case JACOBIAN -> Differentiator.jacobian(program, function, wrt);
      case HESSIAN -> Differentiator.hessian(program, function, wrt);
    };
  }

  private void keep(Derivative made, String function, List<String> wrt, Mode mode) {
    boolean clashes = made.generated().stream().anyMatch(this::clashes);
    // Two functions may want one name for their derivatives: then the later one makes way.
    var kept = clashes ? derivative(program.with(generated.values()), function, wrt, mode) : made;
    kept.generated().forEach(f -> generated.putIfAbsent(f.name(), f));
    derivatives.add(kept.function());
    entries.add(function);
    entries.add(kept.function());
  }

  private boolean clashes(Function made) {
    var earlier = generated.get(made.name());
    return earlier != null && !WithoutPlaces.of(made).equals(WithoutPlaces.of(earlier));
  }
}
