package dev.costate.runtime.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A static method that is differentiated when it is compiled.
 *
 * <p>For a class {@code Model} with a method {@code static double energy(double[] x, double k)} the
 * annotation processor writes a class {@code ModelDerivatives} beside it, with {@code
 * energyGradient(x, k)}, which gives {@code value()}, {@code x()} and {@code k()}, and {@code
 * energyTangent(x, k, xDot, kDot)}. What it cannot differentiate is an error of the compiler at
 * that expression.
 *
 * <p>A method that gives an array has no gradient, but a tangent and, if asked for, a Jacobian.
 *
 * <p>A private method has no derivatives of its own: it may be called by annotated methods.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Differentiable {
  /** What is written besides. */
  Derivative[] also() default {};
}
