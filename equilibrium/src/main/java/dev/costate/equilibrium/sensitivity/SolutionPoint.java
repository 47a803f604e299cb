package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.ConditionReport;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.GivenStart;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.Gate;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.equation.StartingPoint;
import dev.costate.equilibrium.solver.Attempt;
import dev.costate.equilibrium.solver.Residuals;
import dev.costate.equilibrium.solver.Resumption;
import dev.costate.equilibrium.solver.SolverSettings;
import dev.costate.equilibrium.solver.Solvers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An equilibrium as a point of the conditions of its market. */
final class SolutionPoint {
  /** A point is the solution itself if its largest relative violation is at most this. */
  private static final double SETTLED = 1e-13;

  /** Prices and quantities found again agree with those given up to this fraction. */
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
   * @throws NoDerivative if the conditions cannot be solved there, or lead elsewhere
   */
  double[] of(Equilibrium equilibrium) {
    var z =
        typical
            .in(system.market())
            .flatMap(usual -> GivenStart.in(system.market().conditions(), equilibrium, usual))
            .map(point -> withLevels(point, equilibrium))
            .map(system::settle)
            .map(this::solved)
            .filter(Attempt::solved)
            .orElseThrow(() -> new NoDerivative(Linearised.NO_DERIVATIVE))
            .z();
    if (!isSame(z, equilibrium)) {
      throw new NoDerivative(
          "the equilibrium is one of many: its conditions do not lead back to the same prices and quantities");
    }
    return z;
  }

  /**
   * Levels of firms that the equilibrium reports by what they buy, and what outsiders trade: where
   * a firm has one activity its level is what it makes over what one unit makes.
   */
  private double[] withLevels(double[] point, Equilibrium equilibrium) {
    var graph = system.market().equations().graph();
    if (!graph.evaluate(point)) {
      return point;
    }
    var reported =
        equilibrium.conditions().stream()
            .filter(report -> report.kind().equals(Kind.ACTIVITY.word()))
            .map(ConditionReport::at)
            .collect(Collectors.toSet());
    var moved = point.clone();
    var values = new double[point.length];
    system.market().equations().evaluate(point, values, new double[point.length]);
    for (int i = 0; i < moved.length; i++) {
      if (system.market().conditions().get(i).kind() == Kind.CURVE) {
        moved[i] = Math.max(0, moved[i] - values[i]);
      }
    }
    system
        .market()
        .firms()
        .forEach((name, firm) -> {
          if (firm.activities().size() == 1 && !reported.contains(name)) {
            var activity = firm.activities().getFirst();
            for (int k = 0; k < activity.makes().length; k++) {
              double perUnit = graph.value(activity.makes()[k]);
              var good = firm.firm().outputs().get(k).good();
              if (perUnit > 0) {
                moved[activity.variable()] =
                    equilibrium.firm(name).outputs().getOrDefault(good, 0.0) / perUnit;
              }
            }
          }
        });
    return moved;
  }

  /** Whether prices, up to their unit, and what everybody buys and makes are those given. */
  private boolean isSame(double[] z, Equilibrium equilibrium) {
    var market = system.market();
    var graph = market.equations().graph();
    graph.evaluate(z);
    double largest = 0;
    double unit = 1;
    boolean isMoney = equilibrium.unitOfAccount().equals(Equilibrium.MONEY);
    for (var good : market.economy().goods()) {
      double given = equilibrium.prices().getOrDefault(good.name(), 0.0);
      if (Math.abs(given) > largest) {
        largest = Math.abs(given);
        unit = isMoney ? 1 : graph.value(market.price(market.good(good.name()))) / given;
      }
    }
    for (var good : market.economy().goods()) {
      double price = graph.value(market.price(market.good(good.name())));
      double given = equilibrium.prices().getOrDefault(good.name(), 0.0);
      if (Math.abs(price - unit * given) > SAME * Math.abs(unit) * largest) {
        return false;
      }
    }
    double quantity =
        equilibrium.quantities().values().stream().mapToDouble(Math::abs).max().orElse(0);
    for (var firm : market.firms().values()) {
      var account = equilibrium.firm(firm.firm().name());
      if (!agree(firm.inputs(), firm.bought(), account.inputs(), quantity)
          || !agree(firm.outputs(), firm.made(), account.outputs(), quantity)) {
        return false;
      }
    }
    return true;
  }

  private boolean agree(List<Gate> gates, int[] places, Map<String, Double> given, double largest) {
    var market = system.market();
    var sums = new HashMap<String, Double>();
    for (int k = 0; k < places.length; k++) {
      var name = market.economy().goods().get(gates.get(k).good()).name();
      sums.merge(name, market.equations().graph().value(places[k]), Double::sum);
    }
    return sums.entrySet().stream()
        .allMatch(entry -> {
          double other = given.getOrDefault(entry.getKey(), 0.0);
          return Math.abs(entry.getValue() - other)
              <= SAME * Math.max(Math.abs(other), SAME * largest);
        });
  }

  private Attempt solved(double[] point) {
    var values = new double[point.length];
    var scales = new double[point.length];
    boolean within =
        IntStream.range(0, point.length)
            .allMatch(i -> point[i] >= system.lower(i) && point[i] <= system.upper(i));
    if (within && system.evaluate(point, values, scales)) {
      int worst = Residuals.worst(system, point, values, scales);
      double residual = Residuals.largest(system, point, values, scales);
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
