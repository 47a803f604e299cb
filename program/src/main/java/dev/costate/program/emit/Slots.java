package dev.costate.program.emit;

import dev.costate.program.Kind;
import dev.costate.program.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The local variables of one JVM method: those of the function, and temporary ones, whose slots are
 * used again.
 */
final class Slots {
  private final Map<Variable, Integer> variables = new HashMap<>();
  private final Deque<Integer> freeWide = new ArrayDeque<>();
  private final Deque<Integer> freeNarrow = new ArrayDeque<>();
  private int next;

  /** A slot for a number that is never released. */
  int wide() {
    int slot = next;
    next += 2;
    return slot;
  }

  /** A slot for an int or a reference that is never released. */
  int narrow() {
    return next++;
  }

  int of(Variable variable) {
    return variables.computeIfAbsent(variable, v -> v.kind() == Kind.NUMBER ? wide() : narrow());
  }

  int temporary(Kind kind) {
    return kind == Kind.NUMBER ? temporaryWide() : temporaryNarrow();
  }

  int temporaryWide() {
    return freeWide.isEmpty() ? wide() : freeWide.pop();
  }

  int temporaryNarrow() {
    return freeNarrow.isEmpty() ? narrow() : freeNarrow.pop();
  }

  void release(Kind kind, int slot) {
    if (kind == Kind.NUMBER) {
      freeWide.push(slot);
    } else {
      releaseNarrow(slot);
    }
  }

  void releaseNarrow(int slot) {
    freeNarrow.push(slot);
  }

  /** How many slots are in use at most. */
  int count() {
    return next;
  }
}
