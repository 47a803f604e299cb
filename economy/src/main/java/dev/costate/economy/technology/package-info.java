/**
 * The ready technologies: constant elasticity of substitution and its limits, directly or through a
 * benchmark. Their code is written in the language itself ({@code ready.market}), so that they can
 * be evaluated and differentiated like any function.
 */
@NullMarked
package dev.costate.economy.technology;

import org.jspecify.annotations.NullMarked;
