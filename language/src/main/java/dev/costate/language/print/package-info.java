/**
 * Syntax tree to text, in the one canonical form.
 *
 * <p>Printing and reading are inverse: the text of a tree reads back as the same tree, and the form
 * of a formatted text is its own. Blocks are indented by four spaces; comments and single blank
 * lines are kept; comments at the ends of neighbouring lines are aligned; lines longer than 100
 * characters are broken inside brackets. Brackets that the user wrote stay; trees that were
 * computed get the brackets they need and no others. Start reading at {@link
 * dev.costate.language.print.Formatter}; how operators are spaced is in {@code ExpressionPrinter}.
 */
@NullMarked
package dev.costate.language.print;

import org.jspecify.annotations.NullMarked;
