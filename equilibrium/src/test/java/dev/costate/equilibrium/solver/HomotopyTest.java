package dev.costate.equilibrium.solver;

class HomotopyTest implements SolverContract {
  @Override
  public Solver solver() {
    return new Homotopy();
  }
}
