package dev.costate.equilibrium;

/** What counts as rounding. */
final class Rounding {
  /** A difference of sums below this fraction of their terms is none. */
  static final double OF_SUMS = 1e-12;

  private Rounding() {}
}
