package dev.costate.equilibrium.change;

/**
 * What one channel adds to the change of a price.
 *
 * @param subject the good or the capacity that the cause is about; an empty string for none
 * @param of the number that changed
 * @param amount of the price's change that is due to it, in the unit of account per unit
 */
public record Part(Cause cause, String subject, Change of, double amount) {
  /** What changed. */
  public enum Cause {
    /** The market price of an output of a firm that buys the good. */
    OUTPUT_PRICE,
    /** Taxes and subsidies on an output, per unit. */
    OUTPUT_WEDGE,
    /** The markup on an output, as a fraction. */
    MARKUP,
    /** The derivative of an output by the good. */
    MARGINAL_PRODUCT,
    /** The rent of a capacity, per unit of it. */
    RENT,
    /** How much of a capacity one more unit of the good takes. */
    CAPACITY_USE,
    /** Taxes and subsidies on what is bought, per unit. */
    INPUT_WEDGE,
    /** How much dearer the good is than it is worth to somebody who buys none. */
    SLACK,
    /** The derivative of a consumer's utility by the good. */
    MARGINAL_UTILITY,
    /** What one more unit of utility costs: one over what one more unit of income adds to it. */
    PRICE_OF_UTILITY,
    /** How much more outsiders trade at one price, the mean of both. */
    CURVE,
    /** What outsiders trade in all, which they answer with the price. */
    ALONG_CURVE,
    /** The prices of other goods on which what outsiders trade depends. */
    OTHER_PRICES,
    /** The price at which outsiders trade. */
    OUTSIDE_PRICE,
    /** What one unit of the market's own money is in the unit of account. */
    UNIT_OF_ACCOUNT,
    /** The market price of an input of a firm that makes the good. */
    INPUT_PRICE,
    /** How much of an input goes into one unit of the good. */
    INPUT_PER_UNIT,
    /** The market price of what is made beside the good. */
    JOINT_PRICE,
    /** How much is made beside one unit of the good. */
    JOINT_PER_UNIT,
    /** Profit without markups, rents of capacities included, per unit of the good. */
    PROFIT
  }
}
