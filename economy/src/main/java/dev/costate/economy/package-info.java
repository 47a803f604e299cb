/**
 * What a market file describes, with every number known: goods, the world outside that trades them,
 * firms and their code.
 *
 * <p>{@link dev.costate.economy.Elaboration} makes an {@link dev.costate.economy.Economy} out of a
 * syntax tree: it resolves names, applies scenarios and overrides, evaluates what stands in
 * declarations, and turns the code of every firm and every curve into a function of one {@link
 * dev.costate.program.Program}. A firm is a function from its inputs to its outputs (Debreu,
 * <i>Theory of Value</i>, 1959, chapter 3); a curve is a function from prices to a quantity.
 * Nothing is solved here. Start reading at {@code Economy}.
 */
@NullMarked
package dev.costate.economy;

import org.jspecify.annotations.NullMarked;
