/**
 * The conditions of a market as mathematics: for people, and read from what is solved.
 *
 * <p>A market is solved as a mixed complementarity problem (Mathiesen 1985; Rutherford 1995): each
 * variable has one condition. Here both are written as expressions, by going through the very
 * object that the solver evaluates: the steps of {@link dev.costate.equilibrium.graph.Graph}, or
 * the parts of {@link dev.costate.equilibrium.condition.MarketProblem}. There is no second
 * description that could differ; tests evaluate the expressions and compare them with what the
 * solver sees. Sums and products are collected ({@link dev.costate.equilibrium.stated.Polynomial}),
 * so that the demand behind a nest reads as in a textbook. Start reading at {@link
 * dev.costate.equilibrium.stated.StatedMarket}.
 */
@NullMarked
package dev.costate.equilibrium.stated;

import org.jspecify.annotations.NullMarked;
