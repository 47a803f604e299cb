package dev.costate.exchange;

/** What becomes of a firm that does not answer in time. */
public enum Silence {
  /** Its last offer stands. */
  HOLD,
  /** It is taken to buy and sell nothing until it answers again. */
  SHUT
}
