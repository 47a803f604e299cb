package dev.costate.economy.index;

import dev.costate.runtime.NumberText;

/** What is known before anything is solved. */
sealed interface Known {
  record Number(double value) implements Known {}

  record Truth(boolean value) implements Known {}

  /** A member of a set of names. */
  record Symbol(String name) implements Known {}

  /** How a message names it. */
  default String text() {
    return switch (this) {
      case Number(var value) -> NumberText.of(value);
      case Truth(var value) -> String.valueOf(value);
      case Symbol(var name) -> name;
    };
  }
}
