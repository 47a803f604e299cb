package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression.Call;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Assign;
import dev.costate.program.Statement.CallMany;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The partials of each line of a function in normal form, and what the reverse of a line reads. */
final class Lines {
  private final Dependence dependence;
  private final Map<Statement, Map<Variable, Term>> partials = new IdentityHashMap<>();

  Lines(Dependence dependence) {
    this.dependence = dependence;
  }

  /**
   * The partials of a line that is not a call; a result that the line does not overwrite is read
   * rather than computed again.
   */
  Map<Variable, Term> partials(Assign line) {
    return partials.computeIfAbsent(
        line,
        _ -> {
          var target = line.target().variable();
          return Walk.reads(line.value()).contains(target)
              ? Partials.of(line.value(), dependence::isVaried)
              : Partials.of(line.value(), Term.of(target), dependence::isVaried);
        });
  }

  boolean isVariedCall(Assign line) {
    return line.value() instanceof Call && dependence.isVaried(line.value());
  }

  /** The variables whose values the reverse of a line reads, its own result included. */
  Set<Variable> usedInReverse(Statement line) {
    var used = new LinkedHashSet<Variable>();
    switch (line) {
      case Assign assign -> {
        if (!dependence.isVaried(assign.target().variable())) {
          break;
        }
        if (assign.value() instanceof Call call) {
          call.arguments().forEach(a -> used.addAll(Walk.reads(a)));
        } else {
          partials(assign).values().forEach(p -> used.addAll(Walk.reads(p.expression())));
        }
      }
      case CallMany(var targets, _, var arguments, _) -> {
        if (targets.stream().anyMatch(t -> dependence.isVaried(t.variable()))) {
          arguments.forEach(a -> used.addAll(Walk.reads(a)));
        }
      }
      case Statement _ -> {}
    }
    return used;
  }

  static List<Variable> targets(Statement line) {
    return Walk.writes(line);
  }
}
