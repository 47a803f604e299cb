package dev.costate.dynamics.protocol;

/** Quantities as whole numbers of grains. */
public final class Grains {
  private Grains() {}

  /**
   * The whole number of grains nearest to a quantity.
   *
   * @throws ArithmeticException if there are too many to count
   */
  public static long nearest(double quantity, double grain) {
    return whole(Math.rint(quantity / grain), quantity, grain);
  }

  /** The least whole number of grains that is not below a quantity. */
  public static long atLeast(double quantity, double grain) {
    return whole(Math.ceil(quantity / grain), quantity, grain);
  }

  /** The largest whole number of grains that is not above a quantity. */
  public static long atMost(double quantity, double grain) {
    return whole(Math.floor(quantity / grain), quantity, grain);
  }

  private static long whole(double grains, double quantity, double grain) {
    if (!(Math.abs(grains) < 0x1p62)) {
      throw new ArithmeticException(
          "%s is too much to be counted in grains of %s".formatted(quantity, grain));
    }
    return (long) grains;
  }
}
