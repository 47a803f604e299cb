package dev.costate.program;

import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Checks the invariants of the intermediate form, whoever made it:
 *
 * <ul>
 *   <li>every node has the kind that its parts give it, and takes only parts of kinds it can take;
 *   <li>calls name functions of the program and fit their parameters and results; constants exist;
 *   <li>equal names in a function are one variable, and no two parameters share one;
 *   <li>counters of loops are written by loops only, and not by a loop inside their own;
 *   <li>a variable is assigned on every path to its use, and every path returns;
 *   <li>break and continue stand inside loops.
 * </ul>
 */
public final class Verifier {
  private Verifier() {}

  /** What is wrong with a program, in the order of the text; empty if nothing is. */
  public static List<Violation> check(Program program) {
    return DeepStack.call(() -> checkHere(program));
  }

  private static List<Violation> checkHere(Program program) {
    var functions = new HashMap<String, Function>();
    program.functions().forEach(function -> functions.put(function.name(), function));
    var found = new ArrayList<Violation>();
    for (var function : program.functions()) {
      new FunctionVerifier(program, functions, function, found).check();
    }
    return found;
  }

  /**
   * {@link #check}, and gradients are wrong too: they must be replaced by calls before a program
   * runs.
   */
  public static List<Violation> checkRunnable(Program program) {
    return DeepStack.call(() -> checkRunnableHere(program));
  }

  private static List<Violation> checkRunnableHere(Program program) {
    var found = new ArrayList<>(checkHere(program));
    for (var function : program.functions()) {
      for (var statement : Walk.statements(function.body())) {
        if (statement instanceof Statement.GradientMany gradient) {
          found.add(unreplaced(function, gradient.origin().place()));
        }
        for (var expression : Walk.expressions(statement)) {
          Walk.nodes(
              expression,
              node -> {
                if (node instanceof Expression.Gradient gradient) {
                  found.add(unreplaced(function, gradient.place()));
                }
              });
        }
      }
    }
    return found;
  }

  private static Violation unreplaced(Function function, dev.costate.language.Place place) {
    return new Violation(function.name(), place, "a gradient is left");
  }

  /**
   * The program itself.
   *
   * @throws IllegalStateException with all violations if there are any
   */
  public static Program require(Program program) {
    return require(program, check(program));
  }

  /**
   * The program itself, ready to run.
   *
   * @throws IllegalStateException with all violations if there are any
   */
  public static Program requireRunnable(Program program) {
    return require(program, checkRunnable(program));
  }

  private static Program require(Program program, List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new IllegalStateException(
          violations.stream().map(Violation::toString).collect(Collectors.joining("\n")));
    }
    return program;
  }

  /** The kinds of results of a function by its name; for messages. */
  static String signature(Map<String, Function> functions, String name) {
    var function = functions.get(name);
    return function == null
        ? name
        : name
            + function.parameters().stream().map(Variable::kind).toList()
            + " -> "
            + function.results();
  }
}
