/**
 * What depends on what is differentiated, and which analyses are used.
 *
 * <p>{@code ParameterFlow} follows parameters through all calls to the results of each function,
 * and to the ranges, indices and sizes that make an integer of them; {@code Dependence} says of one
 * function which variables vary with some of its parameters (activity analysis: Hascoët and
 * Pascual, The Tapenade Automatic Differentiation Tool, ACM Transactions on Mathematical Software
 * 39, 2013); {@code Support} refuses, with its line, what cannot be differentiated, before anything
 * is transformed. {@code ParameterFlow} tells the values that a variable takes one after another
 * from each other ({@code Versions}); the others are flow-insensitive: a variable carries what any
 * assignment gives it. Start reading at {@link dev.costate.differentiation.activity.ParameterFlow}.
 */
@NullMarked
package dev.costate.differentiation.activity;

import org.jspecify.annotations.NullMarked;
