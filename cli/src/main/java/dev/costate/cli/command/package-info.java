/**
 * The commands, one file each, and the list of them ({@link dev.costate.cli.command.Commands}).
 *
 * <p>A command says what it takes ({@link dev.costate.cli.arguments.Usage}), does its work and
 * returns an {@link dev.costate.cli.command.ExitStatus}; what is wrong with its input it throws as
 * a {@link dev.costate.cli.input.Refusal}. It sees the world only through its {@link
 * dev.costate.cli.input.Console}, so that tests run it in their own process. Start reading at
 * {@code FmtCommand}.
 */
@NullMarked
package dev.costate.cli.command;

import org.jspecify.annotations.NullMarked;
