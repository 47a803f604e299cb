package dev.costate.economy.index;

import org.jspecify.annotations.Nullable;

/** What counters stand for; a later counter hides an earlier one of its name. */
final class Bindings {
  static final Bindings NONE = new Bindings("", new Known.Truth(false), null);

  private final String counter;
  private final Known value;
  private final @Nullable Bindings outer;

  private Bindings(String counter, Known value, @Nullable Bindings outer) {
    this.counter = counter;
    this.value = value;
    this.outer = outer;
  }

  Bindings with(String name, Known known) {
    return new Bindings(name, known, this);
  }

  /** What a name stands for; null if it is no counter. */
  @Nullable Known find(String name) {
    for (var at = this; at.outer != null; at = at.outer) {
      if (at.counter.equals(name)) {
        return at.value;
      }
    }
    return null;
  }
}
