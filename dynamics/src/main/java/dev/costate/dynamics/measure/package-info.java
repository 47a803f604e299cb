/**
 * What an onlooker who sees all states computes from them; nothing flows back to the agents.
 *
 * <p>Where no incomes, wedges or curves of other prices stand between, a market has two potentials:
 * the dual surplus V(p), which prices go down, and total surplus W(q), which quantities go up.
 * Gradients of W are backpropagation through the quantities of a round ({@link
 * dev.costate.dynamics.measure.UphillGradient}). Start reading at {@link
 * dev.costate.dynamics.measure.Reading}, then {@link dev.costate.dynamics.measure.Potentials}.
 */
@NullMarked
package dev.costate.dynamics.measure;

import org.jspecify.annotations.NullMarked;
