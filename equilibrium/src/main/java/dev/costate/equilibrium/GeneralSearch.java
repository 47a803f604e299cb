package dev.costate.equilibrium;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.Equilibrium.Worst;
import dev.costate.equilibrium.certify.PlanSearch;
import dev.costate.equilibrium.equation.ConsumerPlaces;
import dev.costate.equilibrium.equation.FirmPlaces;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.equation.StartingPoint;
import dev.costate.equilibrium.region.Ways;
import dev.costate.equilibrium.solver.Attempt;
import dev.costate.equilibrium.solver.Resumption;
import dev.costate.equilibrium.solver.SolutionIndex;
import dev.costate.equilibrium.solver.Solver;
import dev.costate.equilibrium.solver.SolverSettings;
import dev.costate.equilibrium.solver.Solvers;
import dev.costate.language.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Looks for an equilibrium of a market with consumers, wedges, unknowns or ready technologies. */
final class GeneralSearch {
  /** Factors of prices and quantities at which a search starts, in order. */
  private static final double[][] STARTS = {
    {1, 1}, {1, 1e-2}, {1, 1e2}, {1e-2, 1}, {1e2, 1}, {1, 1e-4}, {1, 1e4}
  };

  /** A plan is better only if it earns this fraction of the turnover more. */
  private static final double BETTER = 1e-7;

  /** A gain below this fraction of the worth of the market is rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Margins are those of plans that turn over at least this fraction of the worth of the market.
   */
  private static final double SMALLEST = 1e-10;

  /** A profit or a debt is none if it is below this fraction of the worth of the market. */
  private static final double NO_MONEY = 1e-9;

  /**
   * A profit of this fraction of the worth of the market, where a search ended without success, is
   * one that keeps the markets from clearing: what it would buy is missing.
   */
  private static final double SOME_MONEY = 1e-3;

  /** Two equilibria are one if all prices and quantities agree to this. */
  private static final double SAME = 1e-6;

  /** The standard deviation of the logarithms of random starts. */
  private static final double SCATTER = 1.5;

  private static final long SEED = 1985;

  private final Economy economy;
  private final MarketEquations market;
  private final MarketSystem system;
  private final StartingPoint typical;
  private final BoundlessUnknowns boundless;

  private final Map<String, Certainty> certainties;

  /** Those whose first-order conditions are not known to suffice. */
  private final List<ConsumerPlaces> searchedConsumers;

  private final Solver solver;
  private final SolverSettings settings;
  private final Optional<Equilibrium> given;
  private final long began = System.nanoTime();
  private final List<Attempt> failures = new ArrayList<>();
  private Optional<Outcome> refuted = Optional.empty();
  private int iterations;
  private String name;
  private Start beginning = Start.USUAL;

  private GeneralSearch(
      Economy economy, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    this.economy = economy;
    this.solver = solver;
    this.settings = settings;
    this.given = given;
    name = solver.name();
    market = MarketEquations.of(economy);
    certainties = Certainty.ofFirms(economy);
    var ofConsumers = Certainty.ofConsumers(economy);
    searchedConsumers =
        market.consumers().values().stream()
            .filter(places -> ofConsumers.get(places.consumer().name()) == Certainty.SEARCHED)
            .toList();
    typical = StartingPoint.of(economy);
    boundless = BoundlessUnknowns.of(economy);
    system = new MarketSystem(market, typical.price(), typical.quantity());
  }

  /** Whether a market has anything that this search is for. */
  static boolean isFor(Economy economy) {
    return !economy.consumers().isEmpty()
        || !economy.unknowns().isEmpty()
        || economy.firms().stream().anyMatch(firm -> !firm.choices().isEmpty())
        || economy.firms().stream()
            .flatMap(firm -> firm.ports().stream())
            .anyMatch(port -> !port.wedges().isEmpty())
        || economy.usesReadyTechnologies();
  }

  /**
   * One equilibrium of the market, or what stands in its way.
   *
   * @param given an equilibrium of a market like this one, where the search begins
   */
  static Outcome solve(
      Economy economy, Solver solver, SolverSettings settings, Optional<Equilibrium> given) {
    return new GeneralSearch(economy, solver, settings, given).run();
  }

  /**
   * The distinct equilibria that searches from random starts find, in the order they are met; none
   * if the usual search finds none.
   *
   * @param starts how many searches, the usual one included
   */
  static List<IndexedEquilibrium> all(
      Economy economy, int starts, Solver solver, SolverSettings settings) {
    return new GeneralSearch(economy, solver, settings, Optional.empty()).all(starts);
  }

