package dev.costate.equilibrium.solver;

import java.util.List;

/**
 * A mixed complementarity problem: l &lt;= z &lt;= u, and F_i(z) = 0 inside, F_i(z) &gt;= 0 at l_i,
 * F_i(z) &lt;= 0 at u_i.
 *
 * <p>The product z_i F_i(z) has one unit for all i (in a market: money), so that one number
 * measures complementarity everywhere.
 */
public interface ComplementarityProblem {
  int size();

  /** The lower bound of a variable, or negative infinity. */
  double lower(int variable);

  /** The upper bound of a variable, or positive infinity. */
  double upper(int variable);

  /**
   * F at z, and for each condition the magnitude of the terms that make it up (its scale: a
   * violation is relative to it).
   *
   * @return false if a value is not finite: z is outside the domain
   */
  boolean evaluate(double[] z, double[] values, double[] scales);

  /** Where the derivative of F may be other than zero; the diagonal is always part of it. */
  SparsePattern pattern();

  /**
   * The derivative of F at z, in the order of the pattern.
   *
   * @return false if a value is not finite
   */
  boolean jacobian(double[] z, double[] entries);

  /** A typical magnitude of a variable, positive; it only guides regularisation. */
  double size(int variable);

  /** A typical magnitude of z_i F_i's terms at z: the value of what is traded. */
  double worth(double[] z);

  /**
   * The point that would be reported for z: variables that others determine are recomputed from
   * these. It is what has to satisfy the conditions.
   */
  default double[] settle(double[] z) {
    return z;
  }

  /**
   * A point near z at which F may be defined where it is not at z, because what is worth nothing
   * there is left out.
   */
  default double[] simplified(double[] z) {
    return z;
  }

  /**
   * Groups of variables that are one agent's maximisation, so that a search can keep away from its
   * minima; may be empty.
   */
  default List<PlanBlock> plans() {
    return List.of();
  }

  /**
   * The same problem, with the derivatives of code that is not differentiable on its boundary taken
   * as limits along the path that led to z from this interior point.
   */
  default ComplementarityProblem nearInterior(double[] interior) {
    return this;
  }
}
