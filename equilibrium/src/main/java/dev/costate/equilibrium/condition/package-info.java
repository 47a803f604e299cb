/**
 * The conditions of an equilibrium as a mixed complementarity problem in generated code.
 *
 * <p>Excess supply is complementary to the price; each firm's first-order conditions are those of
 * its Lagrangian (Kuhn and Tucker 1951; Mathiesen 1985 for the market as a complementarity
 * problem). A {@code min} or {@code max} in a firm's code is an internal firm with a
 * fixed-proportions technology: its result is an internal good, its adjoint that good's internal
 * price, and each of its arguments has a multiplier ({@link
 * dev.costate.equilibrium.condition.KinkExposure}). First derivatives come from the generated
 * adjoint, second ones from the tangent of that adjoint. Start reading at {@link
 * dev.costate.equilibrium.condition.MarketProblem}.
 */
@NullMarked
package dev.costate.equilibrium.condition;

import org.jspecify.annotations.NullMarked;
