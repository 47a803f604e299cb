package dev.costate.dynamics.law;

import java.util.List;
import java.util.Optional;

/** All dynamics. */
public final class Laws {
  /** Sorted by name. */
  public static final List<Dynamics> ALL =
      List.of(
          ArrowHurwicz.withOwnSteps(),
          new CostPricing(),
          new ExtraGradient(),
          new Halpern(),
          new InventoryTatonnement(),
          new LogTatonnement(),
          new OptimisticTatonnement(),
          PrimalDual.withOwnSteps(),
          PlainTatonnement.withTypicalStep());

  private Laws() {}

  /** The one that is used unless another is asked for. */
  public static Dynamics standard() {
    return new OptimisticTatonnement();
  }

  public static Optional<Dynamics> find(String name) {
    return ALL.stream().filter(dynamics -> dynamics.name().equals(name)).findFirst();
  }
}
