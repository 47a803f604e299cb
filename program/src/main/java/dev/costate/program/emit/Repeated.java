package dev.costate.program.emit;

import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import dev.costate.program.WithoutPlaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The values of slow mathematical functions that are at hand where code is being written, so that
 * the same call of the same arguments is not made again: on every path to here it was made, and
 * nothing it reads was written since. HotSpot does not see that such calls are without effect, and
 * derivatives are full of them: {@code h/cosh(x)^2} beside {@code w/cosh(x)^2}.
 */
final class Repeated {
  /** The calls that a function has more than once, places forgotten. */
  private final Set<Expression> several;

  /** The slots of the values at hand. */
  private final Map<Expression, Integer> slots = new HashMap<>();

  /** The calls at hand by the variables they read, and in the order they came to hand. */
  private final Map<Variable, List<Expression>> readers = new HashMap<>();

  private final List<Expression> entered = new ArrayList<>();

  Repeated(Set<Expression> several) {
    this.several = several;
  }

  /** The slow calls that a block has more than once, places forgotten. */
  static Set<Expression> in(Block body) {
    var once = new HashSet<Expression>();
    var several = new HashSet<Expression>();
    Walk.statements(
        body,
        statement ->
            Walk.expressions(statement)
                .forEach(whole ->
                    Walk.nodes(
                        whole,
                        node -> {
                          if (isSlow(node) && !once.add(WithoutPlaces.of(node))) {
                            several.add(WithoutPlaces.of(node));
                          }
                        })));
    return several;
  }

  /** The slot of the value of an expression, if that is at hand. */
  OptionalInt slot(Expression expression) {
    var slot = several.isEmpty() ? null : slots.get(WithoutPlaces.of(expression));
    return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
  }

  /** Whether the value of an expression should be kept in a slot. */
  boolean isWorthKeeping(Expression expression) {
    return !several.isEmpty() && several.contains(WithoutPlaces.of(expression));
  }

  /** From here on, the value of an expression is in a slot. */
  void keep(Expression expression, int slot) {
    var key = WithoutPlaces.of(expression);
    slots.put(key, slot);
    entered.add(key);
    Walk.reads(key).forEach(v -> readers.computeIfAbsent(v, _ -> new ArrayList<>()).add(key));
  }

  /**
   * Writes a part of the code that need not run: what comes to hand there is not at hand behind.
   */
  <T> T inside(Supplier<T> part) {
    int before = entered.size();
    var result = part.get();
    var inner = entered.subList(before, entered.size());
    inner.forEach(slots::remove);
    inner.clear();
    return result;
  }

  void inside(Runnable part) {
    inside(() -> {
      part.run();
      return true;
    });
  }

  /** A body that may run again is about to be written. */
  void enterLoop(Block body) {
    Walk.writes(body).forEach(this::forget);
  }

  /** A variable is written. */
  void forget(Variable written) {
    var stale = readers.remove(written);
    if (stale != null) {
      stale.forEach(slots::remove);
    }
  }

  /** Whether an expression itself is a call that takes long. */
  static boolean isSlow(Expression expression) {
    return expression instanceof Apply(var operation, var arguments, _, _)
        && switch (operation) {
          case LN, LOG10, EXP, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, SINH, COSH, TANH, ERF ->
              true;
          case POWER -> !(arguments.get(1) instanceof Literal);
          default -> false;
        };
  }
}
