/**
 * Facts about functions that every writer of code needs: where an array has to be copied so that
 * arrays are values ({@link dev.costate.program.facts.Copies}), and what can be computed with
 * integers ({@link dev.costate.program.facts.Range}).
 */
@NullMarked
package dev.costate.program.facts;

import org.jspecify.annotations.NullMarked;
