package dev.costate.cli.report;

import dev.costate.cli.json.Json;
import dev.costate.equilibrium.check.BenchmarkCheck.Benchmark;
import java.util.ArrayList;

/** The imbalances of a market at its own starting point. */
public final class BenchmarkReport {
  private BenchmarkReport() {}

  /** The text, with a line end behind its last line. */
  public static String text(Benchmark benchmark) {
    var lines = new ArrayList<String>();
    lines.add("At the file's own starting point, before anything is solved:");
    lines.add("");
    if (benchmark.imbalances().isEmpty()) {
      lines.add("Everything balances.");
    } else {
      var table = new Table().text("At").text("Imbalance").decimal("Amount").decimal("Worth");
      for (var imbalance : benchmark.imbalances()) {
        table.row(
            imbalance.at(),
            imbalance.condition(),
            Figures.of(imbalance.amount()),
            Figures.of(imbalance.money(), benchmark.worth()));
      }
      lines.addAll(table.lines());
    }
    lines.add("");
    lines.add(
        "Prices are 1 or a good's start; firms run at their start or at what ces_at and cet_at state.");
    lines.add("Other ready technologies are shut here: give such a firm a start.");
    if (!benchmark.unjudged().isEmpty()) {
      lines.add(
          "%s: code without a benchmark; what it buys and makes here is any plan."
              .formatted(String.join(", ", benchmark.unjudged())));
    }
    return String.join("\n", lines) + "\n";
  }

  public static Json json(Benchmark benchmark) {
    var prices = Json.object();
    for (var price : benchmark.prices().entrySet()) {
      prices = prices.with(price.getKey(), price.getValue());
    }
    var levels = Json.object();
    for (var level : benchmark.levels().entrySet()) {
      levels = levels.with(level.getKey(), level.getValue());
    }
    var imbalances = Json.object();
    for (var imbalance : benchmark.imbalances()) {
      imbalances =
          imbalances.with(
              imbalance.at() + ": " + imbalance.condition(),
              Json.object().with("amount", imbalance.amount()).with("worth", imbalance.money()));
    }
    return Json.object()
        .with("prices", prices)
        .with("levels", levels)
        .with("imbalances", imbalances);
  }
}
