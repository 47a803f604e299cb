package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.GivenStart;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.equation.StartingPoint;
import dev.costate.equilibrium.solver.Attempt;
import dev.costate.equilibrium.solver.Residuals;
import dev.costate.equilibrium.solver.Resumption;
import dev.costate.equilibrium.solver.SolverSettings;
import dev.costate.equilibrium.solver.Solvers;
import java.util.stream.IntStream;

/** An equilibrium as a point of the conditions of its market. */
final class SolutionPoint {
  /** A point is the solution itself if its largest relative violation is at most this. */
  private static final double SETTLED = 1e-13;

  /** Prices found again agree with those given up to this fraction. */
  private static final double SAME = 1e-6;

  /** Values of the two graphs agree up to this fraction of the scale of a condition. */
  private static final double AGREEMENT = 1e-9;

  private final MarketSystem system;
  private final StartingPoint typical;

  SolutionPoint(MarketSystem system, StartingPoint typical) {
    this.system = system;
    this.typical = typical;
  }

  /**
   * @throws IllegalArgumentException if it does not fulfil the conditions
   */
  double[] of(Equilibrium equilibrium) {
    var market = system.market();
    var attempt =
        typical
            .in(market)
            .flatMap(usual -> GivenStart.in(market.conditions(), equilibrium, usual))
            .map(system::settle)
            .map(this::solved)
            .filter(Attempt::solved)
            .orElseThrow(
                () -> new IllegalArgumentException("this is no equilibrium of this market"));
    var z = attempt.z();
    var graph = market.equations().graph();
    graph.evaluate(z);
    double unit = Double.NaN;
    double largest = 0;
    for (var good : market.economy().goods()) {
      double price = graph.value(market.price(market.good(good.name())));
      double given = equilibrium.prices().getOrDefault(good.name(), 0.0);
      if (Math.abs(given) > largest) {
        largest = Math.abs(given);
        unit = price / given;
      }
    }
    for (var good : market.economy().goods()) {
      double price = graph.value(market.price(market.good(good.name())));
      double given = equilibrium.prices().getOrDefault(good.name(), 0.0);
      if (Math.abs(price - unit * given) > SAME * Math.abs(unit) * largest) {
        throw new IllegalArgumentException(
            "this market has another price of '%s'".formatted(good.name()));
      }
    }
    return z;
  }

  private Attempt solved(double[] point) {
    var values = new double[point.length];
    var scales = new double[point.length];
    boolean within =
        IntStream.range(0, point.length)
            .allMatch(i -> point[i] >= system.lower(i) && point[i] <= system.upper(i));
    if (within && system.evaluate(point, values, scales)) {
      int worst = Residuals.worst(system, point, values, scales);
      double residual =
          Residuals.violation(system, worst, point[worst], values[worst], scales[worst]);
      if (residual <= SETTLED) {
        return new Attempt(Attempt.Ending.SOLVED, point, point, residual, worst, 0);
      }
    }
    var near = Resumption.solve(system, point, SolverSettings.STANDARD);
    return near.solved()
        ? near
        : Solvers.standard()
            .solve(system, Resumption.inside(system, point), SolverSettings.STANDARD);
  }

  /**
   * Makes sure that two ways to write the conditions give the same.
   *
   * @throws IllegalStateException if they do not
   */
  static void compare(MarketSystem system, ParametricEquations equations, double[] z) {
    var values = new double[z.length];
    var others = new double[z.length];
    var scales = new double[z.length];
    if (!system.evaluate(z, values, scales)
        || !equations.market().equations().evaluate(z, others, new double[z.length])) {
      throw new IllegalStateException("the conditions have no values at their solution");
    }
    for (int i = 0; i < z.length; i++) {
      if (Math.abs(values[i] - others[i]) > AGREEMENT * scales[i]) {
        throw new IllegalStateException(
            "'%s' is another condition with parameters"
                .formatted(equations.market().conditions().get(i).text()));
      }
    }
  }
}
