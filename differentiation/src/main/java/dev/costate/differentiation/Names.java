package dev.costate.differentiation;

import dev.costate.differentiation.code.Naming;
import java.util.List;

/** The names of derivatives, as {@code LANGUAGE} section 1 says. */
public final class Names {
  private Names() {}

  /** {@code df_dx} for one differentiated parameter of f, {@code df} for several. */
  public static String gradient(String function, List<String> wrt) {
    return Naming.gradient(function, wrt);
  }

  /**
   * {@code df_db}: the derivative of the result of f with respect to b, as a function or as a
   * variable.
   */
  public static String partial(String function, String variable) {
    return Naming.partial(function, variable);
  }

  /** {@code f_tangent}: the tangent of f. */
  public static String tangent(String function) {
    return Naming.tangent(function);
  }
}
