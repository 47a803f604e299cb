/**
 * What a command gets from the world: its streams and environment, files read and checked, and how
 * it says no.
 *
 * <p>{@link dev.costate.cli.input.MarketReader} does what most commands begin with: from a path to
 * syntax and market, with every error of the file reported at once. Start reading there.
 */
@NullMarked
package dev.costate.cli.input;

import org.jspecify.annotations.NullMarked;
