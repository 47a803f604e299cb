package dev.costate.runtime.annotation;

/** Derivatives that are written where they are asked for, besides gradient and tangent. */
public enum Derivative {
  /**
   * {@code modelJacobian(parameters)}: a {@code double[][]} with a row for each element of the
   * result and a column for each element of the differentiated parameters, in their order, matrices
   * row by row.
   */
  JACOBIAN,

  /**
   * {@code modelHessian(parameters)}: the symmetric matrix of second partials, for methods that
   * give a number; columns as in {@link #JACOBIAN}.
   */
  HESSIAN,

  /**
   * {@code modelHessianVector(parameters, directions)}: the Hessian times a vector that is given as
   * a direction for each differentiated parameter, in the shapes of these, at a small multiple of
   * the time of a gradient.
   */
  HESSIAN_VECTOR
}