  private List<IndexedEquilibrium> all(int starts) {
    var found = new ArrayList<IndexedEquilibrium>();
    var random = new Random(SEED);
    for (int k = 0; k < starts; k++) {
      var start = typical.in(market);
      if (start.isEmpty()) {
        return found;
      }
      var attempt =
          solver.solve(system, k == 0 ? start.get() : scattered(start.get(), random), settings);
      iterations += attempt.iterations();
      if (attempt.solved()
          && certified(attempt.z()).orElse(null) instanceof Outcome.Solved(var equilibrium)
          && found.stream().noneMatch(other -> isSame(other.equilibrium(), equilibrium))) {
        found.add(new IndexedEquilibrium(equilibrium, SolutionIndex.of(system, attempt.z())));
      }
    }
    return found;
  }

  /** A start with every variable that has one bound multiplied by a factor of its own. */
  private double[] scattered(double[] start, Random random) {
    var point = start.clone();
    for (int i = 0; i < point.length; i++) {
      boolean positive = system.lower(i) == 0 && Double.isInfinite(system.upper(i));
      point[i] *= positive ? Math.exp(SCATTER * random.nextGaussian()) : 1;
    }
    return point;
  }

  private static boolean isSame(Equilibrium a, Equilibrium b) {
    return a.prices().entrySet().stream()
            .allMatch(price -> near(price.getValue(), b.prices().getOrDefault(price.getKey(), 0.0)))
        && a.quantities().entrySet().stream()
            .allMatch(q -> near(q.getValue(), b.quantities().getOrDefault(q.getKey(), 0.0)));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= SAME * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
  }

