package dev.costate.economy;

import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * From collected functions to a program in which those of firms, curves and numbers work on numbers
 * only.
 */
final class Code {
  private Code() {}

  /** Empty if there are errors, which are reported. */
  static Optional<Program> lower(Draft draft, Derivatives derivatives) {
    var constants = new LinkedHashMap<String, Double>();
    draft.constants().forEach(name -> constants.put(name, 0.0));
    ReadyUse.check(draft.functions(), draft.diagnostics());
    var program =
        Lowering.of(ReadyUse.complete(draft.functions()))
            .withConstants(constants)
            .withOutputs(draft.outputs())
            .withDifferentiated(derivatives)
            .lower(draft.diagnostics());
    if (draft.diagnostics().hasErrors()) {
      return Optional.empty();
    }
    for (var function : program.functions()) {
      if (draft.made().contains(function.name())) {
        checkNumeric(function, draft);
      }
    }
    if (draft.diagnostics().hasErrors()) {
      return Optional.empty();
    }
    var runnable = derivatives.runnable(program, draft.diagnostics());
    return draft.diagnostics().hasErrors() ? Optional.empty() : Optional.of(runnable);
  }

  /**
   * The value of a function without parameters.
   *
   * @throws dev.costate.program.run.ProgramFailure if it fails
   */
  static double evaluate(Program program, String function) {
    return switch (new Interpreter(program).call(function, List.of()).getFirst()) {
      case Value.Number(double value) -> value;
      case Value.Truth _, Value.Vector _, Value.Matrix _ ->
          throw new IllegalStateException(function + " is no number");
    };
  }

  private static void checkNumeric(Function function, Draft draft) {
    for (var parameter : function.parameters()) {
      if (parameter.kind() != Kind.NUMBER) {
        draft
            .diagnostics()
            .error(
                function.origin().place(),
                "'%s' is a quantity, but the code uses it as a %s"
                    .formatted(parameter, parameter.kind()),
                "a quantity is a number");
      }
    }
    for (var kind : function.results()) {
      if (kind != Kind.NUMBER) {
        draft
            .diagnostics()
            .error(
                function.origin().place(),
                "a number is needed here, but this is a %s".formatted(kind),
                "compute a number");
        return;
      }
    }
  }
}
