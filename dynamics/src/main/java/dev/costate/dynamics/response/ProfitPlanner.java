package dev.costate.dynamics.response;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Certainty;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.condition.MarketStart;
import dev.costate.equilibrium.solver.Resumption;
import dev.costate.equilibrium.solver.SolverSettings;
import dev.costate.equilibrium.solver.Solvers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The most profitable plan of a firm at given prices: the market of this firm alone, in which every
 * good has a given price, solved from the last plan; where its code is not known to be concave, the
 * best of those found from plans of many sizes. Memory: the point of that problem.
 */
final class ProfitPlanner implements Planner {
  /** Sizes of plans from which a search begins, besides the last plan. */
  private static final double[] FACTORS = {1, 1e-2, 1e2, 1e-4, 1e4, 1e-6, 1e6};

  private final String name;
  private final MarketProblem problem;
  private final boolean isConcave;
  private final int inputs;
  private final int outputs;

  private ProfitPlanner(
      String name, MarketProblem problem, boolean isConcave, int inputs, int outputs) {
    this.name = name;
    this.problem = problem;
    this.isConcave = isConcave;
    this.inputs = inputs;
    this.outputs = outputs;
  }

  /**
   * @throws dev.costate.differentiation.NotDifferentiable if its code has no derivative in this
   *     version
   */
  static ProfitPlanner of(Economy economy, Firm firm) {
    var alone = alone(economy, firm);
    return new ProfitPlanner(
        firm.name(),
        MarketProblem.of(alone, KinkRule.GENEROUS),
        Certainty.ofFirms(alone).get(firm.name()) != Certainty.SEARCHED,
        firm.inputs().size(),
        firm.outputs().size());
  }

  /** The firm in a market of its own, in which each port has a good of its own. */
  private static Economy alone(Economy economy, Firm firm) {
    var goods = new ArrayList<Good>();
    var ins = ports(firm.inputs(), goods);
    var outs = ports(firm.outputs(), goods);
    var own =
        new Firm(
            firm.name(),
            outs,
            ins,
            firm.choices(),
            firm.function(),
            firm.capacities(),
            firm.start(),
            firm.place());
    return new Economy(
        goods,
        List.of(own),
        List.of(),
        List.of(),
        economy.program(),
        economy.parameters(),
        economy.definitions(),
        Optional.empty(),
        List.of());
  }

  /** The same ports without wedges, each with a good of its own. */
  private static List<Firm.Port> ports(List<Firm.Port> ports, List<Good> goods) {
    var own = new ArrayList<Firm.Port>();
    for (var port : ports) {
      var good = "%s at port %d".formatted(port.good(), goods.size());
      goods.add(
          new Good(
              good,
              "",
              "",
              List.of(new Trade.FixedPrice(1)),
              Good.Disposal.FREE,
              OptionalDouble.empty(),
              port.place()));
      own.add(new Firm.Port(good, port.local(), port.place()));
    }
    return own;
  }

  /** Whether its code gives finite numbers anywhere. */
  boolean hasStart() {
    return MarketStart.of(problem.layout(), 1, 1).isPresent();
  }

  @Override
  public double[] start() {
    return MarketStart.of(problem.layout(), 1, 1)
        .orElseThrow(
            () -> new NoAnswer("the code of firm " + name + " gives finite numbers nowhere"));
  }

  @Override
  public double[] startAt(double[] inputQuantities, double[] outputQuantities) {
    var point = start();
    System.arraycopy(inputQuantities, 0, point, 0, inputs);
    var part = problem.layout().firms().getFirst();
    var plan = Arrays.copyOf(point, part.model().size());
    if (part.model().level(plan)) {
      System.arraycopy(plan, 0, point, 0, plan.length);
    }
    return point;
  }

