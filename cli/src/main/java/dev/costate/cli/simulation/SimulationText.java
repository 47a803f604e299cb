package dev.costate.cli.simulation;

import dev.costate.cli.report.Figures;
import dev.costate.cli.report.TextTable;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Lyapunov;
import dev.costate.dynamics.measure.Marketed;
import dev.costate.dynamics.measure.Potentials;
import dev.costate.dynamics.measure.Reading;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run for people. */
public final class SimulationText {
  /** Rounds that are shown: 1, 2, 5, 10, and so on. */
  private static final int[] SHOWN = {1, 2, 5};

  /** What is delivered may fall short of what was planned by this part. */
  private static final double DELIVERED = 1e-3;

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
    obstacles();
    lines.add("");
    rounds();
    lines.add("");
    goods();
    lines.add("");
    undelivered().ifPresent(lines::add);
    lines.add(ending());
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Plans that are settled need not have been carried out. */
  private Optional<String> undelivered() {
    var goods =
        run.reading().goods().stream()
            .filter(good -> run.isSettled() && isUndelivered(good))
            .map(good ->
                "%s of %s '%s'"
                    .formatted(Figures.of(good.quantity()), Figures.of(planned(good)), good.good()))
            .toList();
    return goods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Delivered in the last round, of what was planned: " + String.join(", ", goods) + ".");
  }

  private boolean isUndelivered(Reading.OfGood good) {
    boolean isElastic = run.economy().good(good.good()).fixedPrice().isPresent();
    return !isElastic && good.quantity() < (1 - DELIVERED) * planned(good);
  }

  private static double planned(Reading.OfGood good) {
    return Math.min(good.demand(), good.supply());
  }

  /** Why something is not measured. */
  private void obstacles() {
    var prices = Alignment.obstacle(run.economy());
    if (!series.hasSurplus()) {
      var why = prices.or(() -> Potentials.obstacle(run.economy()));
      lines.add("No potential: %s.".formatted(why.orElseThrow()));
      return;
    }
    prices.ifPresent(why -> lines.add("No cosine of prices: %s.".formatted(why)));
    Potentials.kink(run.economy())
        .ifPresent(why -> lines.add("No cosine of quantities: %s.".formatted(why)));
    series
        .potentials()
        .filter(potentials -> !potentials.endless().isEmpty())
        .ifPresent(potentials -> lines.add(endless(potentials)));
  }

  private static String endless(Potentials potentials) {
    return "Surplus is known up to a constant: the area under demand for %s has no end, and counts up to the price %s."
        .formatted(String.join(", ", potentials.endless()), Figures.of(potentials.reference()));
  }

  private void rounds() {
    var table = new TextTable().text("Round");
    if (equilibrium.isPresent()) {
      table.decimal("Prices off").decimal("Quantities off");
    }
    table.decimal("Largest excess").text("of");
    if (series.hasSurplus()) {
      table.decimal("Surplus");
    }
    if (series.isAligned()) {
      table.decimal("At most").decimal("Downhill");
    }
    if (series.hasGradient()) {
      table.decimal("Uphill");
    }
    lyapunov().ifPresent(_ -> table.decimal("Lyapunov"));
    for (var row : series.rows()) {
      if (isShown(row.reading().round())) {
        table.row(cells(row));
      }
    }
    lines.addAll(table.lines());
    if (equilibrium.isPresent()) {
      lines.add(
          "Off: the difference to the equilibrium%s, as a fraction of what all is worth there."
              .formatted(series.isShocked() ? " after the last shock" : ""));
    }
    lines.add(
        "Largest excess: planned purchases less planned sales, over their mean, and of what.");
    if (series.hasSurplus()) {
      lines.add(surplus());
    }
    if (series.isAligned()) {
      lines.add(
          "Downhill: the cosine of the price move with minus the gradient of the dual surplus.");
    }
    if (series.hasGradient()) {
      lines.add(
          "Uphill: the cosine of the move of plans with the gradient of surplus, if any plan could make it larger.");
    }
    lyapunov()
        .ifPresent(known -> lines.add("Lyapunov: %s: %s.".formatted(known.name(), known.claim())));
  }

  /** What the columns of surplus are. */
  private String surplus() {
    boolean mustServe =
        run.economy().goods().stream()
            .anyMatch(good -> good.trades(Trade.FixedDemand.class).findAny().isPresent());
    return "Surplus: what the plans are worth as far as they can be carried out%s%s."
        .formatted(
            mustServe ? ", if they meet all fixed demand" : "",
            series.isAligned()
                ? "; at most: the dual surplus, which no plans exceed at any prices"
                : "");
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
    if (series.hasSurplus()) {
      cells.add(known(series.surplus(row)));
    }
    if (series.isAligned()) {
      cells.add(known(series.dualSurplus(row)));
      cells.add(row.alignment().map(a -> cosine(a.cosine())).orElse(""));
    }
    if (series.hasGradient()) {
      cells.add(series.uphill(row).map(u -> cosine(u.cosine())).orElse(""));
    }
    lyapunov().ifPresent(known -> cells.add(Figures.of(known.at(row.reading()))));
    return cells;
  }

  private Optional<Lyapunov> lyapunov() {
    return equilibrium.flatMap(there -> Lyapunov.of(dynamics, run.economy(), there));
  }

  private static String known(double value) {
    return Double.isFinite(value) ? Figures.of(value) : "";
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
        cells.add(Figures.of(Marketed.quantity(run.economy(), equilibrium.get(), good.good())));
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
