package dev.costate.equilibrium.solver;

class InteriorPointTest implements SolverContract {
  @Override
  public Solver solver() {
    return new InteriorPoint();
  }
}
