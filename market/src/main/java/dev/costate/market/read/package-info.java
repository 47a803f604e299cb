/**
 * From text to market: syntax, meaning, derivatives that code takes of itself, tables. {@link
 * dev.costate.market.read.Reading} is the one way, for files, for texts and for what a builder
 * composes, so that all of them have the same checks and the same messages.
 */
@NullMarked
package dev.costate.market.read;

import org.jspecify.annotations.NullMarked;
