/**
 * Why prices are what they are, firm by firm: profit as mathematics, its first-order conditions,
 * and each price as an output price times a generated derivative.
 *
 * <p>The first-order condition of a firm that takes prices as given is a complementarity pair
 * (Karush 1939; Kuhn and Tucker 1951): an input is bought up to where its price is what one more
 * unit earns, or not at all where it costs more. Read from the last firm to the first these
 * equations are reverse accumulation (Linnainmaa 1970), with prices for adjoints. Start reading at
 * {@link dev.costate.cli.explain.Explanation}.
 */
@NullMarked
package dev.costate.cli.explain;

import org.jspecify.annotations.NullMarked;
