/**
 * The tangent of a function: a derivative carried forward beside each value. Start reading at
 * {@link dev.costate.differentiation.tangent.Tangent}.
 */
@NullMarked
package dev.costate.differentiation.tangent;

import org.jspecify.annotations.NullMarked;
