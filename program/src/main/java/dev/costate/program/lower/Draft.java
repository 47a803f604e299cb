package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.program.Expression;
import java.util.List;
import java.util.function.Supplier;

/**
 * An expression whose names are resolved and whose kind is a cell.
 *
 * @param finish makes the expression, once kinds are known
 */
record Draft(KindCell kind, Place place, Supplier<Expression> finish) {
  static List<Expression> finish(List<Draft> drafts) {
    return drafts.stream().map(draft -> draft.finish.get()).toList();
  }
}
