package dev.costate.equilibrium.solver;

import java.util.List;

/** The solvers there are, sorted by name; the first is used unless another is asked for. */
public final class Solvers {
  private static final List<Solver> ALL = List.of(new InteriorPoint());

  private Solvers() {}

  public static List<Solver> all() {
    return ALL;
  }

  public static Solver standard() {
    return ALL.getFirst();
  }
}
