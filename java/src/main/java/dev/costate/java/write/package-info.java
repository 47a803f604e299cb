/**
 * The class of derivatives that is written beside a class: for each annotated method a few methods
 * that users call, and behind them the differentiated program, printed as Java. Start reading at
 * {@code Derivatives}.
 */
@NullMarked
package dev.costate.java.write;

import org.jspecify.annotations.NullMarked;
