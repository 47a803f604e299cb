package dev.costate.dynamics.response;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.protocol.Address;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Market;
import dev.costate.dynamics.protocol.Message.Claim;
import dev.costate.dynamics.protocol.Port;
import dev.costate.dynamics.protocol.Pricing;
import dev.costate.dynamics.protocol.Trader;
import dev.costate.dynamics.protocol.Trader.Source;
import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Wedge;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketProblem;
import dev.costate.equilibrium.technology.Technology;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes agents of a market's description. */
public final class Conducts {
  /** A good without use keeps this fraction of a typical price, an idle firm of a typical level. */
  static final double LEAST = 1e-12;

  private final Economy economy;
  private final Dynamics dynamics;
  private final Sizes sizes;

  private Conducts(Economy economy, Dynamics dynamics, Sizes sizes) {
    this.economy = economy;
    this.dynamics = dynamics;
    this.sizes = sizes;
  }

  /** Typical magnitudes of a market. */
  public static Sizes sizes(Economy economy) {
    return Sizes.of(economy);
  }

  /**
   * The agents of a market.
   *
   * @param sizes by which they count and start; the same for the same market with other numbers
   * @throws IllegalArgumentException if there is an obstacle (see {@link Obstacles})
   */
  public static Agents agents(Economy economy, Dynamics dynamics, Sizes sizes) {
    Obstacles.of(economy)
        .ifPresent(obstacle -> {
          throw new IllegalArgumentException(obstacle);
        });
    return new Conducts(economy, dynamics, sizes).agents();
  }

  /** What a firm remembers if it runs a plan. */
  public static double[] memoryAt(Trader firm, double[] inputs, double[] outputs) {
    if (firm.conduct() instanceof FirmConduct conduct) {
      return conduct.planner().startAt(inputs, outputs);
    }
    throw new IllegalArgumentException(firm.address() + " is no firm");
  }

  private Agents agents() {
    var traders = new ArrayList<Trader>();
    economy.firms().forEach(firm -> traders.add(trader(firm)));
    economy.consumers().forEach(consumer -> traders.add(trader(consumer)));
    var markets = economy.goods().stream().map(good -> market(good, traders)).toList();
    return new Agents(traders, markets, dynamics.herald(sizes.price(), sizes.quantity()));
  }

  private Port port(String good, Port.Side side) {
    return new Port(good, side, sizes.grain());
  }

  private Trader trader(Firm firm) {
    var ports = new ArrayList<Port>();
    var gates = new ArrayList<Gate>();
    for (var input : firm.inputs()) {
      ports.add(port(input.good(), Port.Side.BUYS));
      gates.add(Gate.buying(input.wedges()));
    }
    for (var output : firm.outputs()) {
      ports.add(port(output.good(), Port.Side.SELLS));
      gates.add(Gate.selling(output.wedges()));
    }
    var conduct = new FirmConduct(ports, gates, firm.inputs().size(), owners(firm), planner(firm));
    return new Trader(Address.firm(firm.name()), ports, List.of(), conduct);
  }

  private Map<String, Double> owners(Firm firm) {
    var owners = new LinkedHashMap<String, Double>();
    for (var consumer : economy.consumers()) {
      for (var share : consumer.shares()) {
        if (share.firm().equals(firm.name())) {
          owners.merge(consumer.name(), Gate.known(share.fraction()), Double::sum);
        }
      }
    }
    return owners;
  }

  private Planner planner(Firm firm) {
    Optional<Technology> technology =
        firm.capacities().isEmpty()
            ? TechnologyReader.ofFirm(economy.program(), firm.function(), firm.outputs().size())
            : Optional.empty();
    return technology
        .map(found -> constantReturns(firm, found))
        .or(() -> marginal(firm))
        .orElseGet(() -> ProfitPlanner.of(economy, firm));
  }

  private Planner constantReturns(Firm firm, Technology technology) {
    var levels =
        new LevelPlanner(
            technology,
            firm.inputs().size(),
            firm.outputs().size(),
            dynamics.levels(LEAST * sizes.quantity()),
            firm.start().orElse(sizes.quantity()));
    return switch (dynamics.supply()) {
      case BY_MARGIN -> levels;
      case TO_ORDER -> firm.outputs().size() == 1 ? new OrderPlanner(levels) : levels;
    };
  }

  private Optional<Planner> marginal(Firm firm) {
    return switch (dynamics.answer()) {
      case BEST_PLAN -> Optional.empty();
      case MARGINAL_PROFIT ->
          MarginalPlanner.of(economy, firm, dynamics.levels(LEAST * sizes.quantity()));
    };
  }

