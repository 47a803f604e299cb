package dev.costate.dynamics.measure;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Market;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Port;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.schedule.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A round as an onlooker sees it.
 *
 * @param round from 1
 * @param goods in the order of the market
 * @param firms in the order of the market
 */
public record Reading(long round, List<OfGood> goods, List<OfFirm> firms) {
  public Reading {
    goods = List.copyOf(goods);
    firms = List.copyOf(firms);
  }

  /**
   * A good.
   *
   * @param price at which it was traded in this round, money per unit
   * @param demand planned purchases at the prices that were known, in units
   * @param supply planned sales at them
   * @param quantity purchases, in units
   * @param unmet what was wanted and not there, in units
   * @param stock what the market keeps for the next round, in units
   * @param brings planned sales of outsiders, in units; 0 where they trade at a fixed price
   * @param takes planned purchases of outsiders, in units; likewise
   */
  public record OfGood(
      String good,
      double price,
      double demand,
      double supply,
      double quantity,
      double unmet,
      double stock,
      double brings,
      double takes) {
    /** Planned purchases less planned sales over their mean; 0 if there are neither. */
    public double relativeExcess() {
      double scale = 0.5 * (demand + supply);
      return scale > 0 ? (demand - supply) / scale : 0;
    }

    /**
     * The same without its sign; where more is sold than is wanted of a good that costs next to
     * nothing, what that is worth as a part of a turnover.
     *
     * @param nothing a price that is next to nothing
     */
    public double imbalance(double nothing, double turnover) {
      double relative = Math.abs(relativeExcess());
      if (supply <= demand || price > nothing) {
        return relative;
      }
      double worth = price * (supply - demand);
      return turnover > 0 ? Math.min(relative, worth / turnover) : 0;
    }
  }

  /**
   * A firm.
   *
   * @param profit that it planned at the prices it knew, money a round, at market prices
   * @param cash that it has, money
   * @param inputs planned, by port, in units
   * @param outputs planned, by port, in units
   */
  public record OfFirm(
      String firm, double profit, double cash, List<Double> inputs, List<Double> outputs) {
    public OfFirm {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * A good by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public OfGood good(String name) {
    return goods.stream()
        .filter(good -> good.good().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no good '" + name + "'"));
  }

  /** What the last round was like. */
  public static Reading of(Agents agents, World world) {
    var goods = new ArrayList<OfGood>();
    for (int m = 0; m < agents.markets().size(); m++) {
      goods.add(good(agents.markets().get(m), world.markets().get(m)));
    }
    var firms = new ArrayList<OfFirm>();
    double moneyGrain = agents.markets().isEmpty() ? 1 : agents.markets().getFirst().moneyGrain();
    for (int t = 0; t < agents.traders().size(); t++) {
      var trader = agents.traders().get(t);
      if (trader.address().kind() == Address.Kind.FIRM) {
        firms.add(
            firm(trader.address().name(), trader.ports(), world.traders().get(t), moneyGrain));
      }
    }
    return new Reading(world.round(), goods, firms);
  }

  private static OfGood good(Market market, MarketState state) {
    var last = state.last();
    double demand = last.seen().demand();
    double supply = last.seen().supply();
    if (market.pricing().isElastic()) {
      double most = Math.max(demand, supply);
      demand = most;
      supply = most;
    }
    long stock = 0;
    for (long grains : state.consigned()) {
      stock += grains;
    }
    return new OfGood(
        market.good(),
        last.price(),
        demand,
        supply,
        last.quantity() * market.grain(),
        last.unmet() * market.grain(),
        stock * market.grain(),
        last.outside().brings(),
        last.outside().takes());
  }

  private static OfFirm firm(String name, List<Port> ports, TraderState state, double moneyGrain) {
    var inputs = new ArrayList<Double>();
    var outputs = new ArrayList<Double>();
    double profit = 0;
    for (int i = 0; i < ports.size(); i++) {
      double net = state.intent().sells()[i] - state.intent().buys()[i];
      profit += net == 0 ? 0 : net * state.prices()[i];
      if (ports.get(i).side() == Port.Side.BUYS) {
        inputs.add(-net);
      } else {
        outputs.add(net);
      }
    }
    return new OfFirm(name, profit, state.cash() * moneyGrain, inputs, outputs);
  }
}
