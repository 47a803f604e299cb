/**
 * Results as text for people: tables, and sentences below them.
 *
 * <p>{@link dev.costate.cli.report.Figures} writes numbers, {@link dev.costate.cli.report.Table}
 * aligns them; {@link dev.costate.cli.report.EquilibriumReport} is what {@code solve} prints,
 * {@link dev.costate.cli.report.FailureReport} what it prints if there is no equilibrium. Exact
 * numbers are in {@code dev.costate.cli.json}.
 */
@NullMarked
package dev.costate.cli.report;

import org.jspecify.annotations.NullMarked;