  private Trader trader(Consumer consumer) {
    var ports = new ArrayList<Port>();
    var gates = new ArrayList<Gate>();
    for (var owned : consumer.owns()) {
      ports.add(port(owned.good(), Port.Side.SELLS));
      gates.add(Gate.selling(owned.wedges()));
    }
    for (var want : consumer.wants()) {
      ports.add(port(want.good(), Port.Side.BUYS));
      gates.add(Gate.buying(want.wedges()));
    }
    for (var saving : consumer.savings()) {
      ports.add(port(saving.good(), Port.Side.BUYS));
      gates.add(Gate.buying(List.of()));
    }
    var sources = sources(consumer.name());
    var conduct =
        new ConsumerConduct(
            ports,
            gates,
            consumer.owns().stream().map(e -> Gate.known(e.quantity())).toList(),
            consumer.wants().size(),
            own(consumer),
            demand(consumer),
            consumer.savings().stream().map(s -> Gate.known(s.fraction())).toList(),
            consumer.transfers(),
            sources);
    return new Trader(Address.consumer(consumer.name()), ports, sources, conduct);
  }

  /** What it wants and owns, and pays another price for than it keeps. */
  private static List<OwnUse.Own> own(Consumer consumer) {
    var own = new ArrayList<OwnUse.Own>();
    for (int w = 0; w < consumer.wants().size(); w++) {
      for (int e = 0; e < consumer.owns().size(); e++) {
        if (consumer.isKept(consumer.wants().get(w), consumer.owns().get(e))) {
          own.add(new OwnUse.Own(w, e));
        }
      }
    }
    return own;
  }

  private Demand demand(Consumer consumer) {
    return consumer
        .utility()
        .flatMap(utility -> TechnologyReader.ofUtility(economy.program(), utility))
        .<Demand>map(preference -> new Demand.OfNest(Costing.of(preference.nest())))
        .orElseGet(Demand.Nothing::new);
  }

  /** Who announces income to a consumer. */
  private List<Source> sources(String consumer) {
    var sources = new ArrayList<Source>();
    for (var firm : economy.firms()) {
      var from = Address.firm(firm.name());
      if (owners(firm).containsKey(consumer)) {
        sources.add(new Source(from, Claim.Kind.DIVIDEND));
      }
      if (firm.ports().stream().anyMatch(port -> isReceiver(consumer, port.wedges()))) {
        sources.add(new Source(from, Claim.Kind.LEVY));
      }
    }
    for (var other : economy.consumers()) {
      var from = Address.consumer(other.name());
      if (other.wants().stream().anyMatch(port -> isReceiver(consumer, port.wedges()))
          || other.owns().stream().anyMatch(owned -> isReceiver(consumer, owned.wedges()))) {
        sources.add(new Source(from, Claim.Kind.LEVY));
      }
      if (other.transfers().stream().anyMatch(transfer -> transfer.to().equals(consumer))) {
        sources.add(new Source(from, Claim.Kind.TRANSFER));
      }
    }
    return sources;
  }

  private static boolean isReceiver(String consumer, List<Wedge> wedges) {
    return wedges.stream().anyMatch(wedge -> wedge.receiver().equals(Optional.of(consumer)));
  }

  private Market market(Good good, List<Trader> traders) {
    var links = new ArrayList<Market.Link>();
    for (var trader : traders) {
      for (int p = 0; p < trader.ports().size(); p++) {
        if (trader.ports().get(p).good().equals(good.name())) {
          links.add(new Market.Link(trader.address(), p));
        }
      }
    }
    return new Market(
        good.name(), sizes.grain(), sizes.moneyGrain(), links, pricing(good, links.size()));
  }

  private Pricing pricing(Good good, int traders) {
    var fixed = good.fixedPrice();
    if (fixed.isPresent()) {
      return new GivenPrice(fixed.get().price());
    }
    var alone =
        new Economy(
            List.of(good),
            List.of(),
            List.of(),
            List.of(),
            economy.program(),
            economy.parameters(),
            economy.definitions(),
            Optional.empty(),
            List.of());
    return new OutsidePricing(
        good,
        MarketProblem.of(alone, KinkRule.GENEROUS).layout().curves(),
        dynamics.prices(LEAST * sizes.price()),
        dynamics.levels(LEAST * sizes.quantity()),
        dynamics.drive(),
        sizes.quantity(),
        traders);
  }
}
