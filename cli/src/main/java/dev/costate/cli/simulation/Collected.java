package dev.costate.cli.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the table of a run has of every round, in the order of its columns. */
public enum Collected {
  /** Of prices and of quantities to the equilibrium. */
  DISTANCE,
  /** Total surplus, and dual surplus. */
  SURPLUS,
  /** Moves against gradients, and each firm's share of the gain. */
  ALIGNMENT,
  PRICES,
  DEMAND,
  SUPPLY,
  QUANTITIES,
  UNMET,
  STOCKS,
  PROFITS;

  /** As typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Collected::word).toList();
  }

  public static Optional<Collected> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
