package dev.costate.cli.simulation;

import dev.costate.cli.report.Figures;
import dev.costate.cli.report.TextTable;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Trace;
import dev.costate.dynamics.Trace.Response;
import dev.costate.dynamics.law.Dynamics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** A trace for people: a table, and a picture of the rounds. */
public final class TraceText {
  /** A picture is no wider than so many rounds. */
  private static final int WIDTH = 60;

  private final List<String> lines = new ArrayList<>();
  private final Trace trace;

  private TraceText(Trace trace) {
    this.trace = trace;
  }

  /**
   * With a line end behind every line.
   *
   * @param shock in the user's words
   */
  public static String of(String model, String shock, Dynamics dynamics, Trace trace) {
    var text = new TraceText(trace);
    text.lines.add("%s in %s, by '%s'".formatted(shock, model, dynamics.name()));
    text.lines.add("");
    text.table();
    text.lines.add("");
    text.picture();
    text.lines.add("");
    text.lines.add(text.ending());
    return String.join("\n", text.lines) + "\n";
  }

  /** The goods in the order in which they respond at all. */
  public static List<Response> sorted(Trace trace) {
    return trace.goods().stream()
        .sorted(
            Comparator.comparingLong((Response r) ->
                    Math.min(r.quantity().orElse(Long.MAX_VALUE), r.price().orElse(Long.MAX_VALUE)))
                .thenComparingLong(r -> r.price().orElse(Long.MAX_VALUE)))
        .toList();
  }

  private void table() {
    var table =
        new TextTable()
            .text("Good")
            .decimal("Quantity from round")
            .decimal("Price from round")
            .decimal("Quantity before")
            .decimal("after")
            .decimal("Price before")
            .decimal("after");
    for (var response : sorted(trace)) {
      table.row(
          List.of(
              response.good(),
              round(response.quantity()),
              round(response.price()),
              Figures.of(response.before().quantity()),
              Figures.of(after(response.before().quantity(), response.after().quantity())),
              Figures.of(response.before().price()),
              Figures.of(after(response.before().price(), response.after().price()))));
    }
    lines.addAll(table.lines());
  }

  /** What differs by less than a response is the same. */
  private static double after(double before, double now) {
    double size = Math.max(Math.abs(before), Math.abs(now));
    return Math.abs(now - before) <= Trace.RESPONSE * size ? before : now;
  }

  private static String round(OptionalLong round) {
    return round.isPresent() ? Long.toString(round.getAsLong()) : "never";
  }

  private void picture() {
    long last =
        trace.goods().stream()
            .flatMap(r -> List.of(r.quantity(), r.price()).stream())
            .flatMapToLong(OptionalLong::stream)
            .filter(round -> round <= WIDTH)
            .max()
            .orElse(0);
    if (last == 0) {
      lines.add("Nothing responds in the first %d rounds.".formatted(WIDTH));
      return;
    }
    lines.add("First responses by round: q of the quantity, p of the price, b of both.");
    int width = trace.goods().stream().mapToInt(r -> r.good().length()).max().orElse(0);
    for (var response : sorted(trace)) {
      var row = new StringBuilder(response.good());
      row.append(" ".repeat(width + 2 - response.good().length()));
      for (long round = 1; round <= last; round++) {
        boolean quantity = response.quantity().equals(OptionalLong.of(round));
        boolean price = response.price().equals(OptionalLong.of(round));
        row.append(quantity && price ? 'b' : quantity ? 'q' : price ? 'p' : '.');
      }
      lines.add(row.toString());
    }
  }

  private String ending() {
    return switch (trace.ending()) {
      case Run.Ending.Settled(long round) -> "settled again in round %d".formatted(round);
      case Run.Ending.NotSettled(var reason) -> "not settled: " + reason;
    };
  }
}
