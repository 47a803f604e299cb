package dev.costate.cli.derivative;

import dev.costate.cli.input.Market;
import dev.costate.cli.input.Refusal;
import dev.costate.economy.Unknown;
import dev.costate.language.Diagnostic;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.Walk;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Functions that read unknowns of their market: these have no value where nothing is solved, so
 * that such a function can be neither evaluated nor written down by itself.
 */
public final class UnknownReads {
  private final Set<String> unknowns;

  /** Takes the unknowns of a market. */
  public UnknownReads(Market market) {
    unknowns = market.economy().unknowns().stream().map(Unknown::name).collect(Collectors.toSet());
  }

  /** Whether a function or one that it calls reads an unknown. */
  public boolean isIn(Program program, String function) {
    return !errors(program, function).isEmpty();
  }

  /**
   * @throws Refusal if a function or one that it calls reads an unknown
   */
  public void refuse(Program program, String function) {
    var errors = errors(program, function);
    if (!errors.isEmpty()) {
      throw Refusal.of(errors);
    }
  }

  private List<Diagnostic> errors(Program program, String function) {
    var reached = CallGraph.of(program).reachable(function);
    return program.functions().stream()
        .filter(f -> !unknowns.isEmpty() && reached.contains(f.name()))
        .flatMap(f -> errors(f).stream())
        .toList();
  }

  private List<Diagnostic> errors(Function function) {
    return Walk.constants(function.body()).stream()
        .filter(constant -> unknowns.contains(constant.name()))
        .map(constant ->
            Diagnostic.error(
                constant.place(),
                "'%s' is an unknown: it has a value only where the market is solved"
                    .formatted(constant.name()),
                "to look at this code alone write 'parameter %s = …' in place of the unknown"
                    .formatted(constant.name())))
        .distinct()
        .toList();
  }
}
