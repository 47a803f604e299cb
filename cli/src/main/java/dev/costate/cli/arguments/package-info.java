/**
 * From the words of a command line to what a command is told, and the help that describes it.
 *
 * <p>A command states once what it takes ({@link dev.costate.cli.arguments.Usage}); parsing, error
 * messages with suggestions, and help all read that. A word is an option only if it starts with
 * {@code --} and a letter or is the short form of an option, so that {@code costate eval FILE
 * "-f(4)"} needs no quoting tricks. This is written by hand because it decides how fast every
 * command starts: see {@code docs/adr/0004-build-and-launcher.md}.
 */
@NullMarked
package dev.costate.cli.arguments;

import org.jspecify.annotations.NullMarked;
