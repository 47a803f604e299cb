/**
 * A market as equations: the conditions of an equilibrium as a graph of steps, one row for each
 * variable.
 *
 * <p>The variables are prices, activities, incomes, unknowns; a firm made of ready technologies has
 * one, its level of activity, complementary to the loss on one unit (Mathiesen 1985; Rutherford
 * 1995). Unit costs go forward through its nests and quantities back through the same nests. Code
 * is stated by its first-order conditions. A closed market's prices are relative: one more
 * variable, which is 0 at every equilibrium by Walras' law, makes room for the condition that fixes
 * their level. Start reading at {@link dev.costate.equilibrium.equation.MarketEquations}.
 */
@NullMarked
package dev.costate.equilibrium.equation;

import org.jspecify.annotations.NullMarked;
