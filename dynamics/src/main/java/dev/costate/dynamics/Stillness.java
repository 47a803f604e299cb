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
  private Optional<Reading> before = Optional.empty();
  private long next;
  private boolean refuted;
  private boolean settled;
  private String worst;

  private Stillness(double tolerance, Watch watch) {
    this.tolerance = tolerance;
    next = watch.next();
    refuted = watch.isRefuted();
    settled = watch.isSettled();
    worst = watch.worst();
  }

  static Stillness first(double tolerance) {
    return new Stillness(tolerance, Watch.NONE);
  }

  /**
   * One that has seen rounds before.
   *
   * @param last the last of them
   */
  static Stillness resumed(double tolerance, Watch watch, Reading last) {
    var stillness = new Stillness(tolerance, watch);
    stillness.before = watch.isOn() ? Optional.of(last) : Optional.empty();
    return stillness;
  }

  boolean isSettled() {
    return settled;
  }

  Watch watch() {
    return new Watch(before.isPresent(), next, refuted, settled, worst);
  }

  boolean isStill(Reading reading) {
    double turnover = 0;
    for (var good : reading.goods()) {
      turnover += good.price() * good.demand();
    }
    boolean still = true;
    double largest = 0;
    for (int g = 0; g < reading.goods().size(); g++) {
      var good = reading.goods().get(g);
      double imbalance = good.imbalance(turnover);
      still &= imbalance <= tolerance && drift(good, g) <= DRIFT * tolerance;
      if (!(imbalance <= largest)) {
        largest = imbalance;
        worst = words(good);
      }
    }
    before = Optional.of(reading);
    refuted &= still;
    return still && reading.round() >= next;
  }

  private static String words(Reading.OfGood good) {
    return "in the last round purchases of %s were planned and sales of %s of '%s', at price %s"
        .formatted(good.demand(), good.supply(), good.good(), good.price());
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

  void checked(long round, boolean holds) {
    refuted = !holds;
    settled = holds;
    next = (long) Math.ceil(PATIENCE * round);
  }

  /** What kept the market from settling, in words. */
  String worst() {
    return refuted ? "the plans were still, but the check found better ones" : worst;
  }
}
