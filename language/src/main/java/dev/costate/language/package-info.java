/**
 * Texts, places in them, and diagnostics: what every later stage needs to say where something is
 * wrong.
 *
 * <p>A {@link dev.costate.language.Source} is a text with a name; a {@link
 * dev.costate.language.Place} a span in it; a {@link dev.costate.language.Diagnostic} what is wrong
 * there, with a hint. Errors are collected in {@link dev.costate.language.Diagnostics} and printed
 * together. Start reading at {@code Place}; the syntax tree is in {@code
 * dev.costate.language.syntax}, text to tree in {@code parse}, tree to text in {@code print}.
 */
@NullMarked
package dev.costate.language;

import org.jspecify.annotations.NullMarked;
