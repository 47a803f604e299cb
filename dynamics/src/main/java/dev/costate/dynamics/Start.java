package dev.costate.dynamics;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Grains;
import dev.costate.dynamics.protocol.Market;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.response.Conducts;
import dev.costate.dynamics.response.Sizes;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;

/** Where a run begins. */
public sealed interface Start {
  /**
   * At the prices and levels that the file gives as starts, or else at typical ones; without
   * stocks.
   */
  record Usual() implements Start {}

  /**
   * At an equilibrium, with every firm's inputs in its stock.
   *
   * @param priceFactors by good in the order of the market, what its price is multiplied by; none
   *     for the prices themselves
   */
  record At(Equilibrium equilibrium, List<Double> priceFactors) implements Start {
    public At {
      priceFactors = List.copyOf(priceFactors);
    }

    public At(Equilibrium equilibrium) {
      this(equilibrium, List.of());
    }

    private TraderState running(Trader trader, Economy economy) {
      var firm = economy.firm(trader.address().name());
      var account = equilibrium.firm(firm.name());
      var inputs = firm.inputs().stream().mapToDouble(port -> account.uses(port.good())).toArray();
      var outputs =
          firm.outputs().stream().mapToDouble(port -> account.makes(port.good())).toArray();
      var stock = new long[trader.ports().size()];
      for (int i = 0; i < inputs.length; i++) {
        stock[i] = Grains.atLeast(inputs[i], trader.ports().get(i).grain());
      }
      return trader.start(stock, Conducts.memoryAt(trader, inputs, outputs));
    }
  }

  /** The states of traders at first. */
  default List<TraderState> traders(Economy economy, Conducts.Agents agents) {
    var states = new ArrayList<TraderState>();
    for (var trader : agents.traders()) {
      states.add(
          switch (this) {
            case Usual _ -> trader.start(new long[trader.ports().size()], trader.conduct().start());
            case At at when trader.address().kind() == Address.Kind.FIRM ->
                at.running(trader, economy);
            case At _ -> trader.start(new long[trader.ports().size()], trader.conduct().start());
          });
    }
    return states;
  }

  /** The states of markets at first. */
  default List<MarketState> markets(Economy economy, Conducts.Agents agents, Sizes sizes) {
    var states = new ArrayList<MarketState>();
    for (int m = 0; m < agents.markets().size(); m++) {
      states.add(agents.markets().get(m).start(price(economy, agents.markets().get(m), m, sizes)));
    }
    return states;
  }

  private double price(Economy economy, Market market, int m, Sizes sizes) {
    var good = economy.goods().get(m);
    var fixed = good.fixedPrice();
    if (fixed.isPresent()) {
      return fixed.get().price();
    }
    return switch (this) {
      case Usual _ -> positive(good.start().orElse(sizes.price()), sizes);
      case At(var equilibrium, var factors) -> {
        double price = equilibrium.price(market.good());
        yield positive(factors.isEmpty() ? price : price * factors.get(m), sizes);
      }
    };
  }

  /** Prices that move in logarithms begin above 0. */
  private static double positive(double price, Sizes sizes) {
    double least = 1e-9 * sizes.price();
    return Math.max(price, least);
  }
}
