package dev.costate.economy;

import dev.costate.economy.Consumer.Transfer;
import dev.costate.language.Diagnostics;
import java.util.HashSet;
import java.util.Set;

/** What is wrong or suspicious about a market as a whole. */
final class MarketChecks {
  private final Economy economy;
  private final Diagnostics diagnostics;
  private final Set<String> fixedSupplies;
  private final Set<String> made = new HashSet<>();
  private final Set<String> bought = new HashSet<>();
  private final Set<String> owned = new HashSet<>();

  private MarketChecks(Economy economy, Set<String> fixedSupplies, Diagnostics diagnostics) {
    this.fixedSupplies = fixedSupplies;
    this.economy = economy;
    this.diagnostics = diagnostics;
    for (var consumer : economy.consumers()) {
      consumer.owns().forEach(this::owned);
      consumer.wants().forEach(port -> bought.add(port.good()));
      consumer.savings().forEach(saving -> bought.add(saving.good()));
    }
    for (var firm : economy.firms()) {
      firm.outputs().forEach(port -> made.add(port.good()));
      firm.inputs().forEach(port -> bought.add(port.good()));
    }
  }

  /** What is owed is bought; a quantity that is computed may turn out either way. */
  private void owned(Consumer.Endowment endowment) {
    double quantity = endowment.quantity() instanceof Amount.Known(_, double known) ? known : 0;
    if (quantity >= 0) {
      owned.add(endowment.good());
    }
    if (quantity < 0 || endowment.quantity() instanceof Amount.Computed) {
      bought.add(endowment.good());
    }
  }

  /**
   * @param fixedSupplies the functions of supply curves that are fixed quantities and read unknowns
   */
  static void check(Economy economy, Set<String> fixedSupplies, Diagnostics diagnostics) {
    if (economy.isMarket()) {
      var checks = new MarketChecks(economy, fixedSupplies, diagnostics);
      checks.money();
      RateChecks.check(economy, diagnostics);
      checks.transfers();
      economy.goods().forEach(checks::ends);
    }
  }

  /**
   * Without outsiders who pay or are paid at prices of their own, nothing ties prices to anything.
   */
  private void money() {
    if (!isClosed()) {
      return;
    }
    var supplied = economy.goods().stream().filter(good -> !good.trades().isEmpty()).findFirst();
    if (supplied.isEmpty() && !owned.isEmpty()) {
      return;
    }
    var first = supplied.orElse(economy.goods().getFirst());
    diagnostics.error(
        first.place(),
        supplied.isPresent()
            ? "this market is closed, and nobody in it owns the supply of '%s'"
                .formatted(first.name())
            : "nobody outside trades with this market, so that nothing is ever supplied or paid for",
        economy.consumers().isEmpty()
            ? "give a final good a price, or a demand"
            : "let a consumer own it: owns %s …".formatted(first.name()));
  }

  /** Whether nobody outside pays or is paid at prices of its own. */
  private boolean isClosed() {
    return economy.isClosed()
        || economy
            .withGoods(economy.goods().stream().map(this::withoutFixedSupplies).toList())
            .isClosed();
  }

  private Good withoutFixedSupplies(Good good) {
    return good.withTrades(
        good.trades().stream()
            .filter(trade ->
                !(trade instanceof Trade.SupplyCurve(var function, _)
                    && fixedSupplies.contains(function)))
            .toList());
  }

  /** An amount of money says nothing where prices are only relative to each other. */
  private void transfers() {
    if (!economy.isClosed()) {
      return;
    }
    for (var consumer : economy.consumers()) {
      if (consumer.transfers().stream()
          .anyMatch(
              transfer -> transfer instanceof Transfer.Money(var amount, _) && !amount.isZero())) {
        diagnostics.error(
            consumer.place(),
            "consumer '%s' transfers an amount of money, but this market is closed: there is no money in it"
                .formatted(consumer.name()),
            "transfer the value of a good: transfers 10 food to …, or a share of income");
      }
    }
  }

  private void ends(Good good) {
    boolean source = made.contains(good.name()) || owned.contains(good.name());
    boolean use = bought.contains(good.name());
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedPrice _ -> {
          source = true;
          use = true;
        }
        case Trade.FixedSupply _, Trade.SupplyCurve _, Trade.Import _ -> source = true;
        case Trade.FixedDemand _, Trade.DemandCurve _, Trade.Export _ -> use = true;
      }
    }
    if (!source) {
      diagnostics.warning(
          good.place(),
          "nobody supplies or makes '%s'".formatted(good.name()),
          "give it a supply, an import or a price, or a firm that makes it");
    }
    if (!use) {
      diagnostics.warning(
          good.place(),
          made.contains(good.name())
              ? "nobody uses '%s': its price is 0 unless a firm's code makes a negative amount of it"
                  .formatted(good.name())
              : "nobody uses '%s': its price will be 0".formatted(good.name()),
          "give it a demand, an export or a price, or a firm that uses it");
    }
  }
}
