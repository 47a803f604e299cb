package dev.costate.dynamics.response;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Conduct;
import dev.costate.dynamics.protocol.Grains;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Port;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A firm: its ports are its inputs, then its outputs.
 *
 * @param gates by port
 * @param owners the fraction of its profit that each consumer owns
 */
record FirmConduct(
    List<Port> ports, List<Gate> gates, int inputs, Map<String, Double> owners, Planner planner)
    implements Conduct {
  FirmConduct {
    ports = List.copyOf(ports);
    gates = List.copyOf(gates);
    owners = new LinkedHashMap<>(owners);
  }

  @Override
  public double[] start() {
    return planner.start();
  }

  @Override
  public Intent intend(Known known) {
    int n = ports.size();
    var marginal = new double[n];
    for (int i = 0; i < n; i++) {
      marginal[i] = gates.get(i).marginal(known.prices()[i]);
    }
    var told =
        new Planner.Told(
            Arrays.copyOf(marginal, inputs),
            Arrays.copyOfRange(marginal, inputs, n),
            Arrays.copyOfRange(known.sought(), inputs, n),
            known.memory(),
            known.heard());
    var plan = planner.plan(told);
    var buys = Arrays.copyOf(plan.inputs(), n);
    var sells = new double[n];
    for (int k = inputs; k < n; k++) {
      double made = plan.outputs()[k - inputs];
      sells[k] = Math.max(made, 0);
      buys[k] = Math.max(-made, 0);
    }
    return new Intent(
        buys, sells, asks(told), announcements(known.prices(), plan), plan.memory(), plan.tally());
  }

  private double[] asks(Planner.Told told) {
    var costs = planner.asks(told);
    var asks = new double[ports.size()];
    Arrays.fill(asks, Double.NaN);
    for (int k = inputs; k < asks.length; k++) {
      asks[k] = gates.get(k).asking(costs[k - inputs]);
    }
    return asks;
  }

  /** What the plan would earn its owners, and the receivers of its wedges. */
  private List<Announcement> announcements(double[] prices, Planner.Plan plan) {
    double profit = 0;
    var levies = new LinkedHashMap<String, Double>();
    for (int i = 0; i < prices.length; i++) {
      double quantity = i < inputs ? plan.inputs()[i] : plan.outputs()[i - inputs];
      profit -= gates.get(i).direction() * gates.get(i).net(prices[i]) * quantity;
      for (var levy : gates.get(i).levies()) {
        levies.merge(levy.receiver(), levy.perUnit(prices[i]) * quantity, Double::sum);
      }
    }
    var announcements = new ArrayList<Announcement>();
    for (var owner : owners.entrySet()) {
      announcements.add(
          new Announcement(
              Address.consumer(owner.getKey()), Claim.Kind.DIVIDEND, owner.getValue() * profit));
    }
    levies.forEach((receiver, money) ->
        announcements.add(new Announcement(Address.consumer(receiver), Claim.Kind.LEVY, money)));
    return announcements;
  }

  @Override
  public long[] transform(long[] stock, Intent intent) {
    var available = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      double grain = ports.get(i).grain();
      available[i] = Math.min(Math.max(0, stock[i]) * grain, intent.buys()[i]);
    }
    var outputs = new double[ports.size() - inputs];
    for (int k = 0; k < outputs.length; k++) {
      outputs[k] = intent.sells()[inputs + k] - intent.buys()[inputs + k];
    }
    var run =
        planner.run(
            available,
            new Planner.Plan(Arrays.copyOf(intent.buys(), inputs), outputs, intent.memory()));
    var change = new long[ports.size()];
    for (int i = 0; i < change.length; i++) {
      double grain = ports.get(i).grain();
      change[i] =
          i < inputs
              ? -Math.min(stock[i], Grains.atLeast(run.used()[i], grain))
              : Grains.atMost(run.made()[i - inputs], grain);
    }
    return change;
  }
}
