package dev.costate.equilibrium.condition;

/** Which kinks become internal goods. */
public enum KinkRule {
  /**
   * Also branches that look like a least or greatest wherever they were sampled, and a least that
   * takes up a capacity, which lets the firm leave its level below its arguments: right as long as
   * inputs it does not need cost something.
   */
  GENEROUS,
  /** Only where a level below its arguments never helps. */
  STRICT
}
