package dev.costate.dynamics;

import dev.costate.dynamics.Checkpoint.Watch;
import dev.costate.dynamics.measure.Reading;
import java.util.Optional;

/** Whether a market looks as if it had settled, so that a check is worth its time. */
final class Stillness {
  /** After a check that failed, so many times as many rounds pass before the next. */
  private static final double PATIENCE = 1.1;

  /** Plans of two rounds may differ by this part of the tolerance. */
  private static final double DRIFT = 0.1;

  private final double tolerance;
  private final double nothing;
  private Optional<Reading> before = Optional.empty();
  private long next;
  private boolean refuted;
  private boolean settled;
  private String worst;

  private Stillness(double tolerance, double price, Watch watch) {
    this.tolerance = tolerance;
    nothing = tolerance * price;
    next = watch.next();
    refuted = watch.isRefuted();
    settled = watch.isSettled();
    worst = watch.worst();
  }

  /**
   * @param price that is typical of the market
   */
  static Stillness first(double tolerance, double price) {
    return new Stillness(tolerance, price, Watch.NONE);
  }

  /**
   * One that has seen rounds before.
   *
   * @param price that is typical of the market
   * @param last the last of them
   */
  static Stillness resumed(double tolerance, double price, Watch watch, Reading last) {
    var stillness = new Stillness(tolerance, price, watch);
    stillness.before = watch.isOn() ? Optional.of(last) : Optional.empty();
    return stillness;
  }

  boolean isSettled() {
    return settled;
  }

  Watch watch() {
    return new Watch(before.isPresent(), next, refuted, settled, worst);
  }

  /** Takes in a round; whether it is still, and a check is worth its time. */
  boolean sees(Reading reading) {
    double turnover = 0;
    for (var good : reading.goods()) {
      turnover += good.price() * good.demand();
    }
    double imbalance = 1;
    double drift = 1;
    for (int g = 0; g < reading.goods().size(); g++) {
      var good = reading.goods().get(g);
      double off = good.imbalance(nothing, turnover) / tolerance;
      double moved = drift(good, g) / (DRIFT * tolerance);
      if (!(off <= imbalance)) {
        imbalance = off;
        worst = imbalance(good);
      }
      if (!(moved <= drift)) {
        drift = moved;
        worst = imbalance > 1 ? worst : drift(good);
      }
    }
    boolean still = imbalance <= 1 && drift <= 1;
    before = Optional.of(reading);
    refuted &= still;
    return still && reading.round() >= next;
  }

  private static String imbalance(Reading.OfGood good) {
    return "in the last round purchases of %.6g were planned and sales of %.6g of '%s'"
        .formatted(good.demand(), good.supply(), good.good());
  }

  private static String drift(Reading.OfGood good) {
    return "plans to buy '%s' still change, in the last round to %.6g"
        .formatted(good.good(), good.demand());
  }

  /** How much planned purchases changed since the last round. */
  private double drift(Reading.OfGood good, int g) {
    if (before.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    double last = before.get().goods().get(g).demand();
    double size = Math.max(Math.abs(last), Math.abs(good.demand()));
    return size == 0 ? 0 : Math.abs(good.demand() - last) / size;
  }

  /**
   * @param objection of the check; empty if it has none
   */
  void checked(long round, Optional<String> objection) {
    refuted = objection.isPresent();
    settled = objection.isEmpty();
    objection.ifPresent(found -> worst = "the plans were still, but the check objects: " + found);
    next = (long) Math.ceil(PATIENCE * round);
  }

  /** What kept the market from settling, in words. */
  String worst() {
    return worst;
  }
}
