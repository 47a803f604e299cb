package dev.costate.dynamics.measure;

import dev.costate.dynamics.measure.Reading.OfFirm;
import dev.costate.dynamics.measure.Reading.OfGood;
import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Port;
import dev.costate.dynamics.schedule.World;
import dev.costate.economy.Amount;
import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Wedge;
import dev.costate.equilibrium.ConsumerAccount;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Equilibrium.Effort;
import dev.costate.equilibrium.Equilibrium.Outside;
import dev.costate.equilibrium.Equilibrium.Start;
import dev.costate.equilibrium.Equilibrium.Worst;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.GoodAccount;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plans and prices of a round, put down as an equilibrium, to be checked whether they are one.
 * A firm on its way out, whose level falls by a fraction in each round and never is 0, makes
 * nothing.
 */
public final class Candidate {
  /** A firm that turns over less than this fraction of the market is shut. */
  private static final double SHUT = 1e-9;

  /**
   * A firm that turns over less than this fraction of the market and loses more than this fraction
   * of its own turnover makes nothing. The check decides whether the market can do without it.
   */
  private static final double LEAVING = 1e-6;

  private final Economy economy;
  private final Agents agents;
  private final World world;
  private final Reading reading;
  private final Map<String, Double> prices = new LinkedHashMap<>();
  private final Map<String, Double> taxes = new LinkedHashMap<>();
  private final Set<String> leaving = new HashSet<>();
  private double turnover;

  private Candidate(Economy economy, Agents agents, World world) {
    this.economy = economy;
    this.agents = agents;
    this.world = world;
    reading = Reading.of(agents, world);
    for (var good : reading.goods()) {
      prices.put(good.good(), good.price());
      turnover += Math.abs(good.price()) * Math.max(good.demand(), good.supply());
    }
  }

  /** Money and goods at the prices and plans of the last round. */
  public static Equilibrium of(Economy economy, Agents agents, World world) {
    return new Candidate(economy, agents, world).equilibrium();
  }

  private Equilibrium equilibrium() {
    var firms = new LinkedHashMap<String, FirmAccount>();
    for (int f = 0; f < economy.firms().size(); f++) {
      var firm = economy.firms().get(f);
      firms.put(firm.name(), account(firm, reading.firms().get(f)));
    }
    var consumers = new LinkedHashMap<String, ConsumerAccount>();
    var received = new LinkedHashMap<String, Double>();
    economy.consumers().forEach(c -> levies(c));
    for (var consumer : economy.consumers()) {
      received.put(consumer.name(), taxes.getOrDefault(consumer.name(), 0.0));
    }
    var incomes = new LinkedHashMap<String, Double>();
    economy.consumers().forEach(c -> incomes.put(c.name(), income(c, firms)));
    economy.consumers().forEach(c -> consumers.put(c.name(), account(c, incomes)));
    var goods = new LinkedHashMap<String, GoodAccount>();
    for (int m = 0; m < economy.goods().size(); m++) {
      goods.put(economy.goods().get(m).name(), account(m));
    }
    double paidIn = goods.values().stream().mapToDouble(g -> g.price() * g.toOutside()).sum();
    double paidOut = goods.values().stream().mapToDouble(g -> g.price() * g.fromOutside()).sum();
    return new Equilibrium(
        economy.isClosed() ? economy.goods().getFirst().name() : Equilibrium.MONEY,
        goods,
        firms,
        consumers,
        received,
        Map.of(),
        economy.parameters(),
        new Outside(paidIn, paidOut),
        0,
        List.of(),
        new Worst("", "", 0),
        new Effort("simulation", (int) world.round(), 0, Start.USUAL));
  }

  private double price(String good) {
    return prices.getOrDefault(good, Double.NaN);
  }

  private static double rate(Amount amount) {
    return amount instanceof Amount.Known(_, double value) ? value : Double.NaN;
  }

  /** What passes a gate is worth to whoever it belongs to, and what is levied on it. */
  private double net(String good, List<Wedge> wedges, int direction, double quantity) {
    double net = price(good);
    for (var wedge : wedges) {
      if (wedge.kind() != Wedge.Kind.MARKUP) {
        double rate = wedge.sign() * rate(wedge.rate());
        double perUnit = wedge.basis() == Wedge.Basis.VALUE ? rate * price(good) : rate;
        net += direction * perUnit;
        taxes.merge(wedge.receiver().orElseThrow(), perUnit * quantity, Double::sum);
      }
    }
    return net;
  }

