/**
 * Prices and quantities at which every firm maximises profit and every market clears.
 *
 * <p>The door is {@link dev.costate.equilibrium.EquilibriumSearch}: it states the market as a
 * complementarity problem ({@code condition}), solves it ({@code solver}), looks for plans that
 * would disprove the result ({@code certify}), and returns an {@link
 * dev.costate.equilibrium.Outcome}: an {@link dev.costate.equilibrium.Equilibrium}, or what stands
 * in its way. At an equilibrium each price is the derivative of total surplus with respect to one
 * more unit of the good (Arrow and Debreu 1954; Samuelson 1952 for surplus); {@link
 * dev.costate.equilibrium.PriceCheck} measures that by solving again.
 */
@NullMarked
package dev.costate.equilibrium;

import org.jspecify.annotations.NullMarked;
