/**
 * The form of a function that is differentiated: the same computation, written so that it can be
 * run backwards line by line.
 *
 * <p>Loops over arrays become counted loops ({@code Unfolding}), every loop gets one exit at its
 * end ({@code Exits}), results leave at the ends of branches only ({@code TailReturns}), and lines
 * are split until each has one factor per variable ({@code Splitting}). Start reading at {@link
 * dev.costate.differentiation.normal.NormalForm}.
 */
@NullMarked
package dev.costate.differentiation.normal;

import org.jspecify.annotations.NullMarked;
