/**
 * Functions of files and the derivatives that {@code diff} writes and {@code eval} calls by name.
 *
 * <p>{@link dev.costate.cli.derivative.Derived} knows which derivative a name such as {@code df_dx}
 * stands for, {@link dev.costate.cli.derivative.Evaluation} computes an expression that may call
 * such names, and {@link dev.costate.cli.derivative.DerivativeFile} is the file that {@code diff}
 * prints.
 */
@NullMarked
package dev.costate.cli.derivative;

import org.jspecify.annotations.NullMarked;
