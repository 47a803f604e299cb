package dev.costate.cli.json;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Certainty;
import dev.costate.equilibrium.ConsumerAccount;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.GoodAccount;
import dev.costate.equilibrium.IndexedEquilibrium;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.Outcome.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Results of {@code solve} in JSON, as {@code LANGUAGE} section 7 names them. */
public final class OutcomeJson {
  private OutcomeJson() {}

  public static Json of(Economy economy, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Solved solved -> solved(economy, solved);
      case Outcome.MoreProfitablePlan failed ->
          failure(failed)
              .with("firm", failed.firm())
              .with("profit", failed.profit())
              .with("plan", plan(failed.plan()))
              .with("prices", Json.numbers(failed.prices()));
      case Outcome.BetterBundle failed ->
          failure(failed)
              .with("consumer", failed.consumer())
              .with("utility", failed.utility())
              .with("better_utility", failed.better())
              .with("bundle", Json.numbers(failed.bundle()))
              .with("prices", Json.numbers(failed.prices()));
      case Outcome.UnboundedProfit failed ->
          failure(failed)
              .with("firm", failed.firm())
              .with("plan", plan(failed.plan()))
              .with("prices", Json.numbers(failed.prices()));
      case Outcome.UnmetDemand failed ->
          failure(failed)
              .with("good", failed.good())
              .with("wanted", failed.wanted())
              .with("available", failed.available());
      case Outcome.RunawayPrice failed ->
          failure(failed)
              .with("good", failed.good())
              .with("price", failed.price())
              .with("wanted", failed.wanted())
              .with("available", failed.available());
      case Outcome.UnboundedTrade failed ->
          failure(failed)
              .with("good", failed.good())
              .with("asked", failed.asked())
              .with("paid", failed.paid());
      case Outcome.Insolvent failed ->
          failure(failed)
              .with("consumer", failed.consumer())
              .with("spendable", failed.spendable())
              .with("prices", Json.numbers(failed.prices()));
      case Outcome.Unavailable failed ->
          failure(failed)
              .with("firms", texts(failed.firms()))
              .with("consumers", texts(failed.consumers()));
      case Outcome.Refused failed -> failure(failed);
      case Outcome.Stalled failed ->
          failure(failed)
              .with("prices", Json.numbers(failed.prices()))
              .with("worst", worst(failed.worst()))
              .with("residual", failed.worst().value())
              .with("iterations", failed.iterations());
    };
  }

  /** The same with every equilibrium that was found. */
  public static Json of(Economy economy, Outcome.Solved outcome, List<IndexedEquilibrium> found) {
    return solved(economy, outcome)
        .with(
            "equilibria",
            new Json.Array(
                found.stream()
                    .<Json>map(each ->
                        solved(economy, new Outcome.Solved(each.equilibrium()))
                            .with("index", each.index()))
                    .toList()));
  }

  private static Json.Members failure(Outcome outcome) {
    return Json.object()
        .with("status", outcome.status())
        .with("message", outcome.message())
        .with("hint", outcome.hint());
  }

  private static Json plan(Plan plan) {
    return Json.object()
        .with("inputs", Json.numbers(plan.inputs()))
        .with("outputs", Json.numbers(plan.outputs()))
        .with("profit", plan.profit());
  }

  private static Json.Members solved(Economy economy, Outcome.Solved outcome) {
    var equilibrium = outcome.equilibrium();
    var known = economy.at(equilibrium.unknowns());
    return Json.object()
        .with("status", outcome.status())
        .with("numeraire", equilibrium.unitOfAccount())
        .with("prices", Json.numbers(equilibrium.prices()))
        .with("quantities", Json.numbers(equilibrium.quantities()))
        .with("goods", each(equilibrium.goods(), OutcomeJson::good))
        .with("firms", each(equilibrium.firms(), OutcomeJson::firm))
        .with("consumers", each(equilibrium.consumers(), OutcomeJson::consumer))
        .with("taxes", Json.numbers(equilibrium.taxes()))
        .with("unknowns", Json.numbers(equilibrium.unknowns()))
        .with("parameters", Json.numbers(equilibrium.parameters()))
        .with("outside", outside(equilibrium.outside()))
        .with("unowned", equilibrium.unowned())
        .with("worst", worst(equilibrium.worst()))
        .with("residual", equilibrium.residual())
        .with("method", equilibrium.effort().method())
        .with("iterations", equilibrium.effort().iterations())
        .with("seconds", equilibrium.effort().seconds())
        .with("conditions", conditions(equilibrium))
        .with(
            "certificates",
            Json.object()
                .with("firms", each(Certainty.ofFirms(known), OutcomeJson::certainty))
                .with("consumers", each(Certainty.ofConsumers(known), OutcomeJson::certainty)));
  }

  private static Json certainty(Certainty certainty) {
    return new Json.Text(certainty.toString());
  }

  private static Json conditions(Equilibrium equilibrium) {
    return new Json.Array(
        equilibrium.conditions().stream()
            .<Json>map(condition ->
                Json.object()
                    .with("condition", condition.text())
                    .with("kind", condition.kind())
                    .with("at", condition.at())
                    .with("multiplier", condition.variable())
                    .with("slack", condition.slack())
                    .with("violation", condition.violation()))
            .toList());
  }

  private static <T> Json each(Map<String, T> values, Function<T, Json> json) {
    var members = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> members.put(name, json.apply(value)));
    return new Json.Members(members);
  }

  private static Json good(GoodAccount good) {
    return Json.object()
        .with("price", good.price())
        .with("made", good.made())
        .with("endowed", good.endowed())
        .with("used", good.used())
        .with("from_outside", good.fromOutside())
        .with("to_outside", good.toOutside())
        .with("disposed", good.disposed());
  }

  private static Json firm(FirmAccount firm) {
    return Json.object()
        .with("inputs", Json.numbers(firm.inputs()))
        .with("outputs", Json.numbers(firm.outputs()))
        .with("profit", firm.profit())
        .with("margin", firm.margin())
        .with("activity", firm.activity().toString())
        .with("rents", Json.numbers(firm.rents()))
        .with("choices", Json.numbers(firm.choices()));
  }

  private static Json consumer(ConsumerAccount consumer) {
    return Json.object()
        .with("income", consumer.income())
        .with("utility", consumer.utility())
        .with("buys", Json.numbers(consumer.buys()))
        .with("unspent", consumer.unspent())
        .with("saves", Json.numbers(consumer.saves()));
  }

  private static Json outside(Equilibrium.Outside outside) {
    return Json.object()
        .with("paid_in", outside.paidIn())
        .with("paid_out", outside.paidOut())
        .with("balance", outside.balance());
  }

  private static Json worst(Equilibrium.Worst worst) {
    return Json.object()
        .with("condition", worst.condition())
        .with("at", worst.at())
        .with("value", worst.value());
  }

  private static Json texts(List<String> words) {
    return new Json.Array(words.stream().<Json>map(Json.Text::new).toList());
  }
}
