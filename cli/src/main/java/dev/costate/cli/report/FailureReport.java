package dev.costate.cli.report;

import dev.costate.equilibrium.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why there is no equilibrium, as text: the condition that failed, the numbers that show it, and
 * what to try.
 */
public final class FailureReport {
  private FailureReport() {}

  /**
   * What stands below the first line, which is the outcome's message; each line with a line end.
   */
  public static String details(Outcome outcome) {
    var lines = new ArrayList<String>();
    switch (outcome) {
      case Outcome.MoreProfitablePlan failed -> {
        lines.addAll(plan("The better plan of " + failed.firm(), failed.plan(), failed.prices()));
      }
      case Outcome.BetterBundle failed -> {
        lines.add("What " + failed.consumer() + " would rather buy:");
        var table = new Table().text("Good").decimal("Quantity").decimal("Price");
        failed
            .bundle()
            .forEach((good, quantity) ->
                table.row(
                    good,
                    Figures.of(quantity),
                    Figures.of(failed.prices().getOrDefault(good, Double.NaN))));
        lines.addAll(table.lines());
      }
      case Outcome.UnboundedProfit failed -> {
        lines.addAll(plan("A plan of " + failed.firm(), failed.plan(), failed.prices()));
      }
      case Outcome.Stalled failed -> {
        lines.add("Where the search ended:");
        var table = new Table().text("Good").decimal("Price");
        failed.prices().forEach((good, price) -> table.row(good, Figures.of(price)));
        lines.addAll(table.lines());
        lines.add(
            "The condition that fails is about '"
                + failed.worst().at()
                + "', after "
                + failed.iterations()
                + " steps.");
      }
      case Outcome.UnmetDemand _,
          Outcome.RunawayPrice _,
          Outcome.UnboundedTrade _,
          Outcome.Insolvent _,
          Outcome.Unavailable _,
          Outcome.Refused _,
          Outcome.Solved _ -> {}
    }
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static List<String> plan(String title, Outcome.Plan plan, Map<String, Double> prices) {
    var lines = new ArrayList<String>();
    lines.add(title + ":");
    var table =
        new Table().text("").decimal("Quantity").text("Good").decimal("Price").decimal("Value");
    rows(table, "buys", plan.inputs(), prices);
    rows(table, "makes", plan.outputs(), prices);
    lines.addAll(table.lines());
    lines.add("Profit: " + Figures.of(plan.profit()));
    return lines;
  }

  private static void rows(
      Table table, String verb, Map<String, Double> quantities, Map<String, Double> prices) {
    new LinkedHashMap<>(quantities)
        .forEach((good, quantity) -> {
          double price = prices.getOrDefault(good, Double.NaN);
          table.row(
              verb, Figures.of(quantity), good, Figures.of(price), Figures.of(quantity * price));
        });
  }
}
