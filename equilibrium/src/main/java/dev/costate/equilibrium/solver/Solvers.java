package dev.costate.equilibrium.solver;

import java.util.List;

/** The solvers there are, sorted by name. */
public final class Solvers {
  private static final List<Solver> ALL = List.of(new Homotopy(), new InteriorPoint());

  private Solvers() {}

  public static List<Solver> all() {
    return ALL;
  }

  /** The one that is used unless another is asked for: the fastest. */
  public static Solver standard() {
    return new InteriorPoint();
  }

  /** The one that takes over where the standard one fails: slower, and more robust. */
  public static Solver second() {
    return new Homotopy();
  }
}
