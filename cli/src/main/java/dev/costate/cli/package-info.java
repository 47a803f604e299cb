/**
 * The command line: arguments to calls, results to text.
 *
 * <p>{@link dev.costate.cli.Main} is the entry point. Each command is one class of {@code command}
 * and one line in its list; {@code arguments} reads command lines, {@code input} reads files,
 * {@code report} writes tables for people and {@code json} for programs.
 */
@NullMarked
package dev.costate.cli;

import org.jspecify.annotations.NullMarked;
