package dev.costate.economy;

import dev.costate.language.syntax.Expression;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether code reads what is solved for with the market, itself or in functions that it calls. */
final class UnknownReads {
  private final Draft draft;
  private final ArrayDeque<String> functions = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private boolean found;

  private UnknownReads(Draft draft) {
    this.draft = draft;
  }

  static boolean in(Expression expression, Draft draft) {
    var reads = new UnknownReads(draft);
    reads.look(List.of(expression));
    while (!reads.functions.isEmpty() && !reads.found) {
      reads.lookInto(reads.functions.poll());
    }
    return reads.found;
  }

  private void look(List<Expression> expressions) {
    for (var expression : expressions) {
      SyntaxWalk.nodes(
          expression,
          node -> {
            if (node instanceof Expression.Read(var name)) {
              found |= draft.unknowns().contains(name.text());
              called(name.text()); // a function whose gradient is taken
            } else if (node instanceof Expression.Call call) {
              called(call.function().text());
            }
          });
    }
  }

  private void called(String function) {
    if (draft.hasFunction(function) && seen.add(function)) {
      functions.add(function);
    }
  }

  private void lookInto(String called) {
    for (var function : draft.functions()) {
      if (function.name().text().equals(called)) {
        SyntaxWalk.statements(function.body().statements(), s -> look(SyntaxWalk.expressions(s)));
      }
    }
  }
}
