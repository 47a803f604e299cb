/**
 * The command line: arguments to calls, results to text.
 *
 * <p>{@link dev.costate.cli.Main} is the entry point; each command is one class.
 */
@NullMarked
package dev.costate.cli;

import org.jspecify.annotations.NullMarked;
