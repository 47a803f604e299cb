/**
 * Room for recursion over deeply nested blocks.
 *
 * <p>The language allows 1,000 blocks inside each other, the stack of an ordinary thread fewer. A
 * recursion over blocks therefore continues on a new thread every so many levels, while its own
 * thread waits. Start reading at {@link dev.costate.language.recursion.FreshStack}.
 */
@NullMarked
package dev.costate.language.recursion;

import org.jspecify.annotations.NullMarked;
