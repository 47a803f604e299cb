package dev.costate.economy;

import java.util.List;
import java.util.Optional;

/**
 * Total surplus: area under demand - area under supply + value at fixed prices. Where outsiders
 * trade alone, at prices that nothing stands between, an equilibrium maximises it (Samuelson 1952).
 */
public final class TotalSurplus {
  private TotalSurplus() {}

  /** Why the market does not maximise surplus, if it does not. */
  public static Optional<String> obstacle(Economy economy) {
    if (!economy.consumers().isEmpty()) {
      return Optional.of("consumers earn and spend, so there is no total surplus");
    }
    if (!economy.unknowns().isEmpty()) {
      return Optional.of("'%s' adapts".formatted(economy.unknowns().getFirst().name()));
    }
    for (var firm : economy.firms()) {
      for (var port : firm.ports()) {
        if (port.wedges().stream().anyMatch(wedge -> !wedge.rate().isZero())) {
          return Optional.of(
              "%s pays or keeps another price of '%s'".formatted(firm.name(), port.good()));
        }
      }
    }
    for (var good : economy.goods()) {
      for (var trade : good.trades()) {
        var others =
            switch (trade) {
              case Trade.SupplyCurve(_, var o) -> o;
              case Trade.DemandCurve(_, var o) -> o;
              case Trade _ -> List.<String>of();
            };
        if (!others.isEmpty()) {
          return Optional.of(
              "the curve of '%s' reads the price of '%s'"
                  .formatted(good.name(), others.getFirst()));
        }
      }
    }
    return Optional.empty();
  }
}
