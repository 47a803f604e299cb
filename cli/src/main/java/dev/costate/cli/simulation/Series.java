package dev.costate.cli.simulation;

import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Distance;
import dev.costate.dynamics.measure.Potentials;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.measure.Uphill;
import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.equilibrium.Equilibrium;
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

  /** Whether the market was another in rounds before. */
  public boolean isShocked() {
    return first > 1;
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
    var comparable = before.filter(last -> last.round() >= first);
    var alignment =
        isAligned
            ? comparable.map(last -> Alignment.of(economy, last, reading))
            : Optional.<Alignment>empty();
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
}
