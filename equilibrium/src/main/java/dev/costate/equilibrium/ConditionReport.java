package dev.costate.equilibrium;

/**
 * One condition of the complementarity problem at the solution.
 *
 * @param kind what is complementary to what, in one word
 * @param at its good or firm
 * @param text the condition in words
 * @param variable the price, quantity, level or multiplier
 * @param slack the value of the condition, 0 unless the variable is at a bound
 * @param scale the magnitude of the terms the slack is made of
 * @param violation relative to the scale
 */
public record ConditionReport(
    String kind,
    String at,
    String text,
    double variable,
    double slack,
    double scale,
    double violation) {}
