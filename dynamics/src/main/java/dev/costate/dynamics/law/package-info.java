/**
 * How prices and levels move: one file for each dynamics, with its theory, its source and the rule
 * by which it chooses its step.
 *
 * <p>A market moves its price by its own excess demand, a firm of constant returns its level by its
 * own margin. Together these are a monotone system where surplus is maximised: prices go down the
 * gradient of the dual surplus, levels up that of the Lagrangian (Arrow, Hurwicz and Uzawa 1958). A
 * {@link dev.costate.dynamics.law.Rule} sees one number and its own signal. Start reading at {@link
 * dev.costate.dynamics.law.Dynamics}.
 */
@NullMarked
package dev.costate.dynamics.law;

import org.jspecify.annotations.NullMarked;
