/**
 * Programs as Java source, for projects that want a function and its derivative without anything of
 * this one.
 *
 * <p>A program becomes one class: a static method for each function, over {@code double}, {@code
 * int} for counters of loops, {@code boolean}, {@code double[]} and {@code double[][]}; a private
 * class for arrays that grow; a record for several results. Values are those of {@link
 * dev.costate.program.run.Interpreter} bit for bit. Names stay as they are, see {@code JavaNames};
 * where arrays are copied is decided by {@link dev.costate.program.facts.Copies}. Start reading at
 * {@code JavaClass}.
 */
@NullMarked
package dev.costate.program.java;

import org.jspecify.annotations.NullMarked;
