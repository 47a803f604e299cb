package dev.costate.equilibrium.technology;

/** Says that code is not made of ready technologies. It ends the reading, and is no error. */
final class NoTechnology extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoTechnology(String why) {
    super(why, null, false, false);
  }
}
