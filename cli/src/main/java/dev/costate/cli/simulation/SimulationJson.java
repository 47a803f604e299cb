package dev.costate.cli.simulation;

import dev.costate.cli.json.Json;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Potentials;
import java.util.LinkedHashMap;

/** A run as JSON. */
public final class SimulationJson {
  private SimulationJson() {}

  public static Json of(Settings settings, Series series, Run run) {
    var last = series.rows().getLast();
    var prices = new LinkedHashMap<String, Double>();
    var quantities = new LinkedHashMap<String, Double>();
    var unmet = new LinkedHashMap<String, Double>();
    for (int g = 0; g < last.reading().goods().size(); g++) {
      var good = last.reading().goods().get(g);
      prices.put(good.good(), last.price(g));
      quantities.put(good.good(), good.quantity());
      unmet.put(good.good(), good.unmet());
    }
    var profits = new LinkedHashMap<String, Double>();
    last.reading().firms().forEach(firm -> profits.put(firm.firm(), firm.profit() / last.unit()));
    var json =
        Json.object()
            .with("status", run.isSettled() ? "settled" : "not settled")
            .with("dynamics", settings.dynamics().name())
            .with("seed", (double) settings.seed())
            .with("rounds", (double) last.reading().round())
            .with("prices", Json.numbers(prices))
            .with("quantities", Json.numbers(quantities))
            .with("unmet", Json.numbers(unmet))
            .with("profits", Json.numbers(profits));
    if (last.distance().isPresent()) {
      json =
          json.with(
              "distance",
              Json.object()
                  .with("prices", last.distance().get().prices())
                  .with("quantities", last.distance().get().quantities()));
    }
    if (Double.isFinite(series.surplus(last))) {
      json = json.with("surplus", series.surplus(last));
    }
    if (Double.isFinite(series.dualSurplus(last))) {
      json = json.with("dual_surplus", series.dualSurplus(last));
    }
    var obstacle = Alignment.obstacle(run.economy()).or(() -> Potentials.obstacle(run.economy()));
    if (obstacle.isPresent()) {
      json = json.with(series.hasSurplus() ? "no_price_cosine" : "no_potential", obstacle.get());
    } else if (last.alignment().filter(move -> Double.isFinite(move.cosine())).isPresent()) {
      json =
          json.with(
              "price_move",
              Json.object()
                  .with("cosine", last.alignment().get().cosine())
                  .with("shares", Json.numbers(last.alignment().get().shares())));
    }
    var uphill = series.uphill(last).filter(u -> Double.isFinite(u.cosine()));
    if (uphill.isPresent()) {
      var shares = new LinkedHashMap<String, Double>();
      uphill.get().shares().forEach((agent, share) -> shares.put(agent.name(), share));
      json =
          json.with(
              "quantity_move",
              Json.object()
                  .with("cosine", uphill.get().cosine())
                  .with("shares", Json.numbers(shares)));
    } else if (series.hasSurplus()) {
      var kink = Potentials.kink(run.economy());
      json = kink.isPresent() ? json.with("no_quantity_cosine", kink.get()) : json;
    }
    return run.ending() instanceof Run.Ending.NotSettled(var reason)
        ? json.with("reason", reason)
        : json;
  }
}
