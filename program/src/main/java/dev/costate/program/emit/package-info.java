/**
 * Programs as JVM bytecode: one hidden class for each program, written with {@link
 * java.lang.classfile}.
 *
 * <p>A function becomes a static method over {@code double}, {@code int} (truths, and counters of
 * loops), {@link dev.costate.runtime.Vector} and {@link dev.costate.runtime.Matrix}; {@code
 * Convention} says how it is called. Arrays behave as values because {@code facts.Copies}, and
 * nothing else, decides where one is copied. Functions too long for one method, or for the JVM's
 * optimizing compiler, are cut by {@code Partition} into several that share their variables in a
 * frame. What cannot be compiled even so (more constants than a class can hold), and loops that
 * count beyond a billion, run on the interpreter. Values and failures are those of {@link
 * dev.costate.program.run.Interpreter}. Start reading at {@code Compiler}.
 */
@NullMarked
package dev.costate.program.emit;

import org.jspecify.annotations.NullMarked;
