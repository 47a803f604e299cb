/**
 * Sets and indices: from a syntax tree that speaks of {@code power[h]} for each {@code h in hour}
 * to one that names {@code power[1]}, {@code power[2]}, and so on, and knows no sets.
 *
 * <p>Every indexed declaration becomes as many declarations as its counters have values; in each,
 * counters are replaced by what they stand for, lists and sums over sets are written out, and the
 * name of an indexed thing, {@code power[h + 1]}, becomes the plain name {@code power[2]}. Ranges,
 * indices and conditions of lists must be known for that: they may read numbers, counters,
 * parameters and tables, after scenarios and settings. The work is linear in the size of what is
 * written out, of which there is a bound. Algebraic modelling languages do the same under the name
 * of model generation (Fourer, Gay, Kernighan, <i>AMPL</i>, 2003, chapters 5 and 6). Start reading
 * at {@link dev.costate.economy.index.Expansion}, then {@code Substitution}.
 */
@NullMarked
package dev.costate.economy.index;

import org.jspecify.annotations.NullMarked;
