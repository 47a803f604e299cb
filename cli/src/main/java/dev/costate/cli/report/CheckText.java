package dev.costate.cli.report;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.CheckReport.ConsumerCheck;
import dev.costate.equilibrium.check.CheckReport.FirmVerdict;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What {@code check} found, as text: firms, markets, prices, money, and the verdict. */
public final class CheckText {
  /** What is below this fraction of all money is rounding. */
  private static final double ROUNDING = 1e-9;

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
  public static String of(Economy economy, CheckReport report, Equilibrium equilibrium) {
    var outside = equilibrium.outside();
    boolean closed = outside.paidIn() == 0 && outside.paidOut() == 0;
    var text = new CheckText(report, report.budget().turnover());
    if (!report.firms().isEmpty()) {
      text.firms();
      text.lines.add("");
    }
    if (!report.consumers().isEmpty()) {
      text.consumers();
      text.lines.add("");
    }
    text.goods();
    text.lines.add("");
    text.prices();
    text.lines.add("");
    text.unknowns();
    text.taxes();
    if (closed && !report.consumers().isEmpty()) {
      text.walras();
    } else {
      text.money();
    }
    if (report.holds()) {
      text.lines.addAll(SearchedCode.lines(economy, equilibrium));
    }
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
          words(firm.verdict()));
    }
    lines.addAll(table.lines());
  }

  private static String words(FirmVerdict verdict) {
    return switch (verdict) {
      case HOLDS -> "no better plan";
      case BETTER_PLAN -> "HAS A BETTER PLAN";
      case CANNOT_MAKE -> "CANNOT MAKE ITS OUTPUTS OF ITS INPUTS";
      case PROFIT_DIFFERS -> "DOES NOT EARN ITS PROFIT";
    };
  }

  private void consumers() {
    var table =
        new Table()
            .text("Consumer")
            .decimal("Income")
            .decimal("Can spend")
            .decimal("Spends")
            .decimal("Utility")
            .decimal("Bundles")
            .text("");
    for (var consumer : report.consumers()) {
      table.row(
          consumer.consumer(),
          Figures.of(consumer.income(), money),
          Figures.of(consumer.spendable(), money),
          Figures.of(consumer.spent(), money),
          Figures.of(consumer.utility()),
          Integer.toString(consumer.bundles()),
          words(consumer));
    }
    lines.addAll(table.lines());
  }

  private static String words(ConsumerCheck consumer) {
    return switch (consumer.verdict()) {
      case HOLDS -> consumer.bundles() == 0 ? "passes it on" : "no better bundle";
      case OVERSPENDS -> "SPENDS MORE THAN IT HAS";
      case BETTER_BUNDLE ->
          "HAS A BETTER BUNDLE: utility " + Figures.of(consumer.bestFound()) + " for less money";
      case INCOME_DIFFERS -> "HAS ANOTHER INCOME THAN IS REPORTED";
      case UTILITY_DIFFERS -> "HAS ANOTHER UTILITY THAN IS REPORTED";
      case UNSPENT_DIFFERS -> "LEAVES UNSPENT WHAT IS NOT REPORTED";
    };
  }

  private void unknowns() {
    for (var unknown : report.unknowns()) {
      lines.add(
          "%s = %s: its condition compares %s with %s%s"
              .formatted(
                  unknown.unknown(),
                  Figures.of(unknown.value(), 1),
                  Figures.of(unknown.left()),
                  Figures.of(unknown.right()),
                  word(unknown.holds(), ", and holds.", ": IT DOES NOT HOLD.")));
    }
  }

  private void taxes() {
    for (var tax : report.taxes()) {
      lines.add(
          "Wedges bring %s %s, added up trade by trade%s"
              .formatted(
                  tax.receiver(),
                  Figures.of(tax.received(), money),
                  word(
                      tax.holds(),
                      ".",
                      ": REPORTED IS " + Figures.of(tax.reported(), money) + ".")));
    }
  }

  private void walras() {
    var budget = report.budget();
    double gap = budget.balance() - budget.profits() - budget.unspent();
    lines.add(
        "Walras' law: all that is earned less all that is spent is "
            + Figures.of(-gap, money)
            + (Math.abs(budget.unspent()) > ROUNDING * money
                ? "; unspent is " + Figures.of(budget.unspent())
                : "")
            + word(budget.holds(), ".", ": MONEY IS LOST OR MADE UP."));
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
    var notes = report.prices().stream().map(PriceCheck::note).distinct().toList();
    boolean none = report.prices().stream().allMatch(p -> p.verdict() == Verdict.DOES_NOT_APPLY);
    if (none && notes.size() == 1) {
      lines.add(
          "Prices are not compared with derivatives of total surplus: %s."
              .formatted(notes.getFirst()));
      return;
    }
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
            + (report.consumers().isEmpty() ? "; firms earn " : "; firms without owners earn ")
            + Figures.of(budget.profits(), money)
            + (report.consumers().isEmpty()
                ? ""
                : ", and consumers leave " + Figures.of(budget.unspent(), money) + " unspent")
            + word(budget.holds(), ".", ": MONEY IS LOST OR MADE UP."));
  }

  private void verdict() {
    long compared =
        report.prices().stream().filter(p -> p.verdict() != Verdict.DOES_NOT_APPLY).count();
    lines.add(
        !report.holds()
            ? "This is not an equilibrium: see the words in capitals."
            : "The equilibrium holds: no firm has a better plan, "
                + (report.consumers().isEmpty() ? "" : "no consumer a better bundle, ")
                + "every market clears"
                + (compared == 0 ? "." : ", and prices are derivatives of total surplus."));
  }
}
