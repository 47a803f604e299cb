package dev.costate.cli.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Distance;
import dev.costate.dynamics.measure.Reading;
import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.runtime.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was measured round by round. Prices of a closed market are relative. */
public final class Series {
  private final Economy economy;
  private final Optional<Equilibrium> equilibrium;
  private final boolean isAligned;
  private final List<Row> rows = new ArrayList<>();
  private Optional<Reading> before = Optional.empty();

  /**
   * A round.
   *
   * @param distance from the equilibrium, if one is known
   * @param alignment of the price move that led to this round, if there is a potential
   * @param unit what prices are divided by
   */
  public record Row(
      Reading reading, Optional<Distance> distance, Optional<Alignment> alignment, double unit) {
    public double price(int good) {
      return reading.goods().get(good).price() / unit;
    }
  }

  /**
   * @param equilibrium where the market is going, if that is known
   */
  public Series(Economy economy, Optional<Equilibrium> equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    isAligned = Alignment.obstacle(economy).isEmpty();
  }

  public void add(Reading reading) {
    boolean closed = economy.isClosed();
    double unit = closed ? reading.goods().get(unit()).price() : 1;
    var distance = equilibrium.map(there -> Distance.of(reading, there, closed));
    var alignment =
        isAligned
            ? before.map(last -> Alignment.of(economy, last, reading))
            : Optional.<Alignment>empty();
    before = Optional.of(reading);
    rows.add(new Row(reading, distance, alignment, unit));
  }

  /** Says which round was the last before the first that will be added. */
  public void goOnAfter(Reading reading) {
    before = Optional.of(reading);
  }

  /** The good in which prices of a closed market are: its numeraire, or else its first. */
  private int unit() {
    var names = economy.goods().stream().map(Good::name).toList();
    return economy.numeraire().map(names::indexOf).orElse(0);
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** One row for each round, as CSV. */
  public String csv() {
    var text = new StringWriter();
    try (var csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header());
      for (var row : rows) {
        csv.writeRecord(cells(row));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private List<String> header() {
    var header = new ArrayList<>(List.of("round", "distance of prices", "distance of quantities"));
    header.add("price move against gradient");
    for (var good : economy.goods()) {
      for (var what : List.of("price", "demand", "supply", "quantity", "unmet", "stock")) {
        header.add(what + " " + good.name());
      }
    }
    economy.firms().forEach(firm -> header.add("profit " + firm.name()));
    return header;
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    cells.add(Long.toString(row.reading().round()));
    cells.add(row.distance().map(d -> NumberText.of(d.prices())).orElse(""));
    cells.add(row.distance().map(d -> NumberText.of(d.quantities())).orElse(""));
    cells.add(row.alignment().map(a -> NumberText.of(a.cosine())).orElse(""));
    for (int g = 0; g < row.reading().goods().size(); g++) {
      var good = row.reading().goods().get(g);
      cells.add(NumberText.of(row.price(g)));
      for (double value :
          new double[] {
            good.demand(), good.supply(), good.quantity(), good.unmet(), good.stock()
          }) {
        cells.add(NumberText.of(value));
      }
    }
    row.reading().firms().forEach(firm -> cells.add(NumberText.of(firm.profit() / row.unit())));
    return cells;
  }
}