  @Override
  public Plan plan(Told told) {
    var inputPrices = told.inputPrices();
    var outputPrices = told.outputPrices();
    var memory = told.memory();
    var prices = Arrays.copyOf(inputPrices, inputs + outputs);
    System.arraycopy(outputPrices, 0, prices, inputs, outputs);
    if (problem.size() == 0) {
      return new Plan(new double[0], made(new double[0]), memory);
    }
    var here = problem.atPrices(prices);
    var best = isConcave ? local(here, memory) : ofMany(here, memory, prices);
    if (best.isEmpty()) {
      throw new NoAnswer(
          "firm %s finds no most profitable plan at prices %s of what it buys and %s of what it makes"
              .formatted(name, Arrays.toString(inputPrices), Arrays.toString(outputPrices)));
    }
    var plan = Arrays.copyOf(best.get(), inputs);
    return new Plan(plan, made(plan), best.get());
  }

  /** From the last plan; where nothing is found there, from plans of many sizes. */
  private Optional<double[]> local(MarketProblem here, double[] memory) {
    var found = near(here, memory);
    for (int k = 0; k < FACTORS.length && found.isEmpty(); k++) {
      found = from(here, FACTORS[k]);
    }
    return found;
  }

  /** The best of those found from the last plan, from plans of many sizes, and of doing nothing. */
  private Optional<double[]> ofMany(MarketProblem here, double[] memory, double[] prices) {
    var all = new ArrayList<double[]>();
    near(here, memory).ifPresent(all::add);
    for (double factor : FACTORS) {
      from(here, factor).ifPresent(all::add);
    }
    var shut = memory.clone();
    Arrays.fill(shut, 0, inputs, 0);
    if (all.isEmpty() && earnsMore(shut, prices)) {
      return Optional.empty();
    }
    all.add(shut);
    return all.stream()
        .filter(point -> Double.isFinite(profit(point, prices)))
        .max(Comparator.comparingDouble(point -> profit(point, prices)));
  }

  /** Whether a plan of some size, which need not be the best, earns more than another. */
  private boolean earnsMore(double[] than, double[] prices) {
    for (double factor : FACTORS) {
      var point = MarketStart.of(problem.layout(), 1, factor);
      if (point.isPresent() && profit(point.get(), prices) > profit(than, prices)) {
        return true;
      }
    }
    return false;
  }

  private double profit(double[] point, double[] prices) {
    var made = results(Arrays.copyOf(point, inputs));
    if (made.isEmpty()) {
      return Double.NEGATIVE_INFINITY;
    }
    double profit = 0;
    for (int i = 0; i < prices.length; i++) {
      profit += i < inputs ? -prices[i] * point[i] : prices[i] * made.get()[i - inputs];
    }
    return profit;
  }

  private static Optional<double[]> near(MarketProblem here, double[] point) {
    var attempt = Resumption.solve(here, point, SolverSettings.STANDARD);
    return attempt.solved()
        ? Optional.of(attempt.z())
        : solved(here, Resumption.inside(here, point));
  }

  private Optional<double[]> from(MarketProblem here, double factor) {
    return MarketStart.of(problem.layout(), 1, factor).flatMap(start -> solved(here, start));
  }

  private static Optional<double[]> solved(MarketProblem here, double[] start) {
    var attempt = Solvers.standard().solve(here, start, SolverSettings.STANDARD);
    return attempt.solved() ? Optional.of(attempt.z()) : Optional.empty();
  }

  private double[] made(double[] plan) {
    var results = results(plan);
    if (results.isEmpty()) {
      throw new NoAnswer(
          "the code of firm %s gives no numbers at %s".formatted(name, Arrays.toString(plan)));
    }
    return results.get();
  }

  private Optional<double[]> results(double[] plan) {
    var model = problem.layout().firms().getFirst().model();
    var results = new double[model.runCount()];
    return model.run(plan, results)
        ? Optional.of(Arrays.copyOf(results, outputs))
        : Optional.empty();
  }

  /** Uses all it has of what it planned; nothing if its code makes nothing of that. */
  @Override
  public Run run(double[] available, Plan plan) {
    return results(available)
        .map(made -> new Run(available, made))
        .orElseGet(() -> new Run(new double[inputs], new double[outputs]));
  }
}
