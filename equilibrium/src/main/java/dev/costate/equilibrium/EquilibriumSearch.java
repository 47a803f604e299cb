package dev.costate.equilibrium;

import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.condition.MarketStart;
import dev.costate.equilibrium.solver.Attempt;
import dev.costate.equilibrium.solver.ComplementarityProblem;
import dev.costate.equilibrium.solver.Resumption;
import dev.costate.equilibrium.solver.Solver;
import dev.costate.equilibrium.solver.SolverSettings;
import dev.costate.equilibrium.solver.Solvers;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for an equilibrium: solves the conditions from several starts, then searches for plans that
 * would disprove the result, and starts again from those.
 */
public final class EquilibriumSearch {
  /** Factors of prices and plans at which a search starts, in order. */
  private static final double[][] STARTS = {
    {1, 1}, {1, 1e-2}, {1e-2, 1}, {1, 1e2}, {1e2, 1}, {1e-3, 1e-3}, {1e3, 1e3}
  };

  /** How often a search begins again from better plans. */
  private static final int RESTARTS = 6;

  /** A good without use may be made of another without use, and so on. */
  private static final int TRIMMING_PASSES = 5;

  /** How often curves may be left out or taken in again. */
  private static final int CURVE_ROUNDS = 8;

  private final MarketProblem problem;
  private final Solver solver;
  private final SolverSettings settings;
  private final Optional<Equilibrium> given;
  private final long began = System.nanoTime();
  private final List<Attempt> failures = new ArrayList<>();
  private final List<Certificate> refutations = new ArrayList<>();
  private Optional<Outcome> runaway = Optional.empty();
  private Method method;
  private Start beginning = Start.USUAL;
  private int iterations;

  /** What solves the conditions from a start. */
  private record Method(String name, Solving solving) {
    @FunctionalInterface
    interface Solving {
      Attempt solve(ComplementarityProblem problem, double[] start, SolverSettings settings);
    }

    static Method of(Solver solver) {
      return new Method(solver.name(), solver::solve);
    }
  }

  private EquilibriumSearch(
      MarketProblem problem, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    this.problem = problem;
    this.solver = solver;
    this.settings = settings;
    this.given = given;
    method = Method.of(solver);
  }

  public static Outcome solve(Economy economy) {
    return solve(economy, Solvers.standard(), SolverSettings.STANDARD);
  }

  /** One equilibrium of the market, or what stands in its way. */
  public static Outcome solve(Economy economy, Solver solver, SolverSettings settings) {
    return solve(economy, solver, settings, Optional.empty());
  }

  /**
   * One equilibrium of the market, looked for first near one of a market like it: the same with
   * other numbers, or with a firm or a good more or less. Where nothing is found from there, the
   * search begins as usual; {@link Equilibrium.Effort#start} says which it was.
   *
   * @param given in any unit of account
   */
  public static Outcome solveFrom(Economy economy, Equilibrium given) {
    return solve(economy, Solvers.standard(), SolverSettings.STANDARD, Optional.of(given));
  }

  private static Outcome solve(
      Economy economy, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    // Once, or each run of code and of compilers would begin a thread of its own.
    return DeepStack.call(() -> solveHere(economy, solver, settings, given));
  }

  private static Outcome solveHere(
      Economy economy, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    try {
      if (GeneralSearch.isFor(economy)) {
        return GeneralSearch.solve(economy, solver, settings, given);
      }
      var outcome = search(economy, solver, settings, given);
      return switch (outcome) {
        case Outcome.Stalled _,
            Outcome.UnmetDemand _,
            Outcome.RunawayPrice _,
            Outcome.MoreProfitablePlan _ ->
            bounded(economy, solver, settings).orElse(outcome);
        case Outcome.Solved _,
            Outcome.UnboundedProfit _,
            Outcome.UnboundedTrade _,
            Outcome.BetterBundle _,
            Outcome.Insolvent _,
            Outcome.Unavailable _,
            Outcome.Refused _ ->
            outcome;
      };
    } catch (NotDifferentiable refused) {
      return new Outcome.Refused(refused.diagnostics());
    }
  }

  /**
   * Whether a market is stated as a graph of equations; one of outsiders and firms of plain code is
   * not.
   */
  public static boolean isGeneral(Economy economy) {
    return GeneralSearch.isFor(economy);
  }

  /**
   * The distinct equilibria that searches from random starts find, with their indices.
   *
   * @param starts how many searches
   * @return none if none is found
   */
  public static List<IndexedEquilibrium> all(Economy economy, int starts) {
    return DeepStack.call(
        () -> GeneralSearch.all(economy, starts, Solvers.standard(), SolverSettings.STANDARD));
  }

  /** What the market with limits everywhere says about the one without. */
  private static Optional<Outcome> bounded(
      Economy economy, Solver solver, SolverSettings settings) {
    var trade = BoundedMarket.unboundedTrade(economy);
    if (trade.isPresent()) {
      return trade;
    }
    return search(BoundedMarket.of(economy), solver, settings, Optional.empty())
            instanceof Outcome.Solved(var found)
        ? BoundedMarket.diagnosis(economy, found)
        : Optional.empty();
  }

