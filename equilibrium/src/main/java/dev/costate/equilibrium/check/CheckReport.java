package dev.costate.equilibrium.check;

import java.util.List;

/** What a check found, in the order of the market. */
public record CheckReport(
    List<FirmCheck> firms, List<GoodCheck> goods, List<PriceCheck> prices, BudgetCheck budget) {
  public CheckReport {
    firms = List.copyOf(firms);
    goods = List.copyOf(goods);
    prices = List.copyOf(prices);
  }

  /** Whether nothing speaks against the equilibrium. */
  public boolean holds() {
    return firms.stream().allMatch(FirmCheck::holds)
        && goods.stream().allMatch(GoodCheck::holds)
        && prices.stream().allMatch(p -> p.verdict() != Verdict.DIFFERS)
        && budget.holds();
  }

  /**
   * A firm against other plans.
   *
   * @param profit of its plan
   * @param bestFound the largest profit of any plan that was tried
   * @param plans how many were tried
   */
  public record FirmCheck(String firm, double profit, double bestFound, int plans, boolean holds) {}

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
   * Money: what outsiders pay less what they are paid is what the firms earn.
   *
   * @param balance what stays in the market
   * @param profits of all firms
   */
  public record BudgetCheck(double balance, double profits, boolean holds) {}
}
