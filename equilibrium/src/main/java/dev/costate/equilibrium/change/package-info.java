/**
 * Why a price is another one after a shock: its change, taken apart by channel.
 *
 * <p>At both equilibria the same conditions hold, so that the change of a price is the change of
 * their right side: at a firm, of output prices times marginal products; at a consumer, of marginal
 * utility times what money is worth; at outsiders, of their curve. The change of a product is
 * divided between its factors at their means, which leaves nothing over (Bennet 1920), so that all
 * parts add up to the change, however large it is. Each user of a good and each of its makers gives
 * an account of the whole change: they are views of one price, not causes beside each other. Start
 * reading at {@link dev.costate.equilibrium.change.PriceChanges}.
 */
@NullMarked
package dev.costate.equilibrium.change;

import org.jspecify.annotations.NullMarked;
