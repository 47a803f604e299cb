/**
 * The picture that a function and a market share: what is made, from left to right, and below it
 * what comes back, from right to left.
 *
 * <p>A function is run at a point and every line that was executed becomes a node ({@link
 * dev.costate.cli.diagram.Tracing}), whole arrays as one node, written elements as their own; the
 * chain rule over these lines gives the adjoints (Griewank and Walther, Evaluating Derivatives, 2nd
 * ed. 2008, section 3.2), and {@link dev.costate.cli.diagram.Folding} makes it short. A market has
 * a node for every good, and its prices in the place of adjoints. Both become a {@link
 * dev.costate.cli.diagram.Picture}, which knows nothing of either; one layout and two painters,
 * terminal and SVG, draw it. That is the point: with other words it is the same picture. Start
 * reading at {@code Picture}.
 */
@NullMarked
package dev.costate.cli.diagram;

import org.jspecify.annotations.NullMarked;
