package dev.costate.equilibrium;

import dev.costate.equilibrium.Certificate.Growing;
import dev.costate.equilibrium.Equilibrium.Worst;
import dev.costate.equilibrium.Outcome.UnboundedProfit.Returns;
import dev.costate.equilibrium.certify.FirmMarket;
import dev.costate.equilibrium.certify.Growth;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.solver.Attempt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says why there is no equilibrium, or why none was found. */
final class Diagnosis {
  /** A plan from which growth is watched when there is no other. */
  private static final double[] RAY_SIZES = {1, 1e-3, 1e3};

  private static final Comparator<Attempt> BY_RESIDUAL =
      Comparator.comparingDouble(Attempt::residual);

  private final MarketProblem problem;

  private Diagnosis(MarketProblem problem) {
    this.problem = problem;
  }

  static Outcome of(MarketProblem problem, List<Attempt> failures, List<Certificate> refutations) {
    return new Diagnosis(problem).outcome(failures, refutations);
  }

  private Outcome outcome(List<Attempt> failures, List<Certificate> refutations) {
    return growing(refutations)
        .or(() -> failures.stream().min(BY_RESIDUAL).flatMap(this::increasingReturns))
        .or(() -> refuted(refutations))
        .or(() -> runawayPrice(failures))
        .orElseGet(() -> stalled(failures.stream().min(BY_RESIDUAL).orElseThrow()));
  }

  private static Optional<Outcome> growing(List<Certificate> refutations) {
    return refutations.stream()
        .flatMap(refutation ->
            refutation.objections().stream()
                .filter(objection -> objection.growing() == Growing.UNBOUNDED)
                .map(o ->
                    new Outcome.UnboundedProfit(
                        o.firm(), o.plan(), Returns.INCREASING, refutation.prices())))
        .map(Outcome.class::cast)
        .findFirst();
  }

  private static Optional<Outcome> refuted(List<Certificate> refutations) {
    if (refutations.isEmpty()) {
      return Optional.empty();
    }
    var last = refutations.getLast();
    var objection = last.objections().getFirst();
    return Optional.of(
        new Outcome.MoreProfitablePlan(
            objection.firm(), objection.plan(), objection.profit(), last.prices()));
  }

  /** A firm whose revenue grows faster than its cost however large it is. */
  private Optional<Outcome> increasingReturns(Attempt attempt) {
    var accounts = new Accounts(problem, attempt.z());
    for (var part : problem.layout().firms()) {
      var own = accounts.market(part);
      var market = new FirmMarket(part.model(), ones(own.inputPrices()), ones(own.outputPrices()));
      for (double size : RAY_SIZES) {
        var plan = new double[part.model().inputs()];
        Arrays.fill(plan, size);
        if (plan.length > 0 && Growth.hasIncreasingReturns(market, plan)) {
          var large = plan.clone();
          for (int k = 0; k < 9 && own.at(large).profit() <= 0; k++) {
            for (int i = 0; i < large.length; i++) {
              large[i] *= 10;
            }
          }
          var shown = Certificate.plan(part, problem, own, large);
          return Optional.of(
              new Outcome.UnboundedProfit(
                  part.model().firm().name(), shown, Returns.INCREASING, accounts.priceMap()));
        }
      }
    }
    return Optional.empty();
  }

  private static double[] ones(double[] like) {
    var ones = new double[like.length];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The good that is shortest at a price that has run away. */
  private Optional<Outcome> runawayPrice(List<Attempt> failures) {
    for (var attempt : failures) {
      var conditions = new Accounts(problem, attempt.z()).conditions();
      double shortest = 0;
      Outcome found = null;
      for (int i = 0; i < conditions.size(); i++) {
        var report = conditions.get(i);
        var condition = problem.layout().conditions().get(i);
        if (condition.kind() == Kind.MARKET
            && report.slack() < 0
            && Runaway.isFar(report.variable(), problem.layout().goods())) {
          double relative = -report.slack() / report.scale();
          if (relative > shortest) {
            shortest = relative;
            double wanted = (report.scale() - report.slack()) / 2;
            found =
                new Outcome.RunawayPrice(
                    condition.subject(), report.variable(), wanted, wanted + report.slack());
          }
        }
      }
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private Outcome stalled(Attempt attempt) {
    var condition = problem.layout().conditions().get(attempt.worst());
    var worst = new Worst(condition.text(), condition.subject(), attempt.residual());
    return new Outcome.Stalled(
        worst, new Accounts(problem, attempt.z()).priceMap(), attempt.iterations(), "");
  }
}
