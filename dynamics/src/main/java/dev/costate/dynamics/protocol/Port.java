package dev.costate.dynamics.protocol;

/**
 * Where a trader trades a good.
 *
 * @param side whether what is in stock here is for sale or for use
 * @param grain how much of the good's unit one integer unit is: a power of two
 */
public record Port(String good, Side side, double grain) {
  /** Which way goods usually pass. */
  public enum Side {
    BUYS,
    SELLS
  }

  public Port {
    if (!(grain > 0) || Math.scalb(1.0, Math.getExponent(grain)) != grain) {
      throw new IllegalArgumentException("no grain of '%s': %s".formatted(good, grain));
    }
  }
}
