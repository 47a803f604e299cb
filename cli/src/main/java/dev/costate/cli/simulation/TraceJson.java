package dev.costate.cli.simulation;

import dev.costate.cli.json.Json;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Trace;
import dev.costate.dynamics.Trace.Response;
import dev.costate.dynamics.law.Dynamics;

/** A trace as JSON; 0 stands for a round that never comes. */
public final class TraceJson {
  private TraceJson() {}

  public static Json of(Dynamics dynamics, Trace trace) {
    var json =
        Json.object()
            .with(
                "status", trace.ending() instanceof Run.Ending.Settled ? "settled" : "not settled")
            .with("dynamics", dynamics.name())
            .with("goods", Json.members(trace.goods(), Response::good, TraceJson::good));
    return switch (trace.ending()) {
      case Run.Ending.Settled(long round) -> json.with("rounds", (double) round);
      case Run.Ending.NotSettled(var reason) -> json.with("reason", reason);
    };
  }

  private static Json good(Response response) {
    return Json.object()
        .with("quantity_from", (double) response.quantity().orElse(0))
        .with("price_from", (double) response.price().orElse(0))
        .with("quantity_before", response.before().quantity())
        .with("quantity_after", response.after().quantity())
        .with("price_before", response.before().price())
        .with("price_after", response.after().price());
  }
}
