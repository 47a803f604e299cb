package dev.costate.cli.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.costate.cli.simulation.Series.Row;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.measure.Uphill;
import dev.costate.dynamics.protocol.Address;
import dev.costate.economy.Economy;
import dev.costate.runtime.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What was measured round by round as a table: a row for each round, as CSV. */
public final class SeriesTable {
  private static final Map<Collected, String> OF_GOODS =
      Map.of(
          Collected.PRICES, "price",
          Collected.DEMAND, "demand",
          Collected.SUPPLY, "supply",
          Collected.QUANTITIES, "quantity",
          Collected.UNMET, "unmet",
          Collected.STOCKS, "stock");

  private final Series series;
  private final Set<Collected> collected;
  private final List<Column> columns = new ArrayList<>();

  private Optional<Found> found = Optional.empty();

  private record Found(long round, Optional<Uphill> uphill) {}

  /**
   * @param value not a number for what is not known
   */
  private record Column(String name, ToDoubleFunction<Row> value) {}

  /**
   * @param collected what the table has besides the number of the round
   */
  public SeriesTable(Series series, Economy economy, Set<Collected> collected) {
    this.series = series;
    this.collected = Set.copyOf(collected);
    ofMarket(economy);
    for (int g = 0; g < economy.goods().size(); g++) {
      ofGood(economy.goods().get(g).name(), g);
    }
    for (int f = 0; f < economy.firms().size(); f++) {
      int firm = f;
      add(
          Collected.PROFITS,
          "profit " + economy.firms().get(f).name(),
          row -> row.reading().firms().get(firm).profit() / row.unit());
    }
  }

  private void add(Collected kind, String name, ToDoubleFunction<Row> value) {
    if (collected.contains(kind)) {
      columns.add(new Column(name, value));
    }
  }

  private void ofMarket(Economy economy) {
    add(
        Collected.DISTANCE,
        "distance of prices",
        row -> row.distance().map(d -> d.prices()).orElse(Double.NaN));
    add(
        Collected.DISTANCE,
        "distance of quantities",
        row -> row.distance().map(d -> d.quantities()).orElse(Double.NaN));
    add(
        Collected.ALIGNMENT,
        "price move against gradient",
        row -> row.alignment().map(a -> a.cosine()).orElse(Double.NaN));
    if (series.hasSurplus()) {
      add(Collected.SURPLUS, "surplus", series::surplus);
    }
    if (series.hasSurplus() && series.isAligned()) {
      add(Collected.SURPLUS, "dual surplus", series::dualSurplus);
    }
    if (series.hasGradient()) {
      add(
          Collected.ALIGNMENT,
          "quantity move against gradient",
          row -> uphill(row).map(u -> u.cosine()).orElse(Double.NaN));
      for (var firm : economy.firms()) {
        add(
            Collected.ALIGNMENT,
            "share of the gain " + firm.name(),
            row -> uphill(row).map(u -> u.share(Address.firm(firm.name()))).orElse(Double.NaN));
      }
    }
  }

  /** Found once for all columns of a row. */
  private Optional<Uphill> uphill(Row row) {
    if (found.isEmpty() || found.get().round() != row.reading().round()) {
      found = Optional.of(new Found(row.reading().round(), series.uphill(row)));
    }
    return found.get().uphill();
  }

  private void ofGood(String good, int g) {
    for (var kind : Collected.values()) {
      if (OF_GOODS.containsKey(kind)) {
        add(
            kind,
            OF_GOODS.get(kind) + " " + good,
            row ->
                kind == Collected.PRICES
                    ? row.price(g)
                    : value(kind, row.reading().goods().get(g)));
      }
    }
  }

  private static double value(Collected kind, Reading.OfGood good) {
    return switch (kind) {
      case DEMAND -> good.demand();
      case SUPPLY -> good.supply();
      case QUANTITIES -> good.quantity();
      case UNMET -> good.unmet();
      case STOCKS -> good.stock();
      case PRICES, PROFITS, DISTANCE, SURPLUS, ALIGNMENT ->
          throw new IllegalArgumentException(kind + " of a good");
    };
  }

  public String csv() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      var header = new ArrayList<>(List.of("round"));
      columns.forEach(column -> header.add(column.name()));
      csv.writeRecord(header);
      for (var row : series.rows()) {
        var cells = new ArrayList<>(List.of(Long.toString(row.reading().round())));
        columns.forEach(column -> cells.add(cell(column.value().applyAsDouble(row))));
        csv.writeRecord(cells);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String cell(double value) {
    return Double.isFinite(value) ? NumberText.of(value) : "";
  }
}
