package dev.costate.equilibrium.change;

import java.util.List;

/** How somebody who uses or makes a good accounts for the change of its price. */
public sealed interface Account {
  /** Whose account it is. */
  Party party();

  /** How much the party uses or makes of the good. */
  Change quantity();

  /** Who trades in a market. */
  sealed interface Party {
    record OfFirm(String name) implements Party {}

    record OfConsumer(String name) implements Party {}

    /** Those outside the market. */
    record Outsiders() implements Party {}
  }

  /**
   * @param parts they add up to the change of the price
   */
  record Explained(Party party, Change quantity, List<Part> parts) implements Account {
    public Explained {
      parts = List.copyOf(parts);
    }
  }

  /**
   * @param reason why there are no parts, as half a sentence about the party
   */
  record Unexplained(Party party, Change quantity, String reason) implements Account {}

  /** An account, unless one of its numbers is none. */
  static Account of(Party party, Change quantity, List<Part> parts) {
    boolean isFinite =
        parts.stream().allMatch(p -> p.of().isFinite() && Double.isFinite(p.amount()));
    return isFinite
        ? new Explained(party, quantity, parts)
        : new Unexplained(party, quantity, "has no finite derivative, before or after");
  }
}
