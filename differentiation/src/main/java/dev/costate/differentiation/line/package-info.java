/**
 * The derivative of one line.
 *
 * <p>The chain rule within the line gives a partial for each variable and each element that it
 * reads, from the rules of its operations; a product with a partial that may be infinite is
 * guarded, so that a zero adjoint, or tangent, makes it 0. A line that calls a function asks {@code
 * Callees} for that function's derivative. Start reading at {@link
 * dev.costate.differentiation.line.ChainRule}.
 */
@NullMarked
package dev.costate.differentiation.line;

import org.jspecify.annotations.NullMarked;
