/**
 * The syntax tree of a {@code .market} file, as written: names are not resolved, kinds not known,
 * nothing evaluated.
 *
 * <p>Every node carries its {@link dev.costate.language.Place}; statements and declarations also
 * carry their comments ({@link dev.costate.language.syntax.Trivia}), so that printing loses
 * nothing. Start reading at {@link dev.costate.language.syntax.MarketFile}.
 */
@NullMarked
package dev.costate.language.syntax;

import org.jspecify.annotations.NullMarked;
