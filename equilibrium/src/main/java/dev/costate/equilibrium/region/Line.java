package dev.costate.equilibrium.region;

import java.util.function.DoubleFunction;

/**
 * A line through the arguments of code.
 *
 * @param samples where to look first, in ascending order
 * @param at the arguments at a place on the line
 */
@SuppressWarnings("ArrayRecordComponent")
public record Line(double[] samples, DoubleFunction<double[]> at) {}
