/**
 * The conditions of a market as a graph of steps.
 *
 * <p>A price index, an income, a budget: each is one step from numbers to numbers that knows its
 * own partials, and nothing else. Going through the steps once gives every condition; going back
 * through them gives each row of the Jacobian, and with multipliers as seeds the derivative with
 * respect to everything at once (Griewank and Walther 2008, chapter 3). A step's results are read
 * by any number of later steps, so an index over fifty prices stays one step however often it is
 * used. Start reading at {@link dev.costate.equilibrium.graph.Graph}.
 */
@NullMarked
package dev.costate.equilibrium.graph;

import org.jspecify.annotations.NullMarked;
