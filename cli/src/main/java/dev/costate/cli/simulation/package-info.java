/**
 * Runs of a market out of equilibrium as text, tables, JSON and pictures. Start reading at {@link
 * dev.costate.cli.simulation.Series}.
 */
@NullMarked
package dev.costate.cli.simulation;

import org.jspecify.annotations.NullMarked;
