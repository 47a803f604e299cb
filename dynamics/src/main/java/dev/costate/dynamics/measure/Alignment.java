package dev.costate.dynamics.measure;

import dev.costate.economy.Economy;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the last move of prices went down the gradient of the dual surplus V(p): what all firms
 * earn at most and all outsiders gain at prices p. By Hotelling's lemma its gradient is planned
 * supply less planned demand, so the cosine is that of the price move with excess demand. Goods at
 * a fixed price do not move and do not count.
 *
 * @param cosine 1 if the move is straight down, 0 if it is across, -1 if it is straight up; NaN if
 *     nothing moved or nothing was in excess
 * @param shares by good whose price is not fixed, its part of the product of move and excess
 *     demand; they add up to 1, or there are none if that is 0
 */
public record Alignment(double cosine, Map<String, Double> shares) {
  public Alignment {
    shares = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** Why there is no such potential, in words; empty if there is one. */
  public static Optional<String> obstacle(Economy economy) {
    if (!economy.consumers().isEmpty()) {
      return Optional.of(
          "consumers earn and spend, so excess demand is no gradient (income effects)");
    }
    for (var firm : economy.firms()) {
      for (var port : firm.ports()) {
        if (port.wedges().stream().anyMatch(wedge -> !wedge.rate().isZero())) {
          return Optional.of(
              "%s pays or keeps another price of '%s' than its market's (a wedge)"
                  .formatted(firm.name(), port.good()));
        }
      }
      boolean isLinear =
          TechnologyReader.ofFirm(economy.program(), firm.function(), firm.outputs().size())
              .isPresent();
      if (isLinear && !firm.capacities().isEmpty()) {
        return Optional.of(
            "%s has constant returns up to its capacity, so the dual surplus has a kink"
                .formatted(firm.name()));
      }
      if (isLinear) {
        return Optional.of(
            "%s has constant returns and moves its level, so the dual surplus has a kink"
                .formatted(firm.name()));
      }
    }
    for (var good : economy.goods()) {
      if (good.trades().stream()
          .anyMatch(trade -> trade instanceof Trade.Import || trade instanceof Trade.Export)) {
        return Optional.of(
            "'%s' is imported or exported in steps, where the dual surplus has a kink"
                .formatted(good.name()));
      }
    }
    return Optional.empty();
  }

  /**
   * Of the move from one round to the next. A price that is 0 and stays there is held, and does not
   * count.
   *
   * @param before with the plans at the prices from which they moved
   */
  public static Alignment of(Economy economy, Reading before, Reading after) {
    double dot = 0;
    double moved = 0;
    double excess = 0;
    var parts = new LinkedHashMap<String, Double>();
    for (int g = 0; g < before.goods().size(); g++) {
      if (economy.goods().get(g).fixedPrice().isPresent()) {
        continue;
      }
      var good = before.goods().get(g);
      double move = after.goods().get(g).price() - good.price();
      double surplus = good.demand() - good.supply();
      if (good.price() == 0 && move == 0 && surplus < 0) {
        continue;
      }
      parts.put(good.good(), move * surplus);
      dot += move * surplus;
      moved += move * move;
      excess += surplus * surplus;
    }
    double cosine = dot / (Math.sqrt(moved) * Math.sqrt(excess));
    double all = dot;
    if (all == 0) {
      parts.clear();
    }
    parts.replaceAll((_, part) -> part / all);
    return new Alignment(cosine, parts);
  }
}
