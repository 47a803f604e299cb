package dev.costate.program.lower;

import dev.costate.program.Kind;

/**
 * The kind of a parameter or result of a function that is added later, in terms of the functions at
 * hand.
 */
public sealed interface KindOf {
  /** The kind of a parameter, counted from 0, of a function at hand. */
  record Like(String function, int parameter) implements KindOf {}

  /** The kind of a result, counted from 0, of a function at hand. */
  record ResultOf(String function, int result) implements KindOf {}

  record Exactly(Kind kind) implements KindOf {}

  static KindOf like(String function, int parameter) {
    return new Like(function, parameter);
  }

  static KindOf resultOf(String function, int result) {
    return new ResultOf(function, result);
  }

  static KindOf exactly(Kind kind) {
    return new Exactly(kind);
  }
}
