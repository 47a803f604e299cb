package dev.costate.cli.report;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} found, as text: firms, markets, prices, money, and the verdict. */
public final class CheckText {
  private final CheckReport report;
  private final double money;
  private final double dearest;
  private final List<String> lines = new ArrayList<>();

  private CheckText(CheckReport report, double money) {
    this.report = report;
    this.money = money;
    this.dearest = report.prices().stream().mapToDouble(p -> Math.abs(p.price())).max().orElse(0);
  }

  /** The text, with a line end behind its last line. */
  public static String of(CheckReport report, Equilibrium equilibrium) {
    var outside = equilibrium.outside();
    var text = new CheckText(report, outside.paidIn() + outside.paidOut());
    if (!report.firms().isEmpty()) {
      text.firms();
      text.lines.add("");
    }
    text.goods();
    text.lines.add("");
    text.prices();
    text.lines.add("");
    text.money();
    text.verdict();
    return String.join("\n", text.lines) + "\n";
  }

  private static String word(boolean holds, String good, String bad) {
    return holds ? good : bad;
  }

  private void firms() {
    var table =
        new Table().text("Firm").decimal("Profit").decimal("Best of").decimal("Plans").text("");
    for (var firm : report.firms()) {
      table.row(
          firm.firm(),
          Figures.of(firm.profit(), money),
          Figures.of(firm.bestFound(), money),
          Integer.toString(firm.plans()),
          word(firm.holds(), "no better plan", "HAS A BETTER PLAN"));
    }
    lines.addAll(table.lines());
  }

  private void goods() {
    var table = new Table().text("Good").decimal("Price").decimal("Left over").text("");
    for (var good : report.goods()) {
      table.row(
          good.good(),
          Figures.of(good.price()),
          Figures.of(good.disposed()),
          word(
              good.holds(),
              "clears",
              "DOES NOT CLEAR: "
                  + Figures.percent(good.excess())
                  + " of its trade is missing or too much"));
    }
    lines.addAll(table.lines());
  }

  private void prices() {
    var table =
        new Table()
            .text("Good")
            .decimal("Price")
            .decimal("One unit less")
            .decimal("One unit more")
            .text("");
    lines.add("What one unit is worth to the market as a whole, found by solving again:");
    for (var price : report.prices()) {
      boolean applies = price.verdict() != Verdict.DOES_NOT_APPLY;
      table.row(
          price.good(),
          Figures.of(price.price()),
          applies ? Figures.of(price.less(), dearest) : "",
          applies ? Figures.of(price.more(), dearest) : "",
          words(price));
    }
    lines.addAll(table.lines());
  }

  private static String words(PriceCheck price) {
    return switch (price.verdict()) {
      case AGREES -> "the price is the derivative";
      case WITHIN -> "the price is between the derivatives of a kink";
      case DIFFERS -> "THE PRICE IS NOT THE DERIVATIVE";
      case DOES_NOT_APPLY -> price.note();
    };
  }

  private void money() {
    var budget = report.budget();
    lines.add(
        "What outsiders pay less what they are paid is "
            + Figures.of(budget.balance(), money)
            + "; firms earn "
            + Figures.of(budget.profits(), money)
            + word(budget.holds(), ".", ": MONEY IS LOST OR MADE UP."));
  }

  private void verdict() {
    long compared =
        report.prices().stream().filter(p -> p.verdict() != Verdict.DOES_NOT_APPLY).count();
    lines.add(
        !report.holds()
            ? "This is not an equilibrium: see the words in capitals."
            : "The equilibrium holds: no firm has a better plan, every market clears"
                + (compared == 0 ? "." : ", and prices are derivatives of total surplus."));
  }
}
