/**
 * Looks for what would disprove an equilibrium: a plan that makes a firm more profit at the same
 * prices.
 *
 * <p>First-order conditions hold at a maximum, but also at a minimum or a merely local maximum of a
 * firm whose code is not concave, and where returns increase there is no maximum at all. {@link
 * dev.costate.equilibrium.certify.PlanSearch} therefore searches globally, with the firm's own code
 * and no derivative: along rays, along coordinates, in random directions over many orders of
 * magnitude, and by pattern search from the best it met (Hooke and Jeeves 1961). It may refute;
 * what it does not refute is certified only as far as it looked.
 */
@NullMarked
package dev.costate.equilibrium.certify;

import org.jspecify.annotations.NullMarked;
