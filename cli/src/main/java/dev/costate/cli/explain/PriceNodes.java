package dev.costate.cli.explain;

import dev.costate.cli.explain.PriceNode.Ground;
import dev.costate.cli.explain.PriceNode.Use;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Follows prices through the firms up to the final goods, each as far as it needs to be once. */
final class PriceNodes {
  /** A tree with more uses is not read to its end. */
  private static final int MOST_USES = 40;

  private final Economy economy;
  private final Equilibrium equilibrium;
  private final SupplyChain chain;

  /** How many firms deep a price was followed; more where nothing was cut below it. */
  private final Map<String, Integer> followed = new HashMap<>();

  PriceNodes(Economy economy, Equilibrium equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.chain = new SupplyChain(economy);
  }

  /**
   * The tree of a price.
   *
   * @param depth how many firms deep; without one as far as there are firms, in a large market as
   *     far as the tree can be read
   */
  PriceNode of(String good, OptionalInt depth) {
    if (depth.isPresent()) {
      return root(good, depth.getAsInt());
    }
    var tree = root(good, 1);
    if (tree.firmUses() > MOST_USES) {
      return root(good, 0);
    }
    for (int deeper = 2; tree.isCut(); deeper++) {
      var next = root(good, deeper);
      if (next.firmUses() > MOST_USES) {
        return tree;
      }
      tree = next;
    }
    return tree;
  }

  private PriceNode root(String good, int depth) {
    followed.clear();
    return depth == 0
        ? new PriceNode(good, price(good), ground(good), uses(good, 0), 0)
        : node(good, depth);
  }

  private PriceNode node(String good, int depth) {
    var ground = ground(good);
    if (followed.getOrDefault(good, 0) >= depth && followed.containsKey(good)) {
      var reason = ground == Ground.USES ? Ground.SEEN : ground;
      return new PriceNode(good, price(good), reason, List.of(), 0);
    }
    int users = chain.usersOf(good).size();
    if (depth == 0 && users > 0) {
      return new PriceNode(good, price(good), ground, List.of(), users);
    }
    followed.put(good, Integer.MAX_VALUE);
    var node = new PriceNode(good, price(good), ground, uses(good, depth), 0);
    followed.put(good, node.isCut() ? depth : Integer.MAX_VALUE);
    return node;
  }

  private Ground ground(String good) {
    var declared = economy.good(good);
    if (declared.fixedPrice().isPresent()) {
      return Ground.GIVEN;
    }
    return chain.usersOf(good).isEmpty() && !declared.trades().isEmpty()
        ? Ground.OUTSIDERS
        : Ground.USES;
  }

  private List<Use> uses(String good, int depth) {
    var uses = new ArrayList<Use>();
    chain.usersOf(good).forEach(firm -> uses.add(byFirm(good, firm, depth)));
    for (var consumer : economy.consumers()) {
      double quantity = equilibrium.consumer(consumer.name()).buys().getOrDefault(good, 0.0);
      if (quantity > 0) {
        uses.add(new Use.ByConsumer(consumer.name(), quantity));
      }
    }
    double outside = equilibrium.good(good).toOutside();
    if (outside > 0 && !chain.usersOf(good).isEmpty()) {
      uses.add(new Use.ByOutsiders(outside));
    }
    return uses;
  }

  private Use byFirm(String good, Firm firm, int depth) {
    int input = firm.inputs().stream().map(Firm.Port::good).toList().indexOf(good);
    var marginals =
        Explanation.account(equilibrium, firm.name()).marginals().stream()
            .filter(m -> m.good().equals(good))
            .toList();
    var outputs = new ArrayList<PriceNode>();
    for (int k = 0; k < firm.outputs().size() && depth > 0; k++) {
      outputs.add(node(firm.outputs().get(k).good(), depth - 1));
    }
    return new Use.ByFirm(firm, input, marginals, outputs);
  }

  private double price(String good) {
    return Explanation.price(equilibrium.prices(), good);
  }
}
