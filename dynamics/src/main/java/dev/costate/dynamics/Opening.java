package dev.costate.dynamics;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Grains;
import dev.costate.dynamics.protocol.MarketState;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.response.Conducts;
import dev.costate.dynamics.response.Sizes;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;

/** The states of all agents at the start of a run. */
record Opening(Economy economy, Agents agents, Sizes sizes, Start start) {
  /** Prices that move in logarithms begin at least at this fraction of a typical price. */
  private static final double LEAST = 1e-9;

  List<TraderState> traders() {
    var states = new ArrayList<TraderState>();
    for (var trader : agents.traders()) {
      boolean isFirm = trader.address().kind() == Address.Kind.FIRM;
      states.add(
          start instanceof Start.At(var equilibrium, _) && isFirm
              ? running(trader, equilibrium)
              : trader.start(new long[trader.ports().size()], trader.conduct().start()));
    }
    return states;
  }

  /** A firm with its inputs in stock. */
  private TraderState running(Trader trader, Equilibrium equilibrium) {
    var firm = economy.firm(trader.address().name());
    var account = equilibrium.firm(firm.name());
    var inputs = firm.inputs().stream().mapToDouble(port -> account.uses(port.good())).toArray();
    var outputs = firm.outputs().stream().mapToDouble(port -> account.makes(port.good())).toArray();
    var stock = new long[trader.ports().size()];
    for (int i = 0; i < inputs.length; i++) {
      stock[i] = Grains.atLeast(inputs[i], trader.ports().get(i).grain());
    }
    return trader.start(stock, Conducts.memoryAt(trader, inputs, outputs));
  }

  List<MarketState> markets() {
    var states = new ArrayList<MarketState>();
    for (int m = 0; m < agents.markets().size(); m++) {
      states.add(agents.markets().get(m).start(price(m)));
    }
    return states;
  }

  private double price(int m) {
    var good = economy.goods().get(m);
    var fixed = good.fixedPrice();
    if (fixed.isPresent()) {
      return fixed.get().price();
    }
    double price =
        switch (start) {
          case Start.Usual _ -> good.start().orElse(sizes.price());
          case Start.At(var equilibrium, var factors) ->
              equilibrium.price(good.name()) * (factors.isEmpty() ? 1 : factors.get(m));
        };
    return Math.max(price, LEAST * sizes.price());
  }
}
