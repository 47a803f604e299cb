package dev.costate.java.read;

/** Code that cannot be read, and has been reported: reading goes on behind its statement. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refused() {
    super("reported", null, false, false);
  }
}
