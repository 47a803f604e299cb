package dev.costate.equilibrium.stated;

import dev.costate.program.Expression;

/**
 * One condition: at the lower bound of the variable the value is not negative, between the bounds
 * it is 0, at the upper bound it is not positive.
 *
 * @param kind what is complementary to what, in one word, as reports of solutions have it
 * @param at its good or firm
 * @param text the condition in words, as reports of solutions have it
 * @param lower or negative infinity
 * @param upper or positive infinity
 */
public record StatedCondition(
    String kind,
    String at,
    String text,
    Symbol variable,
    double lower,
    double upper,
    Expression value) {
  /** Whether the value is 0 whatever the variable is. */
  public boolean isEquation() {
    return lower == Double.NEGATIVE_INFINITY && upper == Double.POSITIVE_INFINITY;
  }
}
