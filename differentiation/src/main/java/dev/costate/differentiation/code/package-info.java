/**
 * What generated code is written with: names that are free, slots that a line reads or writes,
 * lines that assign and call, loops over the elements of arrays, and first values.
 *
 * <p>Nothing here knows of derivatives but the names of them. Start reading at {@link
 * dev.costate.differentiation.code.Slot} and {@link dev.costate.differentiation.code.Naming}.
 */
@NullMarked
package dev.costate.differentiation.code;

import org.jspecify.annotations.NullMarked;