  /** With generous kinks, and if that fails with strict ones. */
  private static Outcome search(
      Economy economy, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    var problem = MarketProblem.of(economy, KinkRule.GENEROUS);
    var outcome = new EquilibriumSearch(problem, solver, settings, given).run();
    if (outcome instanceof Outcome.Solved) {
      return outcome;
    }
    var strict = MarketProblem.of(economy, KinkRule.STRICT);
    return strict.size() == problem.size()
        ? outcome
        : better(outcome, new EquilibriumSearch(strict, solver, settings, given).run());
  }

  /** Of two failures the one that says more. */
  private static Outcome better(Outcome first, Outcome second) {
    return second instanceof Outcome.Stalled ? first : second;
  }

  private Outcome run() {
    var resumed = given.flatMap(this::resumed);
    if (resumed.isPresent()) {
      return resumed.get();
    }
    for (double[] factors : STARTS) {
      var start = MarketStart.of(problem.layout(), factors[0], factors[1]);
      if (start.isEmpty()) {
        return new Outcome.Unavailable(
            MarketStart.unavailable(problem.layout()),
            List.of(),
            MarketStart.failures(problem.layout()));
      }
      var solved = from(start.get());
      if (solved.isPresent()) {
        return solved.get();
      }
    }
    return runaway.orElseGet(() -> Diagnosis.of(problem, failures, refutations));
  }

  /** An equilibrium near the one that was given; empty if none is found from there. */
  private Optional<Outcome> resumed(Equilibrium equilibrium) {
    beginning = Start.GIVEN;
    var point =
        MarketStart.of(problem.layout(), 1, 1)
            .flatMap(usual -> GivenStart.in(problem.layout().conditions(), equilibrium, usual));
    method = new Method(Resumption.NAME, Resumption::solve);
    var found = point.flatMap(this::from);
    method = Method.of(solver);
    if (found.isEmpty()) {
      found = point.flatMap(p -> from(Resumption.inside(problem, p)));
    }
    if (found.isEmpty()) {
      beginning = Start.USUAL_AFTER_GIVEN;
    }
    return found;
  }

  /** Solves from a start, and again from better plans as long as there are any. */
  private Optional<Outcome> from(double[] start) {
    double[] next = start;
    for (int round = 0; round <= RESTARTS; round++) {
      var attempt = attempt(problem, next);
      if (attempt.isEmpty()) {
        return Optional.empty();
      }
      var certificate = Certificate.of(attempt.get().problem(), attempt.get().z());
      if (certificate.holds()) {
        double seconds = (System.nanoTime() - began) * 1e-9;
        var accounts = new Accounts(attempt.get().problem(), attempt.get().z());
        var effort = new Equilibrium.Effort(method.name(), iterations, seconds, beginning);
        var equilibrium = accounts.equilibrium(certificate.standings(), effort);
        runaway = Runaway.in(problem.layout().goods(), equilibrium);
        return runaway.isPresent()
            ? Optional.empty()
            : Optional.of(new Outcome.Solved(equilibrium));
      }
      refutations.add(certificate);
      next = certificate.betterStart();
      if (Arrays.equals(next, start)) {
        break;
      }
    }
    return Optional.empty();
  }

  /** A solution of the conditions, with curves that give less than nothing left out. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Candidate(MarketProblem problem, double[] z) {}

  private Optional<Candidate> attempt(MarketProblem first, double[] start) {
    var current = first;
    double[] from = start;
    for (int round = 0; round < CURVE_ROUNDS; round++) {
      var attempt = method.solving().solve(current, from, settings);
      iterations += attempt.iterations();
      if (!attempt.solved()) {
        failures.add(attempt);
        return Optional.empty();
      }
      var z = attempt.z();
      var negative = current.negativeCurves(z);
      if (Arrays.equals(negative, current.curvesOut())) {
        var near = current.nearInterior(attempt.interior());
        var settled = settled(near, z);
        if (settled.isEmpty()) {
          failures.add(attempt);
        }
        return settled.map(point -> new Candidate(near, point));
      }
      if (round == CURVE_ROUNDS - 1) {
        failures.add(attempt);
      }
      current = current.withoutCurves(negative);
      from = z;
    }
    return Optional.empty();
  }

  /**
   * The solution with the levels of kinks recomputed from the code, and without idle prices and
   * purchases as far as it stays one.
   */
  private Optional<double[]> settled(MarketProblem current, double[] z) {
    var settled = snapped(current, z);
    for (int pass = 0; pass < TRIMMING_PASSES && settled.isPresent(); pass++) {
      var before = settled.get();
      for (var step : Trimming.steps(current, before)) {
        var from = settled.get();
        settled = Optional.of(snapped(current, step.apply(from)).orElse(from));
      }
      if (Arrays.equals(before, settled.get())) {
        break;
      }
    }
    return settled;
  }

  /** Settled; empty if that breaks a condition, or calls for other curves than the problem has. */
  private Optional<double[]> snapped(MarketProblem current, double[] z) {
    var snapped = current.settle(z);
    return current.residual(snapped) <= settings.tolerance()
            && Arrays.equals(current.negativeCurves(snapped), current.curvesOut())
        ? Optional.of(snapped)
        : Optional.empty();
  }
}
