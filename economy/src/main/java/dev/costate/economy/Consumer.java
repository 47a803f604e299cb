package dev.costate.economy;

import dev.costate.language.Place;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who owns goods and firms and buys what maximises utility on the income.
 *
 * @param owns goods, in the order of the file
 * @param shares of the profits of firms
 * @param wants the goods that the utility names, with the wedges on what is bought of them
 * @param utility the function from the wanted quantities, in order, to one number; a consumer
 *     without one buys nothing and only passes income on
 * @param transfers what is paid to others
 * @param savings what is spent on goods before utility
 */
public record Consumer(
    String name,
    List<Endowment> owns,
    List<Share> shares,
    List<Firm.Port> wants,
    Optional<String> utility,
    List<Transfer> transfers,
    List<Saving> savings,
    Place place) {
  /** A quantity that is owned, negative if owed, and the wedges on what is sold of it. */
  public record Endowment(String good, Amount quantity, List<Wedge> wedges, Place place) {
    public Endowment {
      wedges = List.copyOf(wedges);
    }
  }

  /** A fraction of a firm's profit, rents and markups. */
  public record Share(String firm, Amount fraction, Place place) {}

  /** Money, the value of a good, or a part of income, paid to another consumer. */
  public sealed interface Transfer {
    String to();

    Amount amount();

    /** {@code transfers 5 to state}. */
    record Money(Amount amount, String to) implements Transfer {}

    /** {@code transfers 10 food to state}. */
    record Value(Amount amount, String good, String to) implements Transfer {}

    /** {@code transfers 20% of income to state}. */
    record OfIncome(Amount amount, String to) implements Transfer {}
  }

  /** {@code saves 10% of income in bonds}. */
  public record Saving(Amount fraction, String good) {}

  public Consumer {
    owns = List.copyOf(owns);
    shares = List.copyOf(shares);
    wants = List.copyOf(wants);
    transfers = List.copyOf(transfers);
    savings = List.copyOf(savings);
    if (wants.isEmpty() == utility.isPresent()) {
      throw new IllegalArgumentException(
          "consumer %s: utility %s of %s".formatted(name, utility, wants));
    }
  }

  /**
   * Whether a wanted good is one that it owns and that passes a gate with wedges when it is sold or
   * bought: what it keeps of it then passes none.
   */
  public boolean isKept(Firm.Port want, Endowment owned) {
    return owned.good().equals(want.good())
        && !(owned.wedges().isEmpty() && want.wedges().isEmpty());
  }
}
