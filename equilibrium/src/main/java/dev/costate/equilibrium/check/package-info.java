/**
 * Checks an equilibrium without trusting how it was found: firms by trying other plans, markets by
 * adding up again, prices by solving the market again with a little more or less of each good.
 *
 * <p>Where a market as a whole maximises surplus (area under demand - area under supply + value at
 * fixed prices), the price of a good is the derivative of total surplus with respect to one more
 * unit of it, and at a kink lies between the one-sided derivatives (the envelope theorem).
 * Everything here runs the firms' code in the reference interpreter. Start reading at {@link
 * dev.costate.equilibrium.check.EquilibriumCheck}.
 */
@NullMarked
package dev.costate.equilibrium.check;

import org.jspecify.annotations.NullMarked;
