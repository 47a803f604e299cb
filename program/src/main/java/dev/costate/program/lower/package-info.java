/**
 * From the syntax tree of functions to the typed intermediate form, with every error of meaning
 * reported at its place.
 *
 * <p>One walk over each function resolves names, states what is known about kinds, and leaves
 * drafts behind: nodes that become intermediate form once kinds are known. Kinds are inferred over
 * all functions at once: whatever must have one kind (a variable, a parameter and its arguments, a
 * result and the returns) shares a cell, and cells are joined as in unification (Robinson 1965);
 * operators that mean several things ({@code *}, {@code [a, b]}, {@code sum}) wait as constraints
 * until enough is known, and what nothing decides is a number. Then drafts are finished, and every
 * use of a variable is checked to be assigned on each path to it. Start reading at {@code
 * Lowering}.
 */
@NullMarked
package dev.costate.program.lower;

import org.jspecify.annotations.NullMarked;
