package dev.costate.economy;

import java.util.List;

/** How outsiders trade a good. Quantities are in the good's unit, prices in money per unit. */
public sealed interface Trade {
  /** This much exists and sells for whatever it fetches. */
  record FixedSupply(double quantity) implements Trade {
    public FixedSupply {
      Checks.notNegative("supply", quantity);
    }
  }

  /** This much is wanted, whatever it costs. */
  record FixedDemand(double quantity) implements Trade {
    public FixedDemand {
      Checks.notNegative("demand", quantity);
    }
  }

  /** Any quantity is bought and sold at this price. */
  record FixedPrice(double price) implements Trade {
    public FixedPrice {
      Checks.finite("price", price);
    }
  }

  /**
   * The quantity supplied as a function of prices.
   *
   * @param function its first parameter is the good's own price, the others are the prices of
   *     {@code others}
   * @param others the goods whose prices it reads besides, in the order of the parameters
   */
  record SupplyCurve(String function, List<String> others) implements Trade {
    public SupplyCurve {
      others = List.copyOf(others);
    }
  }

  /** The quantity demanded as a function of prices; as for supply. */
  record DemandCurve(String function, List<String> others) implements Trade {
    public DemandCurve {
      others = List.copyOf(others);
    }
  }

  /** Outsiders sell at this price, up to a limit that may be infinite. */
  record Import(double price, double limit) implements Trade {
    public Import {
      Checks.finite("import price", price);
      Checks.notNegative("import limit", limit);
    }
  }

  /** Outsiders buy at this price, up to a limit that may be infinite. */
  record Export(double price, double limit) implements Trade {
    public Export {
      Checks.finite("export price", price);
      Checks.notNegative("export limit", limit);
    }
  }
}
