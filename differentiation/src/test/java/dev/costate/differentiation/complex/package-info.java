/**
 * A route to derivatives that shares nothing with the others: functions run with complex numbers.
 */
@NullMarked
package dev.costate.differentiation.complex;

import org.jspecify.annotations.NullMarked;
