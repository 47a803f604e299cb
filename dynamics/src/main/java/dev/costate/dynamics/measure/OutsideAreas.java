package dev.costate.dynamics.measure;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.area.Quadrature;
import dev.costate.equilibrium.condition.Curve;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What trade is worth to outsiders: areas under and over their curves, and steps of imports and
 * exports. All curves of one side of a good count as one. Numbers that are not known are not
 * numbers.
 */
final class OutsideAreas {
  private final List<OfGood> goods = new ArrayList<>();

  /**
   * @param reference a price up to which areas under demand are counted if they have no end
   */
  OutsideAreas(Economy economy, double reference) {
    var curves =
        MarketProblem.of(
                new Economy(
                    economy.goods(),
                    List.of(),
                    List.of(),
                    List.of(),
                    economy.program(),
                    economy.parameters(),
                    economy.definitions(),
                    Optional.empty(),
                    List.of()),
                KinkRule.GENEROUS)
            .layout()
            .curves();
    for (int g = 0; g < economy.goods().size(); g++) {
      int good = g;
      var own = curves.stream().filter(curve -> curve.good() == good).toList();
      goods.add(new OfGood(economy.goods().get(g), own, reference));
    }
  }

  OfGood of(int good) {
    return goods.get(good);
  }

  /** A step of imports or exports. */
  private record Step(double price, double limit) {}

  /** The outsiders of a good. */
  static final class OfGood {
    /** Prices up to this power of 2 times one are looked at for one that shrinks demand enough. */
    private static final int DOUBLINGS = 900;

    private final double fixedSupply;
    private final double fixedDemand;
    private final List<Curve> supply;
    private final List<Curve> demand;
    private final List<Step> imports;
    private final List<Step> exports;
    private final double reference;

    /** The area under demand over prices above the reference, 0 if it has no end. */
    private final double beyond;

    private final boolean isEndless;

    OfGood(Good good, List<Curve> curves, double reference) {
      this.reference = reference;
      fixedSupply =
          good.trades(Trade.FixedSupply.class).mapToDouble(Trade.FixedSupply::quantity).sum();
      fixedDemand =
          good.trades(Trade.FixedDemand.class).mapToDouble(Trade.FixedDemand::quantity).sum();
      supply = curves.stream().filter(curve -> curve.sign() > 0).toList();
      demand = curves.stream().filter(curve -> curve.sign() < 0).toList();
      imports =
          good.trades(Trade.Import.class)
              .map(t -> new Step(t.price(), t.limit()))
              .sorted(Comparator.comparingDouble(Step::price))
              .toList();
      exports =
          good.trades(Trade.Export.class)
              .map(t -> new Step(t.price(), t.limit()))
              .sorted(Comparator.comparingDouble(Step::price).reversed())
              .toList();
      double area =
          demand.isEmpty()
              ? 0
              : Quadrature.above(reference, p -> new double[] {quantity(demand, p)})
                  .map(known -> known.values()[0])
                  .orElse(Double.NaN);
      isEndless = !Double.isFinite(area);
      beyond = isEndless ? 0 : area;
    }

    /** Whether the area under demand has no end, so that it counts up to the reference only. */
    boolean isEndless() {
      return isEndless;
    }

    boolean hasSteps() {
      return !imports.isEmpty() || !exports.isEmpty();
    }

    /** What is wanted whatever it costs. */
    double fixedDemand() {
      return fixedDemand;
    }

    /** What supply curves offer at a price. */
    double supplied(double price) {
      return quantity(supply, price);
    }

    /** What demand curves ask for at a price. */
    double demanded(double price) {
      return quantity(demand, price);
    }

    private static double quantity(List<Curve> curves, double price) {
      double sum = 0;
      for (var curve : curves) {
        sum += Math.max(0, curve.quantityAt(price));
      }
      return sum;
    }

    /** What outsiders gain at a price, if all that they would trade at it is traded. */
    double gain(double price) {
      double gain = price * (fixedSupply - fixedDemand);
      gain += supplyArea(price) + demandArea(price);
      for (var step : imports) {
        gain += price > step.price ? (price - step.price) * step.limit : 0;
      }
      for (var step : exports) {
        gain += price < step.price ? (step.price - price) * step.limit : 0;
      }
      return gain;
    }

    /** Over all lower prices. */
    private double supplyArea(double price) {
      return supply.isEmpty()
          ? 0
          : Quadrature.from0(price, p -> new double[] {quantity(supply, p)})
              .map(known -> known.values()[0])
              .orElse(Double.NaN);
    }

    /** Over all higher prices. */
    private double demandArea(double price) {
      return demand.isEmpty()
          ? 0
          : beyond
              + Quadrature.between(price, reference, p -> new double[] {quantity(demand, p)})
                  .map(known -> known.values()[0])
                  .orElse(Double.NaN);
    }

    /** What it costs them to bring a quantity: what their curve says at a price, and imports. */
    double cost(double price, double brings) {
      double bySupply = quantity(supply, price);
      double area = supply.isEmpty() ? 0 : price * bySupply - supplyArea(price);
      return area + filled(imports, brings - fixedSupply - bySupply);
    }

    /**
     * What a part of what they would take is worth to them; beyond what they want whatever it
     * costs, which is served in full.
     */
    double worth(double price, double takes, double part) {
      double byDemand = quantity(demand, price);
      double worth = 0;
      if (byDemand > 0) {
        double valued = valueOfOneMore(price, part);
        worth = valued * part * byDemand + demandArea(valued);
      } else if (!demand.isEmpty()) {
        worth = demandArea(price);
      }
      return worth + filled(exports, part * (takes - fixedDemand - byDemand));
    }

    /**
     * The price at which the demand curves ask for a part of what they ask for at another; infinite
     * if there is none.
     */
    double valueOfOneMore(double price, double part) {
      double quantity = part * quantity(demand, price);
      if (part >= 1) {
        return price;
      }
      double low = price;
      double high = 2 * price;
      for (int k = 0; quantity(demand, high) > quantity; k++) {
        if (k == DOUBLINGS) {
          return Double.POSITIVE_INFINITY;
        }
        low = high;
        high = 2 * high;
      }
      while (true) {
        double middle = 0.5 * (low + high);
        if (middle == low || middle == high) {
          return low;
        }
        if (quantity(demand, middle) > quantity) {
          low = middle;
        } else {
          high = middle;
        }
      }
    }

    private static double filled(List<Step> steps, double quantity) {
      double value = 0;
      double left = Math.max(quantity, 0);
      for (var step : steps) {
        double amount = Math.min(left, step.limit);
        value += step.price * amount;
        left -= amount;
      }
      return value;
    }
  }
}
