/**
 * Text to syntax tree.
 *
 * <p>The lexer cuts a text into logical lines (a line goes on while a bracket is open), each with
 * its indentation, its tokens and the comments around it. Blocks are found from the indentation, so
 * an error in one line never disturbs another: each line reports at most one error, and reading
 * goes on with the next. Expressions are read by operator precedence (Pratt, "Top Down Operator
 * Precedence", 1973) with an explicit stack instead of recursion, so that no input can exhaust the
 * thread's stack. Everything is linear in the length of the text. Start reading at {@link
 * dev.costate.language.parse.Parser}, then {@code DeclarationParser}, {@code StatementParser},
 * {@code ExpressionParser}.
 */
@NullMarked
package dev.costate.language.parse;

import org.jspecify.annotations.NullMarked;
