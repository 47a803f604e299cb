/**
 * Benchmarks, run by {@code bin/benchmark [pattern] [JMH options]} and by no test.
 *
 * <p>Each class measures one claim; its javadoc says which, and what was measured on which machine.
 */
@NullMarked
package dev.costate.verification.benchmark;

import org.jspecify.annotations.NullMarked;
