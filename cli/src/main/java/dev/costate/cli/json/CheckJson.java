package dev.costate.cli.json;

import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import dev.costate.equilibrium.check.CheckReport.GoodCheck;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.Verdict;
import java.util.Locale;

/** What {@code check} found, in JSON. */
public final class CheckJson {
  private CheckJson() {}

  public static Json of(CheckReport report) {
    var budget = report.budget();
    return Json.object()
        .with("status", report.holds() ? "holds" : "fails")
        .with("firms", Json.members(report.firms(), FirmCheck::firm, CheckJson::firm))
        .with("goods", Json.members(report.goods(), GoodCheck::good, CheckJson::good))
        .with("prices", Json.members(report.prices(), PriceCheck::good, CheckJson::price))
        .with(
            "budget",
            Json.object()
                .with("balance", budget.balance())
                .with("profits", budget.profits())
                .with("holds", new Json.Truth(budget.holds())));
  }

  private static Json firm(FirmCheck firm) {
    return Json.object()
        .with("profit", firm.profit())
        .with("best_found", firm.bestFound())
        .with("plans", firm.plans())
        .with("holds", new Json.Truth(firm.holds()));
  }

  private static Json good(GoodCheck good) {
    return Json.object()
        .with("price", good.price())
        .with("excess", good.excess())
        .with("disposed", good.disposed())
        .with("holds", new Json.Truth(good.holds()));
  }

  private static Json price(PriceCheck price) {
    var verdict = price.verdict().name().toLowerCase(Locale.ROOT);
    var json = Json.object().with("price", price.price()).with("verdict", verdict);
    return price.verdict() == Verdict.DOES_NOT_APPLY
        ? json.with("note", price.note())
        : json.with("less", price.less()).with("more", price.more());
  }
}
