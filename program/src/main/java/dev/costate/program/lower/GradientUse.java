package dev.costate.program.lower;

import dev.costate.language.Place;
import java.util.List;

/**
 * One {@code gradient(f, …)}: the kinds of its results wait until it is known what f is
 * differentiated by.
 *
 * @param within the function it stands in
 * @param of the function that is differentiated
 * @param results a cell for each result that its surroundings take
 */
record GradientUse(String within, Signature of, List<KindCell> results, Place place) {}
