package dev.costate.economy;

/** What the records of this package refuse. */
final class Checks {
  private Checks() {}

  static void finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("%s %s is not finite".formatted(what, value));
    }
  }

  static void notNegative(String what, double value) {
    if (!(value >= 0)) {
      throw new IllegalArgumentException("%s %s is not 0 or more".formatted(what, value));
    }
  }
}
