/**
 * Derivatives of Java methods, written when they are compiled.
 *
 * <p>{@link dev.costate.java.DifferentiableProcessor} is what javac calls. It reads the annotated
 * methods of a class from javac's trees into a program ({@code read}), differentiates that, and
 * writes a class of derivatives beside the class ({@code write}). What it cannot read or
 * differentiate is an error at that expression; all errors of a class are reported.
 *
 * <p>Derivatives give what the method gives, and throw what it throws: where generated code fails,
 * it calls the method itself, with the same arguments. Start reading at {@code read.Reading}.
 */
@NullMarked
package dev.costate.java;

import org.jspecify.annotations.NullMarked;
