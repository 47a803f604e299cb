/**
 * Java methods, as javac's trees have them, become functions of a program.
 *
 * <p>Programs have one kind of number and no references. Whole numbers are numbers whose range is
 * known: where an operation might overflow, it becomes a call of {@code Arithmetic}. Arrays are
 * values: where Java would let two names stand for one array, the code is refused. A method that
 * changes an array gives it back as a result, and one that may throw gives a flag that says so,
 * after which its caller returns. Expressions with effects become statements before the expression,
 * in Java's order. Start reading at {@code Reading}, then {@code MethodReader}.
 */
@NullMarked
package dev.costate.java.read;

import org.jspecify.annotations.NullMarked;
