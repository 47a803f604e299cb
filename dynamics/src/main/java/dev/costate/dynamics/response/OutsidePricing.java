package dev.costate.dynamics.response;

import dev.costate.dynamics.law.Dynamics.Drive;
import dev.costate.dynamics.law.Rule;
import dev.costate.dynamics.law.Rule.Moved;
import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.dynamics.protocol.Broadcast;
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
  private final int traders;

  /** An import (direction 1) or export (-1). */
  private record Step(int direction, double price, double limit) {}

  /**
   * @param curves of the good, by its own price alone
   * @param size of what is traded in a step of an import or export at first
   * @param traders how many trade it inside
   */
  OutsidePricing(
      Good good,
      List<Curve> curves,
      Rule prices,
      Rule levels,
      Drive drive,
      double size,
      int traders) {
    this.curves = List.copyOf(curves);
    this.prices = prices;
    this.levels = levels;
    this.drive = drive;
    this.size = size;
    this.traders = traders;
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
      double quantity = quantity(curve, price);
      brings += curve.sign() > 0 ? quantity : 0;
      takes += curve.sign() < 0 ? quantity : 0;
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
  public Move move(double price, Seen seen, double[] memory, Broadcast heard) {
    var next = memory.clone();
    int own = prices.start().length;
    var tally = new Tally();
    double more = 0;
    for (int s = 0; s < steps.size(); s++) {
      var step = moveStep(s, price, memory, next, heard);
      tally.add(step.tally());
      more += steps.get(s).direction() * (step.announced() - memory[first(s)]);
    }
    double announced = more;
    var ofRule = Arrays.copyOf(memory, own);
    var moved =
        switch (drive) {
          case PLANS ->
              curves.isEmpty()
                  ? prices.next(price, signal(seen, price, price, announced), ofRule, heard)
                  : prices.next(price, at -> signal(seen, price, at, announced), ofRule, heard);
          case STOCKS -> prices.next(price, Signal.of(seen.wanted(), seen.stock()), ofRule, heard);
        };
    System.arraycopy(moved.memory(), 0, next, 0, own);
    tally.add(moved.tally());
    return new Move(atMostAsked(moved.value(), seen), next, tally.sums());
  }

  /**
   * Whoever asks a price sells all that is missing at it, so that it is never above; where others
   * sell too it moves by what they leave.
   */
  private static double atMostAsked(double price, Seen seen) {
    var offers = seen.offers();
    if (!offers.isAsked()) {
      return price;
    }
    return offers.others() > 0 ? Math.min(price, offers.least()) : offers.least();
  }

  /**
   * What drives the price if outsiders answered another.
   *
   * @param announced what imports less exports announce to bring more than they did
   */
  private Signal signal(Seen seen, double price, double at, double announced) {
    double demand = seen.demand();
    double supply = seen.offers().supply(seen) + announced;
    if (at != price) {
      for (var curve : curves) {
        double more = quantity(curve, at) - quantity(curve, price);
        demand += curve.sign() < 0 ? more : 0;
        supply += curve.sign() > 0 ? more : 0;
      }
    }
    return Signal.of(demand, supply).coupled(traders + steps.size(), 0);
  }

  private static double quantity(Curve curve, double price) {
    double quantity = curve.quantityAt(price);
    if (Double.isNaN(quantity)) {
      throw new NoAnswer(
          "the curve %s gives no number at price %s".formatted(curve.function(), price));
    }
    return Math.max(0, quantity);
  }

  private Moved moveStep(int s, double price, double[] memory, double[] next, Broadcast heard) {
    var step = steps.get(s);
    double more = step.direction() > 0 ? price : step.price();
    double less = step.direction() > 0 ? step.price() : price;
    var moved =
        levels.next(
            memory[first(s)],
            Signal.of(more, less).upTo(step.limit()),
            Arrays.copyOfRange(memory, first(s) + 1, first(s) + width()),
            heard);
    remember(next, s, Math.min(step.limit(), moved.value()), moved.memory());
    return moved;
  }
}
