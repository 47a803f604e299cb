package dev.costate.cli.simulation;

import dev.costate.cli.report.Figures;
import dev.costate.cli.report.TextTable;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run for people. */
public final class SimulationText {
  /** Rounds that are shown: 1, 2, 5, 10, and so on. */
  private static final int[] SHOWN = {1, 2, 5};

  private final String model;
  private final Dynamics dynamics;
  private final Series series;
  private final Run run;
  private final Optional<Equilibrium> equilibrium;
  private final List<String> lines = new ArrayList<>();

  /**
   * @param equilibrium where the market is going, if that is known
   */
  public SimulationText(
      String model, Dynamics dynamics, Series series, Run run, Optional<Equilibrium> equilibrium) {
    this.model = model;
    this.dynamics = dynamics;
    this.series = series;
    this.run = run;
    this.equilibrium = equilibrium;
  }

  /** With a line end behind every line. */
  public String text() {
    lines.add("%s out of equilibrium, by '%s'".formatted(model, dynamics.name()));
    lines.add("Dynamics: %s.".formatted(dynamics.summary()));
    lines.add("Steps: %s.".formatted(dynamics.steps()));
    Alignment.obstacle(run.economy())
        .ifPresent(why -> lines.add("No potential: %s.".formatted(why)));
    lines.add("");
    rounds();
    lines.add("");
    goods();
    lines.add("");
    lines.add(ending());
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private void rounds() {
    var table = new TextTable().text("Round");
    if (equilibrium.isPresent()) {
      table.decimal("Prices off").decimal("Quantities off");
    }
    table.decimal("Largest excess").text("of").decimal("Downhill");
    for (var row : series.rows()) {
      if (isShown(row.reading().round())) {
        table.row(cells(row));
      }
    }
    lines.addAll(table.lines());
    if (equilibrium.isPresent()) {
      lines.add(
          "Off: the difference to the equilibrium, as a fraction of what all is worth there.");
    }
    if (Alignment.obstacle(run.economy()).isEmpty()) {
      lines.add(
          "Downhill: the cosine of the price move with minus the gradient of the dual surplus.");
    }
  }

  private List<String> cells(Series.Row row) {
    var worst = row.reading().goods().getFirst();
    for (var good : row.reading().goods()) {
      worst = Math.abs(good.relativeExcess()) > Math.abs(worst.relativeExcess()) ? good : worst;
    }
    var cells = new ArrayList<String>();
    cells.add(Long.toString(row.reading().round()));
    row.distance()
        .ifPresent(distance -> {
          cells.add(Figures.size(distance.prices()));
          cells.add(Figures.size(distance.quantities()));
        });
    cells.add(Figures.size(worst.relativeExcess()));
    cells.add(worst.good());
    cells.add(row.alignment().map(a -> cosine(a.cosine())).orElse(""));
    return cells;
  }

  private static String cosine(double value) {
    return Double.isNaN(value) ? "" : Figures.of(Math.rint(value * 1e4) / 1e4);
  }

  private boolean isShown(long round) {
    if (round == series.rows().getFirst().reading().round()
        || round == series.rows().getLast().reading().round()) {
      return true;
    }
    for (long decade = 1; decade <= round; decade *= 10) {
      for (int shown : SHOWN) {
        if (round == shown * decade) {
          return true;
        }
      }
    }
    return false;
  }

  private void goods() {
    var table = new TextTable().text("Good").decimal("Price").decimal("Quantity");
    if (equilibrium.isPresent()) {
      table.decimal("Price at equilibrium").decimal("Quantity there");
    }
    var last = series.rows().getLast();
    for (int g = 0; g < last.reading().goods().size(); g++) {
      var good = last.reading().goods().get(g);
      var cells =
          new ArrayList<>(
              List.of(good.good(), Figures.of(last.price(g)), Figures.of(good.quantity())));
      if (equilibrium.isPresent()) {
        cells.add(Figures.of(equilibrium.get().price(good.good())));
        cells.add(Figures.of(equilibrium.get().quantity(good.good())));
      }
      table.row(cells);
    }
    lines.addAll(table.lines());
  }

  private String ending() {
    return switch (run.ending()) {
      case Run.Ending.Settled(long round) ->
          "settled in round %d: its plans and prices were checked, and are an equilibrium up to one part in a million"
              .formatted(round);
      case Run.Ending.NotSettled(var reason) -> "not settled: " + reason;
    };
  }
}
