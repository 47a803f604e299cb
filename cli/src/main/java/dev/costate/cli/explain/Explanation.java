package dev.costate.cli.explain;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import java.util.Map;

/** Why the prices of an equilibrium are what they are. */
public final class Explanation {
  private Explanation() {}

  /** Firm by firm, from the final goods back. */
  public static String of(Economy economy, Equilibrium equilibrium) {
    var page = new Page();
    page.line(
        "Prices are in %s. Firm by firm, from the final goods back:"
            .formatted(equilibrium.unitOfAccount()));
    var prices = equilibrium.prices();
    for (var firm : new SupplyChain(economy).firmsFromTheEnd()) {
      new FirmExplanation(economy, firm, account(equilibrium, firm.name()), prices, page).write();
    }
    Composition.of(economy, equilibrium)
        .ifPresentOrElse(
            composition -> composition.write(page),
            () -> new PriceLines(economy, equilibrium).write(page));
    return page.text();
  }

  /**
   * How the price of one good comes from those of the goods that are made from it, up to the final
   * goods.
   */
  public static String of(String good, Economy economy, Equilibrium equilibrium) {
    var page = new Page();
    new PriceTree(economy, equilibrium, page).write(good);
    return page.text();
  }

  static FirmAccount account(Equilibrium equilibrium, String firm) {
    var account = equilibrium.firms().get(firm);
    if (account == null) {
      throw new IllegalArgumentException("no firm '" + firm + "' in the equilibrium");
    }
    return account;
  }

  static double price(Map<String, Double> prices, String good) {
    return prices.getOrDefault(good, Double.NaN);
  }
}
