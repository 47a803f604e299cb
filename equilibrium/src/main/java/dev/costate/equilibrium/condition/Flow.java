package dev.costate.equilibrium.condition;

/**
 * A step of an import or export as a variable between 0 and its limit.
 *
 * @param sign 1 for an import, -1 for an export
 * @param variable its index in the problem
 */
public record Flow(int good, int sign, double price, double limit, int variable) {}
