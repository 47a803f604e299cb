/**
 * The market out of equilibrium.
 *
 * <p>A {@link dev.costate.dynamics.Simulation} makes agents of a market's description, lets them
 * step round by round with what they know, and ends when the market has settled at an equilibrium
 * that the equilibrium room's own check accepts, or says that it has not. At equilibrium prices are
 * derivatives; on the way there firms and markets use local information to move in a generally
 * downhill direction. Start reading at {@code Simulation}.
 */
@NullMarked
package dev.costate.dynamics;

import org.jspecify.annotations.NullMarked;
