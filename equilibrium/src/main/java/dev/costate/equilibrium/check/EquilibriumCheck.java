package dev.costate.equilibrium.check;

import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Unknown;
import dev.costate.equilibrium.Certainty;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.certify.BundleSearch;
import dev.costate.equilibrium.check.CheckReport.BudgetCheck;
import dev.costate.equilibrium.check.CheckReport.ConsumerCheck;
import dev.costate.equilibrium.check.CheckReport.ConsumerVerdict;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import dev.costate.equilibrium.check.CheckReport.GoodCheck;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.TaxCheck;
import dev.costate.equilibrium.check.CheckReport.UnknownCheck;
import dev.costate.equilibrium.region.Ways;
import dev.costate.runtime.DeepStack;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Verifies an equilibrium of an economy independently of the solver. */
public final class EquilibriumCheck {
  /** A better plan counts only if it earns this fraction of the turnover more. */
  static final double PROFIT_TOLERANCE = 1e-7;

  /** A market clears if its excess is below this fraction of its trade. */
  static final double CLEARING_TOLERANCE = 1e-8;

  /** A market also clears if its excess is worth less than this fraction of all trade. */
  private static final double NOTHING = 1e-13;

  /** What outsiders trade is what the declarations say up to this fraction. */
  static final double OUTSIDE_TOLERANCE = 1e-6;

  /** The money of a market adds up if the difference is below this fraction of the turnover. */
  static final double BUDGET_TOLERANCE = 1e-8;

  /** Utility is what the code gives up to this fraction. */
  private static final double UTILITY_TOLERANCE = 1e-9;

  /** The condition of an unknown holds if it is off by less than this fraction of its sides. */
  private static final double CONDITION_TOLERANCE = 1e-7;

  private final Economy economy;
  private final Equilibrium equilibrium;
  private final FirmCode code;
  private final Amounts amounts;
  private final Books books;
  private final Map<String, Certainty> ofFirms;
  private final Map<String, Certainty> ofConsumers;

  /** Everything may be off by this fraction, or by its own tolerance if that is larger. */
  private final double tolerance;

