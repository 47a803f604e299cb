package dev.costate.equilibrium.condition;

import dev.costate.language.Place;

/**
 * A {@code min} or {@code max} of a firm's code that has become an internal good.
 *
 * @param name its variable in the exposed function
 * @param arguments how many there are, each with a slack
 * @param text the code as written
 */
public record Kink(String name, Side side, int arguments, String text, Place place) {
  /** Which of the arguments is the result. */
  public enum Side {
    LEAST,
    GREATEST
  }

  /** Whether the least argument is the result, and not the greatest. */
  public boolean isLeast() {
    return side == Side.LEAST;
  }
}
