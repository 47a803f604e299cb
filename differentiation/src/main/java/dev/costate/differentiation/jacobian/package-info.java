/**
 * Whole Jacobians, by tangents or by pullbacks.
 *
 * <p>Where the code shows that the rows and columns of a Jacobian meet in a band only ({@code
 * Sparsity}), columns that share no row go through one tangent together (Curtis, Powell and Reid,
 * On the estimation of sparse Jacobian matrices, 1974; {@code Colouring}). Start reading at {@link
 * dev.costate.differentiation.jacobian.Jacobians}.
 */
@NullMarked
package dev.costate.differentiation.jacobian;

import org.jspecify.annotations.NullMarked;
