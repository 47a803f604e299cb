package dev.costate.equilibrium.equation;

import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import dev.costate.equilibrium.graph.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gate between a market and one agent: what the agent pays or keeps for one unit of a good, and
 * who receives the rest.
 *
 * @param good its index
 * @param price the place of what the agent pays or keeps
 * @param levies what each receiver gets for one unit, place and receiver
 * @param markup the place of what the owners of the firm keep for one unit besides
 */
public record Gate(int good, int price, List<Levy> levies, Optional<Integer> markup) {
  /** Money per unit, at a place, for a consumer; negative for a subsidy. */
  public record Levy(String receiver, int perUnit) {}

  /** The gate of somebody who buys a good. */
  static Gate buying(Draft draft, int good, List<Wedge> wedges) {
    return of(draft, good, wedges, 1);
  }

  /** The gate of somebody who sells a good. */
  static Gate selling(Draft draft, int good, List<Wedge> wedges) {
    return of(draft, good, wedges, -1);
  }

  private static Gate of(Draft draft, int good, List<Wedge> wedges, int direction) {
    var graph = draft.graph();
    int price = draft.price(good);
    var total = new Terms().plus(price);
    var levies = new ArrayList<Levy>();
    for (var wedge : wedges) {
      if (wedge.kind() == Kind.MARKUP || draft.isNothing(wedge.rate())) {
        continue;
      }
      int rate = draft.amount(wedge.rate());
      int perUnit = wedge.basis() == Basis.VALUE ? graph.product(rate, price) : rate;
      total.add(direction * wedge.sign(), perUnit);
      int signed = wedge.sign() > 0 ? perUnit : graph.sum(new Terms().minus(perUnit));
      levies.add(new Levy(wedge.receiver().orElseThrow(), signed));
    }
    int net = graph.sum(total);
    var markup =
        wedges.stream()
            .filter(w -> w.kind() == Kind.MARKUP && !draft.isNothing(w.rate()))
            .findFirst();
    if (markup.isEmpty()) {
      return new Gate(good, net, levies, Optional.empty());
    }
    int factor =
        graph.sum(new Terms().plus(draft.constant(1)).plus(draft.amount(markup.get().rate())));
    int cost = graph.quotient(net, factor);
    int kept = graph.sum(new Terms().plus(net).minus(cost));
    return new Gate(good, cost, levies, Optional.of(kept));
  }

  /** Pays the receivers for a quantity that passes. */
  void pass(Draft draft, int quantity) {
    for (var levy : levies) {
      int money = draft.graph().product(levy.perUnit(), quantity);
      draft.income(levy.receiver()).plus(money);
      draft.levied(levy.receiver()).plus(money);
    }
  }
}
