/**
 * How Java methods are marked whose derivatives the annotation processor {@code costate-java}
 * writes. Start reading at {@link dev.costate.runtime.annotation.Differentiable}.
 */
@NullMarked
package dev.costate.runtime.annotation;

import org.jspecify.annotations.NullMarked;
