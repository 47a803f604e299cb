/**
 * Firms of one technology over arrays.
 *
 * <p>A {@link dev.costate.dynamics.kernel.Kernel} is what one unit costs and takes at given prices
 * in a composite of constant elasticity of substitution, fixed proportions and Cobb-Douglas
 * included (Arrow, Chenery, Minhas and Solow 1961; Shephard 1953), for any number of firms that
 * differ in their numbers alone. In a simulation the agents of firms and consumers compute with it,
 * each at the prices that it was told. A {@link dev.costate.dynamics.kernel.Block} is many firms
 * that are told prices at the same moment: a round of all of them is one loop, with the same bits
 * as their agents'. Start reading at {@link dev.costate.dynamics.kernel.Kernel}.
 */
@NullMarked
package dev.costate.dynamics.kernel;

import org.jspecify.annotations.NullMarked;
