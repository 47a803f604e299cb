package dev.costate.dynamics.response;

import dev.costate.dynamics.law.Dynamics.Drive;
import dev.costate.dynamics.law.Rule;
import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.dynamics.protocol.Pricing;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The market of a good with its outsiders: fixed quantities, curves of its own price, and steps of
 * imports and exports, whose answer would be a set and which therefore move with their margin as
 * firms of constant returns do. Memory: what the rule of the price remembers, then by step its
 * quantity and what its rule remembers.
 */
final class OutsidePricing implements Pricing {
  private final double supply;
  private final double demand;
  private final List<Curve> curves;
  private final List<Step> steps = new ArrayList<>();
  private final Rule prices;
  private final Rule levels;
  private final Drive drive;
  private final double size;

  /** An import (direction 1) or export (-1). */
  private record Step(int direction, double price, double limit) {}

  /**
   * @param curves of the good, by its own price alone
   * @param size of what is traded in a step of an import or export at first
   */
  OutsidePricing(
      Good good, List<Curve> curves, Rule prices, Rule levels, Drive drive, double size) {
    this.curves = List.copyOf(curves);
    this.prices = prices;
    this.levels = levels;
    this.drive = drive;
    this.size = size;
    supply = good.trades(Trade.FixedSupply.class).mapToDouble(Trade.FixedSupply::quantity).sum();
    demand = good.trades(Trade.FixedDemand.class).mapToDouble(Trade.FixedDemand::quantity).sum();
    good.trades(Trade.Import.class).forEach(t -> steps.add(new Step(1, t.price(), t.limit())));
    good.trades(Trade.Export.class).forEach(t -> steps.add(new Step(-1, t.price(), t.limit())));
  }

  private int width() {
    return 1 + levels.start().length;
  }

  private int first(int step) {
    return prices.start().length + step * width();
  }

  @Override
  public double[] start() {
    var memory = Arrays.copyOf(prices.start(), first(steps.size()));
    for (int s = 0; s < steps.size(); s++) {
      remember(memory, s, Math.min(size, steps.get(s).limit()), levels.start());
    }
    return memory;
  }

  private void remember(double[] memory, int step, double quantity, double[] ofRule) {
    memory[first(step)] = quantity;
    System.arraycopy(ofRule, 0, memory, first(step) + 1, ofRule.length);
  }

  @Override
  public Outside outside(double price, double[] memory) {
    double brings = supply;
    double takes = demand;
    for (var curve : curves) {
      double quantity = curve.quantityAt(price);
      if (Double.isNaN(quantity)) {
        throw new NoAnswer(
            "the curve %s gives no number at price %s".formatted(curve.function(), price));
      }
      brings += curve.sign() > 0 ? Math.max(0, quantity) : 0;
      takes += curve.sign() < 0 ? Math.max(0, quantity) : 0;
    }
    for (int s = 0; s < steps.size(); s++) {
      double quantity = memory[first(s)];
      brings += steps.get(s).direction() > 0 ? quantity : 0;
      takes += steps.get(s).direction() < 0 ? quantity : 0;
    }
    return new Outside(brings, takes);
  }

  @Override
  public boolean isElastic() {
    return false;
  }

  @Override
  public boolean keepsStock() {
    return drive == Drive.STOCKS;
  }

  @Override
  public Move move(double price, Seen seen, double[] memory) {
    var next = memory.clone();
    int own = prices.start().length;
    var signal =
        switch (drive) {
          case PLANS -> Signal.of(seen.demand(), seen.supply());
          case STOCKS -> Signal.of(seen.wanted(), seen.stock());
        };
    var moved = prices.next(price, signal, Arrays.copyOf(memory, own), seen.round());
    System.arraycopy(moved.memory(), 0, next, 0, own);
    double value = atMostAsked(moved.value(), seen);
    for (int s = 0; s < steps.size(); s++) {
      moveStep(s, price, memory, next, seen.round());
    }
    return new Move(value, next);
  }

  /** Whoever asks a price sells all that is missing at it; who asks none may bring it down. */
  private static double atMostAsked(double price, Seen seen) {
    var offers = seen.offers();
    if (!offers.isAsked()) {
      return price;
    }
    return seen.demand() >= offers.others() ? offers.least() : Math.min(price, offers.least());
  }

  private void moveStep(int s, double price, double[] memory, double[] next, long round) {
    var step = steps.get(s);
    double more = step.direction() > 0 ? price : step.price();
    double less = step.direction() > 0 ? step.price() : price;
    var moved =
        levels.next(
            memory[first(s)],
            Signal.of(more, less),
            Arrays.copyOfRange(memory, first(s) + 1, first(s) + width()),
            round);
    remember(next, s, Math.min(step.limit(), moved.value()), moved.memory());
  }
}
