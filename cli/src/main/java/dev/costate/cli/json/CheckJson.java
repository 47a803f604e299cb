package dev.costate.cli.json;

import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.CheckReport.ConsumerCheck;
import dev.costate.equilibrium.check.CheckReport.FirmCheck;
import dev.costate.equilibrium.check.CheckReport.GoodCheck;
import dev.costate.equilibrium.check.CheckReport.PriceCheck;
import dev.costate.equilibrium.check.CheckReport.TaxCheck;
import dev.costate.equilibrium.check.CheckReport.UnknownCheck;
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
        .with(
            "consumers",
            Json.members(report.consumers(), ConsumerCheck::consumer, CheckJson::consumer))
        .with("taxes", Json.members(report.taxes(), TaxCheck::receiver, CheckJson::tax))
        .with(
            "unknowns", Json.members(report.unknowns(), UnknownCheck::unknown, CheckJson::unknown))
        .with("goods", Json.members(report.goods(), GoodCheck::good, CheckJson::good))
        .with("prices", Json.members(report.prices(), PriceCheck::good, CheckJson::price))
        .with(
            "budget",
            Json.object()
                .with("balance", budget.balance())
                .with("profits", budget.profits())
                .with("unspent", budget.unspent())
                .with("holds", new Json.Truth(budget.holds())));
  }

  private static Json firm(FirmCheck firm) {
    return Json.object()
        .with("profit", firm.profit())
        .with("best_found", firm.bestFound())
        .with("plans", firm.plans())
        .with("verdict", word(firm.verdict()))
        .with("holds", new Json.Truth(firm.holds()));
  }

  private static String word(Enum<?> verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static Json consumer(ConsumerCheck consumer) {
    return Json.object()
        .with("income", consumer.income())
        .with("spendable", consumer.spendable())
        .with("spent", consumer.spent())
        .with("utility", consumer.utility())
        .with("best_found", consumer.bestFound())
        .with("bundles", consumer.bundles())
        .with("verdict", word(consumer.verdict()))
        .with("holds", new Json.Truth(consumer.holds()));
  }

  private static Json tax(TaxCheck tax) {
    return Json.object()
        .with("reported", tax.reported())
        .with("received", tax.received())
        .with("holds", new Json.Truth(tax.holds()));
  }

  private static Json unknown(UnknownCheck unknown) {
    return Json.object()
        .with("value", unknown.value())
        .with("left", unknown.left())
        .with("right", unknown.right())
        .with("holds", new Json.Truth(unknown.holds()));
  }

  private static Json good(GoodCheck good) {
    return Json.object()
        .with("price", good.price())
        .with("excess", good.excess())
        .with("disposed", good.disposed())
        .with("holds", new Json.Truth(good.holds()));
  }

  private static Json price(PriceCheck price) {
    var verdict = word(price.verdict());
    var json = Json.object().with("price", price.price()).with("verdict", verdict);
    return price.verdict() == Verdict.DOES_NOT_APPLY
        ? json.with("note", price.note())
        : json.with("less", price.less()).with("more", price.more());
  }
}
