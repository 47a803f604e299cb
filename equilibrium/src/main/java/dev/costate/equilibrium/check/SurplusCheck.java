package dev.costate.equilibrium.check;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.TotalSurplus;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares each price with the derivative of total surplus with respect to one more unit of the
 * good, by solving the market again with a little more and a little less of it. Each one-sided
 * derivative is extrapolated from two steps, so that its error is of second order in the step.
 */
final class SurplusCheck {
  /** The larger step, as a fraction of what is traded of the good. */
  private static final double STEP = 1e-4;

  /** How closely prices and derivatives must agree, as a fraction of the price. */
  static final double AGREEMENT = 1e-6;

  /** One-sided derivatives that differ by more than this fraction of the price make a kink. */
  private static final double KINK = 1e-5;

  private final Economy economy;
  private final Equilibrium base;
  private final Surplus surplus;

  SurplusCheck(Economy economy, Equilibrium base) {
    this.economy = economy;
    this.base = base;
    this.surplus = new Surplus(economy);
  }

  List<PriceCheck> prices() {
    var checks = new ArrayList<PriceCheck>();
    var obstacle = TotalSurplus.obstacle(economy);
    for (var good : economy.goods()) {
      double price = base.prices().getOrDefault(good.name(), Double.NaN);
      checks.add(
          obstacle.isPresent()
              ? notApplicable(good, price, obstacle.get())
              : good.fixedPrice().isPresent()
                  ? notApplicable(good, price, "its price is given")
                  : check(good, price));
    }
    return checks;
  }

  private static PriceCheck notApplicable(Good good, double price, String why) {
    return new PriceCheck(good.name(), price, Double.NaN, Double.NaN, Verdict.DOES_NOT_APPLY, why);
  }

  private PriceCheck check(Good good, double price) {
    var account = base.goods().get(good.name());
    double traded = account == null ? 0 : account.bought() + account.disposed();
    double step = STEP * (traded > 0 ? traded : 1);
    var more = oneSided(good, step);
    if (more.isEmpty()) {
      return notApplicable(good, price, "with a little more of it no equilibrium was found");
    }
    double right = more.get();
    double left = oneSided(good, -step).orElse(Double.POSITIVE_INFINITY);
    double allowed = AGREEMENT * Math.max(Math.abs(price), scale());
    boolean between =
        price >= Math.min(left, right) - allowed && price <= Math.max(left, right) + allowed;
    boolean smooth = Math.abs(left - right) <= KINK / AGREEMENT * allowed;
    boolean agrees = smooth && Math.abs((left + right) / 2 - price) <= allowed;
    var verdict = agrees ? Verdict.AGREES : between && !smooth ? Verdict.WITHIN : Verdict.DIFFERS;
    return new PriceCheck(good.name(), price, left, right, verdict, "");
  }

  /** A price below this is as good as 0: a small fraction of the dearest. */
  private double scale() {
    return 1e-3 * base.prices().values().stream().mapToDouble(Math::abs).max().orElse(0);
  }

  /**
   * The derivative of surplus towards more of a good (a positive step) or less (a negative one).
   */
  private Optional<Double> oneSided(Good good, double step) {
    var whole = slope(good, step);
    var half = slope(good, step / 2);
    return whole.isEmpty() || half.isEmpty()
        ? Optional.empty()
        : Optional.of(2 * half.get() - whole.get());
  }

  private Optional<Double> slope(Good good, double step) {
    return solved(with(good, step)).map(e -> surplus.difference(base, e, good, step) / step);
  }

  private Optional<Equilibrium> solved(Economy changed) {
    return switch (EquilibriumSearch.solve(changed)) {
      case Outcome.Solved(var equilibrium) -> Optional.of(equilibrium);
      case Outcome _ -> Optional.empty();
    };
  }

  private Economy with(Good good, double extra) {
    var trades = new ArrayList<>(good.trades());
    trades.add(extra > 0 ? new Trade.FixedSupply(extra) : new Trade.FixedDemand(-extra));
    return economy.withGood(good.withTrades(trades));
  }
}