  private Outcome run() {
    var unavailable =
        new Outcome.Unavailable(
            typical.unavailableFirms(market), typical.unavailableConsumers(market), List.of());
    if (!unavailable.firms().isEmpty() || !unavailable.consumers().isEmpty()) {
      return unavailable;
    }
    var resumed = given.flatMap(this::resumed);
    if (resumed.isPresent()) {
      return resumed.get();
    }
    for (int k = 0; k < STARTS.length; k++) {
      var start = typical.times(STARTS[k][0], STARTS[k][1]).in(market);
      var outcome = start.flatMap(point -> from(point, solver));
      if (outcome.isEmpty() && k == 0) {
        outcome = start.flatMap(point -> from(point, Solvers.second()));
      }
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return elsewhere().orElseGet(() -> refuted.orElseGet(this::stalled));
  }

  /** From other values of unknowns that may be any number. */
  private Optional<Outcome> elsewhere() {
    return boundless.starts(typical, market).stream()
        .map(point -> from(point, solver))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** An equilibrium near the one that was given; empty if none is found from there. */
  private Optional<Outcome> resumed(Equilibrium equilibrium) {
    beginning = Start.GIVEN;
    var point =
        typical.in(market).flatMap(usual -> GivenStart.in(market.conditions(), equilibrium, usual));
    var found =
        point
            .map(p -> system.settle(p))
            .flatMap(p ->
                from(Resumption.solve(system, p, settings), Resumption.NAME)
                    .filter(Outcome.Solved.class::isInstance)
                    .or(() -> from(Resumption.inside(system, p), solver)))
            .filter(Outcome.Solved.class::isInstance);
    if (found.isEmpty()) {
      beginning = Start.USUAL_AFTER_GIVEN;
    }
    return found;
  }

  /** What one method finds from one start. */
  private Optional<Outcome> from(double[] start, Solver method) {
    return from(method.solve(system, start, settings), method.name());
  }

  private Optional<Outcome> from(Attempt attempt, String method) {
    iterations += attempt.iterations();
    if (!attempt.solved()) {
      failures.add(attempt);
      return Optional.empty();
    }
    name = method;
    return certified(attempt.z());
  }

  /**
   * The equilibrium at a solution of the conditions; empty if some firm would do something else.
   */
  private Optional<Outcome> certified(double[] solution) {
    var z = IdlePrices.freed(system, solution, settings.tolerance());
    var books = new MarketBooks(system, z);
    double worth = system.worth(z);
    var standings = new LinkedHashMap<String, PlanSearch.Found>();
    for (var firm : market.firms().values()) {
      if (firm.code().isPresent() && !stands(firm, books, worth, standings)) {
        return Optional.empty();
      }
    }
    for (var consumer : searchedConsumers) {
      var better = BetterBundles.of(consumer, books);
      if (better.isPresent()) {
        refuted = better;
        return Optional.empty();
      }
    }
    var debt = debt(books, z);
    if (debt.isPresent()) {
      return debt;
    }
    var unowned = unowned(books, NO_MONEY * worth);
    if (unowned.isPresent()) {
      return unowned;
    }
    double seconds = (System.nanoTime() - began) * 1e-9;
    var equilibrium =
        books.equilibrium(standings, new Equilibrium.Effort(name, iterations, seconds, beginning));
    var runaway =
        economy.isClosed() ? Optional.<Outcome>empty() : Runaway.in(economy.goods(), equilibrium);
    if (runaway.isPresent()) {
      refuted = runaway;
      return Optional.empty();
    }
    return Optional.of(new Outcome.Solved(inNumeraire(equilibrium)));
  }

  /** Prices of a closed market are relative to one of them that is positive. */
  private Equilibrium inNumeraire(Equilibrium equilibrium) {
    if (!economy.isClosed()) {
      return equilibrium;
    }
    var prices = equilibrium.prices();
    var unit =
        economy
            .numeraire()
            .filter(good -> prices.getOrDefault(good, 0.0) > 0)
            .or(() ->
                prices.entrySet().stream()
                    .filter(price -> price.getValue() > 0)
                    .map(Map.Entry::getKey)
                    .findFirst());
    return unit.map(equilibrium::in).orElse(equilibrium);
  }

  private boolean stands(
      FirmPlaces firm, MarketBooks books, double worth, Map<String, PlanSearch.Found> standings) {
    var own = books.market(firm);
    var decisions = books.decisions(firm);
    var earnings = own.at(decisions);
    var name = firm.firm().name();
    if (decisions.length == 0) {
      standings.put(name, new PlanSearch.Found(decisions, earnings));
      return true;
    }
    boolean isSearched = certainties.get(name) == Certainty.SEARCHED;
    var ways = isSearched ? Optional.of(own.model().ways()) : Optional.<Ways>empty();
    var search = new PlanSearch(own, books.sizes(firm), ways);
    var best = search.mostProfitable(decisions);
    double turnover = earnings.isAvailable() ? earnings.turnover() : 0;
    double enough = BETTER * (best.earnings().turnover() + turnover) + NEGLIGIBLE * worth;
    if (best.earnings().profit() - earnings.profit() > enough) {
      refuted =
          Optional.of(
              new Outcome.MoreProfitablePlan(
                  name,
                  new Outcome.Plan(
                      books.byGood(firm.inputs(), best.inputs()),
                      books.byGood(firm.outputs(), own.results(best.inputs())),
                      best.earnings().profit()),
                  earnings.profit(),
                  books.prices()));
      return false;
    }
    boolean shut =
        FirmBook.isShut(
            decisions, java.util.Arrays.copyOf(own.results(decisions), firm.outputs().size()));
    standings.put(
        name,
        shut
            ? search.bestMargin(decisions, SMALLEST * worth)
            : new PlanSearch.Found(decisions, earnings));
    return true;
  }

  /** A consumer who owes more than it has. */
  private Optional<Outcome> debt(MarketBooks books, double[] z) {
    double worth = system.worth(z);
    for (var consumer : market.consumers().values()) {
      double spendable = books.value(consumer.spendable());
      if (spendable < -NO_MONEY * worth) {
        return Optional.of(
            new Outcome.Insolvent(consumer.consumer().name(), spendable, books.prices()));
      }
    }
    return Optional.empty();
  }

  /** Profit above a limit in a closed market that nobody in it owns. */
  private Optional<Outcome> unowned(MarketBooks books, double limit) {
    if (!economy.isClosed()) {
      return Optional.empty();
    }
    for (var firm : market.firms().values()) {
      double profit = books.value(firm.profit());
      double left = books.unowned(firm);
      if (left > NO_MONEY && Math.abs(left * profit) > limit) {
        var name = firm.firm().name();
        return Optional.of(
            new Outcome.Refused(
                List.of(
                    new Diagnostic(
                        Diagnostic.Severity.ERROR,
                        firm.firm().place(),
                        left < 1
                            ? "firm '%s' makes a profit of which nobody in this closed market owns %s%%"
                                .formatted(name, Figure.of(100 * left))
                            : "firm '%s' makes a profit that nobody in this closed market owns"
                                .formatted(name),
                        left < 1
                            ? "let consumers own the rest: owns %s%% of %s"
                                .formatted(Figure.of(100 * left), name)
                            : "let a consumer own it: owns all of %s".formatted(name)))));
      }
    }
    return Optional.empty();
  }

  private Outcome stalled() {
    if (failures.isEmpty()) {
      return new Outcome.Stalled(
          new Worst("", "", Double.NaN), Map.of(), iterations, boundless.hint());
    }
    var best = failures.stream().min(Comparator.comparingDouble(Attempt::residual)).orElseThrow();
    var books = new MarketBooks(system, best.z());
    var unowned = unowned(books, SOME_MONEY * system.worth(best.z()));
    if (unowned.isPresent()) {
      return unowned.get();
    }
    var condition = market.conditions().get(best.worst());
    return new Outcome.Stalled(
        new Worst(condition.text(), condition.subject(), best.residual()),
        books.prices(),
        iterations,
        StallAdvice.of(market, books, boundless));
  }
}
