package dev.costate.cli.simulation;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Distance;
import dev.costate.dynamics.measure.Potentials;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.measure.Uphill;
import dev.costate.dynamics.protocol.Address;
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
  private final boolean hasSurplus;
  private final boolean hasGradient;
  private final long first;
  private final Optional<Potentials> potentials;
  private final List<Row> rows = new ArrayList<>();
  private Optional<Reading> before = Optional.empty();

  /**
   * A round.
   *
   * @param before the round before, if potentials of both are those of the same market
   * @param distance from the equilibrium, if one is known
   * @param alignment of the price move that led to this round, if there is a potential
   * @param unit what prices are divided by
   */
  public record Row(
      Reading reading,
      Optional<Reading> before,
      Optional<Distance> distance,
      Optional<Alignment> alignment,
      double unit) {
    public double price(int good) {
      return reading.goods().get(good).price() / unit;
    }
  }

  /**
   * @param equilibrium where the market is going, if that is known
   * @param first the round from which on the market is this one
   */
  public Series(Economy economy, Optional<Equilibrium> equilibrium, long first) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.first = first;
    isAligned = Alignment.obstacle(economy).isEmpty();
    hasSurplus = Potentials.obstacle(economy).isEmpty();
    hasGradient = hasSurplus && Potentials.kink(economy).isEmpty();
    potentials = hasSurplus ? Optional.of(Potentials.of(economy)) : Optional.empty();
  }

  /** Whether the market has a total surplus. */
  public boolean hasSurplus() {
    return hasSurplus;
  }

  /** Whether it has a gradient by quantities. */
  public boolean hasGradient() {
    return hasGradient;
  }

  /** Whether it has a dual surplus with a gradient by prices. */
  public boolean isAligned() {
    return isAligned;
  }

  /** Total and dual surplus, if the market has them. */
  public Optional<Potentials> potentials() {
    return potentials;
  }

  /** Total surplus of a round; not a number where there is none. */
  public double surplus(Row row) {
    return measured(row).map(p -> p.surplus(row.reading())).orElse(Double.NaN);
  }

  /** Dual surplus of a round; not a number where there is none or it has no gradient. */
  public double dualSurplus(Row row) {
    return measured(row)
        .filter(_ -> isAligned)
        .map(p -> p.dualSurplus(row.reading()))
        .orElse(Double.NaN);
  }

  /** The move of quantities that led to a round. */
  public Optional<Uphill> uphill(Row row) {
    return measured(row)
        .filter(_ -> hasGradient)
        .flatMap(p -> row.before().flatMap(before -> p.uphill(before, row.reading())));
  }

  private Optional<Potentials> measured(Row row) {
    return row.reading().round() < first ? Optional.empty() : potentials;
  }

  public void add(Reading reading) {
    boolean closed = economy.isClosed();
    double unit = closed ? reading.goods().get(unit()).price() : 1;
    var distance = equilibrium.map(there -> Distance.of(economy, reading, there));
    var alignment =
        isAligned
            ? before.map(last -> Alignment.of(economy, last, reading))
            : Optional.<Alignment>empty();
    var comparable = before.filter(last -> last.round() >= first);
    before = Optional.of(reading);
    rows.add(new Row(reading, comparable, distance, alignment, unit));
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
    if (hasSurplus) {
      header.add("surplus");
    }
    if (hasSurplus && isAligned) {
      header.add("dual surplus");
    }
    if (hasGradient) {
      header.add("quantity move against gradient");
      economy.firms().forEach(firm -> header.add("share of the gain " + firm.name()));
    }
    for (var good : economy.goods()) {
      for (var what : List.of("price", "demand", "supply", "quantity", "unmet", "stock")) {
        header.add(what + " " + good.name());
      }
    }
    economy.firms().forEach(firm -> header.add("profit " + firm.name()));
    return header;
  }

  private static String known(double value) {
    return Double.isFinite(value) ? NumberText.of(value) : "";
  }

  private List<String> cells(Row row) {
    var cells = new ArrayList<String>();
    cells.add(Long.toString(row.reading().round()));
    cells.add(row.distance().map(d -> NumberText.of(d.prices())).orElse(""));
    cells.add(row.distance().map(d -> NumberText.of(d.quantities())).orElse(""));
    cells.add(row.alignment().map(a -> NumberText.of(a.cosine())).orElse(""));
    if (hasSurplus) {
      cells.add(known(surplus(row)));
    }
    if (hasSurplus && isAligned) {
      cells.add(known(dualSurplus(row)));
    }
    if (hasGradient) {
      var uphill = uphill(row);
      cells.add(uphill.map(u -> known(u.cosine())).orElse(""));
      for (var firm : economy.firms()) {
        cells.add(uphill.map(u -> known(u.share(Address.firm(firm.name())))).orElse(""));
      }
    }
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
