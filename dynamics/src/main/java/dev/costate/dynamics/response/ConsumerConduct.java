package dev.costate.dynamics.response;

import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Conduct;
import dev.costate.dynamics.protocol.Grains;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Port;
import dev.costate.dynamics.protocol.Trader.Source;
import dev.costate.dynamics.response.OwnUse.Own;
import dev.costate.dynamics.response.OwnUse.Stake;
import dev.costate.economy.Consumer.Transfer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A consumer: its ports are those where it sells what it owns, then where it buys what it wants,
 * then where it saves. It plans to sell all it owns and to buy all it wants, also of the same good,
 * but of a good that is taxed on the way it keeps what it wants.
 *
 * @param gates by port
 * @param owned by endowment
 * @param own goods that it keeps some of
 * @param saved by saving, the fraction of income
 */
record ConsumerConduct(
    List<Port> ports,
    List<Gate> gates,
    List<Double> owned,
    int wants,
    List<Own> own,
    Demand demand,
    List<Double> saved,
    List<Transfer> transfers,
    List<Source> sources)
    implements Conduct {
  ConsumerConduct {
    ports = List.copyOf(ports);
    gates = List.copyOf(gates);
    owned = List.copyOf(owned);
    own = List.copyOf(own);
    saved = List.copyOf(saved);
    transfers = List.copyOf(transfers);
    sources = List.copyOf(sources);
  }

  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Intent intend(Known known) {
    var buys = new double[ports.size()];
    var sells = new double[ports.size()];
    double income = 0;
    for (int i = 0; i < owned.size(); i++) {
      sells[i] = Math.max(owned.get(i), 0);
      buys[i] = Math.max(-owned.get(i), 0);
      income += owned.get(i) * net(i, known);
    }
    double received = 0;
    for (int s = 0; s < sources.size(); s++) {
      if (sources.get(s).kind() == Claim.Kind.TRANSFER) {
        received += known.claims()[s];
      } else {
        income += known.claims()[s];
      }
    }
    var announcements = new ArrayList<Announcement>();
    double money = income + received;
    for (var paid : paid(income, known).entrySet()) {
      money -= paid.getValue();
      announcements.add(
          new Announcement(Address.consumer(paid.getKey()), Claim.Kind.TRANSFER, paid.getValue()));
    }
    int first = owned.size() + wants;
    for (int s = 0; s < saved.size(); s++) {
      double amount = saved.get(s) * income;
      money -= amount;
      buys[first + s] = Math.max(0, amount / known.prices()[first + s]);
    }
    var prices = new double[wants];
    for (int w = 0; w < wants; w++) {
      prices[w] = net(owned.size() + w, known);
    }
    var stakes =
        own.stream()
            .map(kept -> new Stake(owned.get(kept.endowment()), net(kept.endowment(), known)))
            .toList();
    var bundle = OwnUse.bundle(demand, own, stakes, prices, money);
    System.arraycopy(bundle, 0, buys, owned.size(), wants);
    for (var kept : own) {
      double left = owned.get(kept.endowment()) - bundle[kept.want()];
      sells[kept.endowment()] = Math.max(left, 0);
      buys[kept.endowment()] = 0;
      buys[owned.size() + kept.want()] = Math.max(-left, 0);
    }
    levies(known.prices(), buys, sells)
        .forEach((receiver, levy) ->
            announcements.add(new Announcement(Address.consumer(receiver), Claim.Kind.LEVY, levy)));
    return Intent.atAnyPrice(buys, sells, announcements, known.memory());
  }

  private double net(int port, Known known) {
    return gates.get(port).net(known.prices()[port]);
  }

  /** Transfers by receiver, money a round. */
  private Map<String, Double> paid(double income, Known known) {
    var paid = new LinkedHashMap<String, Double>();
    for (var transfer : transfers) {
      double amount = Gate.known(transfer.amount());
      double money =
          switch (transfer) {
            case Transfer.Money _ -> amount;
            case Transfer.OfIncome _ -> amount * income;
            case Transfer.Value(_, var good, _) -> amount * price(good, known);
          };
      paid.merge(transfer.to(), money, Double::sum);
    }
    return paid;
  }

  private double price(String good, Known known) {
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).good().equals(good)) {
        return known.prices()[i];
      }
    }
    throw new IllegalArgumentException("it trades no " + good);
  }

  private Map<String, Double> levies(double[] prices, double[] buys, double[] sells) {
    var levies = new LinkedHashMap<String, Double>();
    for (int i = 0; i < owned.size() + wants; i++) {
      double quantity = i < owned.size() ? sells[i] - buys[i] : buys[i];
      for (var levy : gates.get(i).levies()) {
        levies.merge(levy.receiver(), levy.perUnit(prices[i]) * quantity, Double::sum);
      }
    }
    return levies;
  }

  /** What it owns comes to it anew in every round; what it wants, and has kept, it uses up. */
  @Override
  public long[] transform(long[] stock, Intent intent) {
    var change = new long[stock.length];
    for (int i = 0; i < change.length; i++) {
      change[i] =
          i < owned.size()
              ? Grains.nearest(intent.sells()[i] - intent.buys()[i], ports.get(i).grain())
              : -Math.max(0, stock[i]);
    }
    return change;
  }
}