  private FirmAccount account(Firm firm, OfFirm read) {
    var inputs = new LinkedHashMap<String, Double>();
    var outputs = new LinkedHashMap<String, Double>();
    double revenue = 0;
    double cost = 0;
    for (int i = 0; i < firm.inputs().size(); i++) {
      var port = firm.inputs().get(i);
      double quantity = read.inputs().get(i);
      inputs.merge(port.good(), quantity, Double::sum);
      cost += net(port.good(), port.wedges(), 1, quantity) * quantity;
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      var port = firm.outputs().get(k);
      double quantity = read.outputs().get(k);
      outputs.merge(port.good(), quantity, Double::sum);
      revenue += net(port.good(), port.wedges(), -1, quantity) * quantity;
    }
    // What an idle level keeps, to be able to grow again, is no plan.
    boolean isIdle = Math.abs(revenue) + Math.abs(cost) <= SHUT * turnover;
    if (isIdle || isLeaving(revenue, cost)) {
      leaving.add(firm.name());
      undo(firm, read);
      inputs.replaceAll((_, _) -> 0.0);
      outputs.replaceAll((_, _) -> 0.0);
      revenue = 0;
      cost = 0;
    }
    boolean isShut = Math.abs(revenue) + Math.abs(cost) <= SHUT * turnover;
    return new FirmAccount(
        inputs,
        outputs,
        revenue - cost,
        cost > 0 ? revenue / cost - 1 : 0,
        isShut ? FirmAccount.Activity.SHUT : FirmAccount.Activity.RUNNING,
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  private boolean isLeaving(double revenue, double cost) {
    double own = Math.abs(revenue) + Math.abs(cost);
    return own <= LEAVING * turnover && cost - revenue > LEAVING * own;
  }

  /** Takes back what was levied on what a firm does not do. */
  private void undo(Firm firm, OfFirm read) {
    for (int i = 0; i < firm.inputs().size(); i++) {
      var port = firm.inputs().get(i);
      net(port.good(), port.wedges(), 1, -read.inputs().get(i));
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      var port = firm.outputs().get(k);
      net(port.good(), port.wedges(), -1, -read.outputs().get(k));
    }
  }

  private double[] planned(Consumer consumer, Port.Side side) {
    for (int t = 0; t < agents.traders().size(); t++) {
      if (agents.traders().get(t).address().equals(Address.consumer(consumer.name()))) {
        var intent = world.traders().get(t).intent();
        return side == Port.Side.BUYS ? intent.buys() : intent.sells();
      }
    }
    throw new IllegalArgumentException("no trader " + consumer.name());
  }

  private void levies(Consumer consumer) {
    var buys = planned(consumer, Port.Side.BUYS);
    var sells = planned(consumer, Port.Side.SELLS);
    for (int w = 0; w < consumer.wants().size(); w++) {
      var want = consumer.wants().get(w);
      net(want.good(), want.wedges(), 1, buys[consumer.owns().size() + w]);
    }
    for (int e = 0; e < consumer.owns().size(); e++) {
      var owned = consumer.owns().get(e);
      net(owned.good(), owned.wedges(), -1, sells[e] - buys[e]);
    }
  }

  /** What a consumer keeps of what it owns, and sells nobody. */
  private double kept(Consumer consumer, int endowment) {
    var owned = consumer.owns().get(endowment);
    boolean isKept = consumer.wants().stream().anyMatch(want -> consumer.isKept(want, owned));
    double sold = planned(consumer, Port.Side.SELLS)[endowment];
    return isKept ? rate(owned.quantity()) - sold : 0;
  }

  private double income(Consumer consumer, Map<String, FirmAccount> firms) {
    double income = taxes.getOrDefault(consumer.name(), 0.0);
    for (var owned : consumer.owns()) {
      double quantity = rate(owned.quantity());
      income += quantity * net(owned.good(), owned.wedges(), -1, 0);
    }
    for (var share : consumer.shares()) {
      var account = firms.get(share.firm());
      income += rate(share.fraction()) * (account == null ? Double.NaN : account.profit());
    }
    return income;
  }

  private ConsumerAccount account(Consumer consumer, Map<String, Double> incomes) {
    var plan = planned(consumer, Port.Side.BUYS);
    var buys = new LinkedHashMap<String, Double>();
    var saves = new LinkedHashMap<String, Double>();
    var bundle = new double[consumer.wants().size()];
    double own = incomes.getOrDefault(consumer.name(), Double.NaN);
    double left = own;
    int first = consumer.owns().size();
    for (int w = 0; w < bundle.length; w++) {
      var want = consumer.wants().get(w);
      bundle[w] = plan[first + w];
      left -= bundle[w] * net(want.good(), want.wedges(), 1, 0);
      for (int e = 0; e < first; e++) {
        var owned = consumer.owns().get(e);
        if (consumer.isKept(want, owned)) {
          double kept = kept(consumer, e);
          bundle[w] += kept;
          left -= kept * net(owned.good(), owned.wedges(), -1, 0);
        }
      }
      buys.put(want.good(), bundle[w]);
    }
    for (int s = 0; s < consumer.savings().size(); s++) {
      var saving = consumer.savings().get(s);
      double quantity = plan[first + bundle.length + s];
      saves.put(saving.good(), quantity);
      left -= rate(saving.fraction()) * own;
    }
    for (var payer : economy.consumers()) {
      for (var transfer : payer.transfers()) {
        double paid = money(transfer, incomes.getOrDefault(payer.name(), Double.NaN));
        left += transfer.to().equals(consumer.name()) ? paid : 0;
        left -= payer.equals(consumer) ? paid : 0;
      }
    }
    return new ConsumerAccount(own, utility(consumer, bundle), buys, saves, left);
  }

  private double money(Consumer.Transfer transfer, double income) {
    double amount = rate(transfer.amount());
    return switch (transfer) {
      case Consumer.Transfer.Money _ -> amount;
      case Consumer.Transfer.OfIncome _ -> amount * income;
      case Consumer.Transfer.Value(_, var good, _) -> amount * price(good);
    };
  }

  private double utility(Consumer consumer, double[] bundle) {
    if (consumer.utility().isEmpty()) {
      return 0;
    }
    var values = Arrays.stream(bundle).<Value>mapToObj(Value.Number::new).toList();
    var result = new Interpreter(economy.program()).call(consumer.utility().get(), values);
    return result.getFirst() instanceof Value.Number(double value) ? value : Double.NaN;
  }

  /** A good at the plans of all its traders. */
  private GoodAccount account(int m) {
    var good = economy.goods().get(m);
    OfGood read = reading.goods().get(m);
    double made = 0;
    double endowed = 0;
    double used = 0;
    for (int t = 0; t < agents.traders().size(); t++) {
      var trader = agents.traders().get(t);
      var intent = world.traders().get(t).intent();
      if (trader.address().kind() == Address.Kind.FIRM
          && leaving.contains(trader.address().name())) {
        continue;
      }
      for (int p = 0; p < trader.ports().size(); p++) {
        if (trader.ports().get(p).good().equals(good.name())) {
          used += intent.buys()[p];
          boolean isFirm = trader.address().kind() == Address.Kind.FIRM;
          made += isFirm ? intent.sells()[p] : 0;
          endowed += isFirm ? 0 : intent.sells()[p];
        }
      }
    }
    for (var consumer : economy.consumers()) {
      for (int e = 0; e < consumer.owns().size(); e++) {
        if (consumer.owns().get(e).good().equals(good.name())) {
          double kept = kept(consumer, e);
          used += kept;
          endowed += kept;
        }
      }
    }
    var outside = world.markets().get(m).last().outside();
    if (good.fixedPrice().isPresent()) {
      double net = used - made - endowed;
      return new GoodAccount(
          read.price(), made, endowed, used, Math.max(net, 0), Math.max(-net, 0), 0);
    }
    double size = Math.max(made + endowed, used);
    double brings = outside.brings() <= SHUT * size ? 0 : outside.brings();
    double takes = outside.takes() <= SHUT * size ? 0 : outside.takes();
    double left = made + endowed + brings - used - takes;
    double disposed = good.disposal() == Good.Disposal.FREE ? Math.max(left, 0) : 0;
    return new GoodAccount(
        read.price(),
        made,
        endowed,
        used,
        brings,
        takes,
        isNegligible(read, disposed) ? disposed : 0);
  }

  /** Only what is worth next to nothing is thrown away; anything else is an excess. */
  private boolean isNegligible(OfGood good, double disposed) {
    return good.price() * disposed <= SHUT * turnover;
  }
}