  private EquilibriumCheck(Economy economy, Equilibrium equilibrium, double tolerance) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.tolerance = tolerance;
    code = new FirmCode(economy);
    amounts = new Amounts(code, economy, equilibrium);
    books = new Books(economy, equilibrium, amounts);
    ofFirms = Certainty.ofFirms(economy);
    ofConsumers = Certainty.ofConsumers(economy);
  }

  /**
   * @param equilibrium of the economy, in its own unit of account
   */
  public static CheckReport of(Economy economy, Equilibrium equilibrium) {
    var check = new EquilibriumCheck(economy.at(equilibrium.unknowns()), equilibrium, 0);
    var prices = new SurplusCheck(economy.at(equilibrium.unknowns()), equilibrium);
    // On one deep stack, or each run of code would begin a thread of its own.
    return DeepStack.call(() -> check.run(prices.prices()));
  }

  /**
   * Whether prices and quantities that need not come from a solver are an equilibrium up to a
   * tolerance: plans and bundles against others, markets, money. Prices are not compared with the
   * derivative of surplus, which follows from the rest.
   *
   * @param equilibrium of the economy, in its own unit of account
   * @param tolerance the fraction by which anything may be off
   */
  public static CheckReport within(Economy economy, Equilibrium equilibrium, double tolerance) {
    var check = new EquilibriumCheck(economy.at(equilibrium.unknowns()), equilibrium, tolerance);
    return DeepStack.call(() -> check.run(List.of()));
  }

  private double atLeast(double own) {
    return Math.max(own, tolerance);
  }

  private CheckReport run(List<PriceCheck> prices) {
    return new CheckReport(
        economy.firms().stream().map(this::firm).toList(),
        economy.consumers().stream().map(this::consumer).toList(),
        economy.consumers().stream().map(this::taxes).filter(EquilibriumCheck::matters).toList(),
        economy.unknowns().stream().map(this::unknown).toList(),
        economy.goods().stream().map(this::clearing).toList(),
        prices,
        budget());
  }

  private FirmCheck firm(Firm firm) {
    var paid = firm.inputs().stream().mapToDouble(p -> books.buying(p).marginal()).toArray();
    var kept = firm.outputs().stream().mapToDouble(p -> books.selling(p).marginal()).toArray();
    var plans = new FirmPlans(economy, firm, paid, kept);
    return new PlanTrial(
            plans,
            books.inputs(firm),
            equilibrium.firm(firm.name()).choices(),
            books.outputs(firm),
            books.turnover(),
            Objects.requireNonNull(ofFirms.get(firm.name())),
            tolerance)
        .check(books.profit(firm.name()), equilibrium.firm(firm.name()).profit());
  }

  private ConsumerCheck consumer(Consumer consumer) {
    var account = equilibrium.consumer(consumer.name());
    var purse = books.purse(consumer);
    var bundle =
        consumer.wants().stream()
            .mapToDouble(port -> account.buys().getOrDefault(port.good(), Double.NaN))
            .toArray();
    double income = books.income(consumer);
    double spendable = books.spendable(consumer);
    double spent = purse.cost(bundle);
    double rounding = atLeast(BUDGET_TOLERANCE) * (Math.abs(income) + Math.abs(spendable) + spent);
    rounding += NOTHING * books.turnover();
    double utility = 0;
    double best = 0;
    int tried = 0;
    boolean isBest = true;
    if (consumer.utility().isPresent()) {
      var name = consumer.utility().get();
      var trial =
          new BundleSearch(
              x -> code.number(name, x),
              ways(consumer, name),
              purse,
              spendable,
              consumer.wants().size());
      utility = trial.utility(bundle);
      best = Math.max(utility, trial.best(bundle).utility());
      isBest = best == utility && utility > Double.NEGATIVE_INFINITY;
      tried = trial.tried();
    }
    double unspent = spendable - spent;
    boolean sameUtility =
        Math.abs(utility - account.utility())
            <= atLeast(UTILITY_TOLERANCE)
                * Math.max(Math.abs(utility), Math.abs(account.utility()));
    var verdict =
        !(Math.abs(income - account.income()) <= rounding)
            ? ConsumerVerdict.INCOME_DIFFERS
            : !(unspent >= -rounding)
                ? ConsumerVerdict.OVERSPENDS
                : !isBest
                    ? ConsumerVerdict.BETTER_BUNDLE
                    : !sameUtility
                        ? ConsumerVerdict.UTILITY_DIFFERS
                        : !(Math.abs(unspent - account.unspent()) <= rounding)
                            ? ConsumerVerdict.UNSPENT_DIFFERS
                            : ConsumerVerdict.HOLDS;
    return new ConsumerCheck(
        consumer.name(), income, spendable, spent, utility, best, tried, verdict);
  }

  private Optional<Ways> ways(Consumer consumer, String utility) {
    return ofConsumers.get(consumer.name()) == Certainty.SEARCHED
        ? Optional.of(new Ways(economy.program(), utility))
        : Optional.empty();
  }

  private TaxCheck taxes(Consumer consumer) {
    double reported = equilibrium.taxes().getOrDefault(consumer.name(), 0.0);
    double received = books.receipts().of(consumer.name());
    boolean same = Math.abs(reported - received) <= atLeast(BUDGET_TOLERANCE) * books.turnover();
    return new TaxCheck(consumer.name(), reported, received, same);
  }

  private static boolean matters(TaxCheck check) {
    return check.reported() != 0 || check.received() != 0;
  }

  private UnknownCheck unknown(Unknown unknown) {
    double value = equilibrium.unknowns().getOrDefault(unknown.name(), Double.NaN);
    double left = amounts.of(unknown.left());
    double right = amounts.of(unknown.right());
    double allowed = atLeast(CONDITION_TOLERANCE) * (Math.abs(left) + Math.abs(right));
    double excess = left - right;
    double room = atLeast(CONDITION_TOLERANCE) * Math.max(1, Math.abs(value));
    boolean above = excess <= allowed || value <= unknown.lower() + room;
    boolean below = excess >= -allowed || value >= unknown.upper() - room;
    boolean inside = value >= unknown.lower() - room && value <= unknown.upper() + room;
    return new UnknownCheck(unknown.name(), value, left, right, above && below && inside);
  }

  private BudgetCheck budget() {
    double unspent = 0;
    for (var consumer : economy.consumers()) {
      var bundle = equilibrium.consumer(consumer.name()).buys();
      var purse = books.purse(consumer);
      var quantities =
          purse.wanted().stream().mapToDouble(w -> bundle.getOrDefault(w.good(), 0.0)).toArray();
      unspent += books.spendable(consumer) - purse.cost(quantities);
    }
    double balance = 0;
    double traded = books.turnover();
    for (var good : equilibrium.goods().values()) {
      balance += good.price() * (good.toOutside() - good.fromOutside());
      traded += Math.abs(good.price()) * (good.toOutside() + good.fromOutside());
    }
    double profits = books.unownedProfits();
    boolean adds =
        Math.abs(balance - profits - unspent) <= atLeast(BUDGET_TOLERANCE) * traded
            && Math.abs(balance - equilibrium.outside().balance())
                <= atLeast(BUDGET_TOLERANCE) * traded;
    return new BudgetCheck(balance, profits, unspent, traded, adds);
  }

  private GoodCheck clearing(Good declared) {
    var name = declared.name();
    var good = equilibrium.good(name);
    double made = books.totals().made(name);
    double endowed = books.totals().endowed(name);
    double used = books.totals().used(name);
    double in = good.fromOutside() + endowed + made;
    double out = good.toOutside() + good.disposed() + used;
    double trade = Math.max(Math.abs(in), Math.abs(out));
    double excess = trade == 0 ? in - out : (in - out) / trade;
    double nothing = NOTHING * books.turnover() / Math.abs(good.price());
    double allowed =
        Math.max(atLeast(CLEARING_TOLERANCE) * trade, Double.isFinite(nothing) ? nothing : 0);
    boolean same =
        Math.abs(made - good.made()) <= allowed
            && Math.abs(endowed - good.endowed()) <= allowed
            && Math.abs(used - good.used()) <= allowed;
    boolean outside =
        new OutsideTrade(code, atLeast(OutsideTrade.SAME_PRICE))
            .agrees(
                declared,
                good.price(),
                good.fromOutside(),
                good.toOutside(),
                atLeast(OUTSIDE_TOLERANCE));
    boolean holds =
        Math.abs(in - out) <= allowed && same && isDisposed(declared, allowed) && outside;
    return new GoodCheck(name, good.price(), excess, good.disposed(), holds);
  }

  /** Whether the price allows what is thrown away, and is negative only where nothing may be. */
  private boolean isDisposed(Good declared, double allowed) {
    var good = equilibrium.good(declared.name());
    boolean free = declared.disposal() == Good.Disposal.FREE && declared.fixedPrice().isEmpty();
    return good.disposed() <= allowed
        ? !free || good.price() >= 0
        : free
            && good.disposed() > 0
            && good.price() * good.disposed() <= tolerance * books.turnover();
  }
}
