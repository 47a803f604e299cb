/**
 * A market as mathematics, for a terminal and in LaTeX.
 *
 * <p>{@link dev.costate.cli.show.Presentation} writes the sections: goods, parameters, what each
 * firm and consumer maximises, and the conditions that are solved, which come from {@link
 * dev.costate.equilibrium.stated.StatedMarket} and carry the names of the report on a solution. It
 * writes them on a {@link dev.costate.cli.show.Page}, of which there are two kinds; a {@link
 * dev.costate.cli.show.Notation} says how each spells numbers, names and operations.
 */
@NullMarked
package dev.costate.cli.show;

import org.jspecify.annotations.NullMarked;
