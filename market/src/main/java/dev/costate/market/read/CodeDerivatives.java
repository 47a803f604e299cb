package dev.costate.market.read;

import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.Flow;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Derivatives;
import dev.costate.language.Diagnostics;
import dev.costate.program.Program;
import java.util.List;

/** Lets the code of functions and markets take gradients. */
public final class CodeDerivatives implements Derivatives {
  @Override
  public List<Integer> of(Program program, String name, Diagnostics diagnostics) {
    // A gradient inside code depends on what the generated code of it depends on, and on no more.
    var runnable = runnable(program, diagnostics);
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    var function = runnable.function(name);
    return Flow.of(runnable).differentiated(function).stream()
        .map(function.parameters()::indexOf)
        .toList();
  }

  @Override
  public Program runnable(Program program, Diagnostics diagnostics) {
    try {
      return Differentiator.runnable(program);
    } catch (NotDifferentiable refused) {
      refused.diagnostics().forEach(d -> diagnostics.error(d.place(), d.message(), d.hint()));
      return program;
    }
  }
}
