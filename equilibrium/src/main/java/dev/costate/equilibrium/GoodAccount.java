package dev.costate.equilibrium;

/**
 * A good at an equilibrium. Quantities are in its unit: made + endowed + fromOutside = used +
 * toOutside + disposed.
 *
 * @param made by firms
 * @param endowed owned by consumers
 * @param used bought by firms, also by firms whose output came out negative
 * @param fromOutside what outsiders bring: fixed supply, supply curves, imports, sales at a fixed
 *     price
 * @param toOutside what outsiders take: fixed demand, demand curves, exports, purchases at a fixed
 *     price
 * @param disposed thrown away
 */
public record GoodAccount(
    double price,
    double made,
    double endowed,
    double used,
    double fromOutside,
    double toOutside,
    double disposed) {
  /** All purchases. */
  public double bought() {
    return used + toOutside;
  }
}
