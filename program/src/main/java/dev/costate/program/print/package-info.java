/**
 * From the intermediate form back to the syntax tree, which {@link
 * dev.costate.language.print.Formatter} prints: generated code reads like written code, and is a
 * valid file again.
 *
 * <p>Lowering what is printed gives the same program, except for places. Start reading at {@code
 * Raising}.
 */
@NullMarked
package dev.costate.program.print;

import org.jspecify.annotations.NullMarked;
