package dev.costate.differentiation.code;

import dev.costate.program.Function;
import dev.costate.program.Program;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Generated names, as {@code LANGUAGE} section 1 says: those of the essay, with {@code _} appended
 * until they are free. Where many lines want one name, a number takes the place of more than
 * {@value #UNDERSCORES} of these: names of a thousand lines must not become a thousand characters
 * long.
 */
public final class Naming {
  private static final int UNDERSCORES = 3;

  private final Set<String> taken;

  /** The number that the next one of those who want a name gets. */
  private final Map<String, Integer> next = new HashMap<>();

  private Naming(Set<String> taken) {
    this.taken = taken;
  }

  public static Naming avoiding(Collection<String> taken) {
    return new Naming(new HashSet<>(taken));
  }

  /**
   * The names for new locals of a function: other than those of its variables, and of constants,
   * which a local must not hide.
   */
  public static Naming locals(Function function, Program program) {
    var taken = new ArrayList<>(program.constants().keySet());
    taken.addAll(Variables.of(function));
    taken.addAll(List.of("pi", "e"));
    return avoiding(taken);
  }

  /** The same names taken, apart from what is taken in either from now on. */
  public Naming copy() {
    var copy = avoiding(taken);
    copy.next.putAll(next);
    return copy;
  }

  /** A free name like the wanted one; it is taken from now on. */
  public String fresh(String wanted) {
    var name = wanted;
    for (int i = 0; i < UNDERSCORES && taken.contains(name); i++) {
      name += "_";
    }
    while (!taken.add(name)) {
      name = wanted + "_" + next.merge(wanted, UNDERSCORES + 1, (known, _) -> known + 1);
    }
    return name;
  }

  /** {@code df_dx} for one differentiated parameter of f, {@code df} for several. */
  public static String gradient(String function, List<String> wrt) {
    return wrt.size() == 1 ? partial(function, wrt.getFirst()) : "d" + function;
  }

  /**
   * {@code df_db}: the derivative of the result of f with respect to b, as a function or as a
   * variable.
   */
  public static String partial(String function, String variable) {
    return "d" + function + "_d" + variable;
  }

  /**
   * {@code df_da_db}: some of the partials of a function of more, for a caller that needs these.
   */
  public static String partials(String function, List<String> wrt) {
    return partial(function, String.join("_d", wrt));
  }

  public static String tangent(String function) {
    return function + "_tangent";
  }

  /** {@code power_record}: the forward part of a recursive function's derivative. */
  public static String record(String function) {
    return function + "_record";
  }

  /** {@code power_reverse}: its reverse part. */
  public static String reverse(String function) {
    return function + "_reverse";
  }

  /** {@code f_step}: one step of a checkpointed loop. */
  public static String step(String function) {
    return function + "_step";
  }

  /** {@code f_steps}: a checkpointed loop. */
  public static String steps(String function) {
    return function + "_steps";
  }

  /** {@code f_steps_backward}: the reverse of some steps of a checkpointed loop. */
  public static String backward(String function) {
    return function + "_backward";
  }

  /** {@code f_gradient}: the partials as one array. */
  public static String vector(String function) {
    return function + "_gradient";
  }

  public static String jacobian(String function) {
    return function + "_jacobian";
  }

  public static String hessian(String function) {
    return function + "_hessian";
  }

  public static String pullback(String function) {
    return function + "_pullback";
  }

  public static String dot(String variable) {
    return variable + "_dot";
  }
}
