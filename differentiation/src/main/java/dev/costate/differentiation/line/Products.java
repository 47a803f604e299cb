package dev.costate.differentiation.line;

import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Operation;

/** Products of an adjoint (or a tangent) with the derivative of a line. */
public final class Products {
  private Products() {}

  /**
   * {@code adjoint * partial}, where a zero adjoint makes the product 0 whatever the partial is.
   *
   * @param isNonZero whether the adjoint is known not to be 0, so that no guard is needed
   */
  public static Term of(Term adjoint, boolean isNonZero, Term partial, Guard guard) {
    if (partial.isOne()) {
      return adjoint;
    }
    if (partial.isNegative()) {
      return of(adjoint, isNonZero, partial.negate(), guard).negate();
    }
    boolean guarded = !isNonZero && guard.mayBeInfinite(partial.expression());
    var isSet = Term.compare(Operation.NOT_EQUAL, adjoint, Term.ZERO);
    if (partial.expression() instanceof Conditional(var condition, var then, var otherwise, _)
        && Term.of(otherwise).isZero()) {
      return Term.when(
          guarded ? Term.both(isSet, condition) : condition,
          of(adjoint, true, Term.of(then), guard),
          Term.ZERO);
    }
    var product = adjoint.timesAsWritten(partial);
    return guarded ? Term.when(isSet, product, Term.ZERO) : product;
  }
}
