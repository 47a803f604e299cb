package dev.costate.cli.explain;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who stands where in the supply chain of a market. */
final class SupplyChain {
  private final Economy economy;

  /**
   * How many firms stand between a good and the final goods, at most; cycles are gone round once.
   */
  private final Map<String, Integer> distance = new HashMap<>();

  SupplyChain(Economy economy) {
    this.economy = economy;
    for (int round = 0; round < economy.goods().size(); round++) {
      boolean changed = false;
      for (var firm : economy.firms()) {
        int output =
            firm.outputs().stream().mapToInt(port -> distance(port.good())).max().orElse(0);
        for (var input : firm.inputs()) {
          changed |= distance(input.good()) <= output && output < economy.goods().size();
          distance.merge(input.good(), Math.min(output + 1, economy.goods().size()), Math::max);
        }
      }
      if (!changed) {
        break;
      }
    }
  }

  private int distance(String good) {
    return distance.getOrDefault(good, 0);
  }

  /** All firms, those that make final goods first; of equal ones in the order of the file. */
  List<Firm> firmsFromTheEnd() {
    var firms = new ArrayList<>(economy.firms());
    firms.sort(
        Comparator.comparingInt((Firm firm) ->
            firm.outputs().stream().mapToInt(port -> distance(port.good())).max().orElse(0)));
    return firms;
  }

  /** The firms that use a good. */
  List<Firm> usersOf(String good) {
    return economy.firms().stream()
        .filter(f -> f.inputs().stream().anyMatch(p -> p.good().equals(good)))
        .toList();
  }

  /** The firms that make a good. */
  List<Firm> makersOf(String good) {
    return economy.firms().stream()
        .filter(f -> f.outputs().stream().anyMatch(p -> p.good().equals(good)))
        .toList();
  }
}
