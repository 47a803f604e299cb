package dev.costate.equilibrium.check;

import java.util.List;

/** What a check found, in the order of the market. */
public record CheckReport(
    List<FirmCheck> firms,
    List<ConsumerCheck> consumers,
    List<TaxCheck> taxes,
    List<UnknownCheck> unknowns,
    List<GoodCheck> goods,
    List<PriceCheck> prices,
    BudgetCheck budget) {
  public CheckReport {
    firms = List.copyOf(firms);
    consumers = List.copyOf(consumers);
    taxes = List.copyOf(taxes);
    unknowns = List.copyOf(unknowns);
    goods = List.copyOf(goods);
    prices = List.copyOf(prices);
  }

  /** Whether nothing speaks against the equilibrium. */
  public boolean holds() {
    return firms.stream().allMatch(FirmCheck::holds)
        && consumers.stream().allMatch(ConsumerCheck::holds)
        && taxes.stream().allMatch(TaxCheck::holds)
        && unknowns.stream().allMatch(UnknownCheck::holds)
        && goods.stream().allMatch(GoodCheck::holds)
        && prices.stream().allMatch(p -> p.verdict() != Verdict.DIFFERS)
        && budget.holds();
  }

  /** How a firm's plan stands. */
  public enum FirmVerdict {
    HOLDS,
    /** Some plan earns more. */
    BETTER_PLAN,
    /** Its code does not make these outputs of these inputs. */
    CANNOT_MAKE,
    /** It does not earn what it is said to. */
    PROFIT_DIFFERS
  }

  /**
   * A firm against other plans, at the prices that it faces: with wedges, without markups.
   *
   * @param profit of its plan
   * @param bestFound the largest profit of any plan that was tried
   * @param plans how many were tried
   */
  public record FirmCheck(
      String firm, double profit, double bestFound, int plans, FirmVerdict verdict) {
    public boolean holds() {
      return verdict == FirmVerdict.HOLDS;
    }
  }

  /** How a consumer's bundle stands. */
  public enum ConsumerVerdict {
    HOLDS,
    /** It spends more than it has. */
    OVERSPENDS,
    /** Some bundle that it can pay is better. */
    BETTER_BUNDLE,
    /** Its income is not what it is said to be. */
    INCOME_DIFFERS,
    /** Its utility is not what its code gives. */
    UTILITY_DIFFERS,
    /** What it is said to leave unspent is not what it leaves. */
    UNSPENT_DIFFERS
  }

  /**
   * A consumer against other bundles.
   *
   * @param income added up again
   * @param spendable with transfers and savings
   * @param spent on what utility names, what it keeps of its own included
   * @param utility of its bundle
   * @param bestFound the largest utility of any bundle that was tried, all of which cost a little
   *     less than the consumer can spend
   * @param bundles how many were tried
   */
  public record ConsumerCheck(
      String consumer,
      double income,
      double spendable,
      double spent,
      double utility,
      double bestFound,
      int bundles,
      ConsumerVerdict verdict) {
    public boolean holds() {
      return verdict == ConsumerVerdict.HOLDS;
    }
  }

  /**
   * What somebody receives from wedges.
   *
   * @param reported as the equilibrium says
   * @param received added up again, trade by trade
   */
  public record TaxCheck(String receiver, double reported, double received, boolean holds) {}

  /** The condition of an unknown: both sides at its value. */
  public record UnknownCheck(
      String unknown, double value, double left, double right, boolean holds) {}

  /**
   * The market of a good, added up again.
   *
   * @param price money per unit
   * @param excess what comes in less what goes out, thrown away included, as a fraction of the
   *     trade
   * @param disposed thrown away, in the good's unit; only at price 0
   */
  public record GoodCheck(
      String good, double price, double excess, double disposed, boolean holds) {}

  /** How a price compares with the derivative of surplus. */
  public enum Verdict {
    /** Both one-sided derivatives are the price. */
    AGREES,
    /** The price lies between two different one-sided derivatives. */
    WITHIN,
    DIFFERS,
    /** There is no such derivative to compare with, or nothing to find out; the note says why. */
    DOES_NOT_APPLY
  }

  /**
   * A price against the derivative of total surplus.
   *
   * @param less the derivative towards less of the good, money per unit; infinite if the market
   *     does without an equilibrium then
   * @param more the derivative towards more of it
   * @param note why the comparison does not apply, or an empty string
   */
  public record PriceCheck(
      String good, double price, double less, double more, Verdict verdict, String note) {}

  /**
   * Money: what outsiders pay less what they are paid is what firms without owners earn and
   * consumers leave unspent. In a closed market this is Walras' law: all that is earned is spent.
   *
   * @param balance what stays in the market
   * @param profits that no consumer owns
   * @param unspent by consumers
   * @param turnover money in and out of everybody, by which differences are judged
   */
  public record BudgetCheck(
      double balance, double profits, double unspent, double turnover, boolean holds) {}
}
