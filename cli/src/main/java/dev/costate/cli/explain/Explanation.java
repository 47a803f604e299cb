package dev.costate.cli.explain;

import dev.costate.cli.json.Json;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import java.util.Map;
import java.util.OptionalInt;

/** Why the prices of an equilibrium are what they are. */
public final class Explanation {
  private Explanation() {}

  /** Firm by firm, from the final goods back. */
  public static String of(Economy economy, Equilibrium equilibrium) {
    var page = new Page();
    page.line(
        economy.isClosed()
            ? "Nobody outside trades, so prices are relative: in units of %s. Firm by firm, from the final goods back:"
                .formatted(equilibrium.unitOfAccount())
            : "Prices are in %s. Firm by firm, from the final goods back:"
                .formatted(equilibrium.unitOfAccount()));
    var written = economy.writtenOut();
    var gates = new Gates(written, equilibrium);
    for (var firm : new SupplyChain(written).firmsFromTheEnd()) {
      new FirmExplanation(written, firm, account(equilibrium, firm.name()), gates, page).write();
    }
    for (var consumer : written.consumers()) {
      new ConsumerExplanation(written, equilibrium, consumer, gates, page).write();
    }
    if (Gates.areIn(written) || !written.consumers().isEmpty()) {
      return page.text(); // Behind wedges and consumers prices are no lines of one derivative.
    }
    Composition.of(written, equilibrium)
        .ifPresentOrElse(
            composition -> composition.write(page),
            () -> new PriceLines(written, equilibrium).write(page));
    return page.text();
  }

  /**
   * How the price of one good comes from those of the goods that are made from it, up to the final
   * goods.
   *
   * @param depth how many firms deep; without one as far as can be read
   */
  public static String of(
      String good, OptionalInt depth, Economy economy, Equilibrium equilibrium) {
    var page = new Page();
    var written = economy.writtenOut();
    new PriceTree(written, equilibrium, page)
        .write(new PriceNodes(written, equilibrium).of(good, depth));
    return page.text();
  }

  /** The same as JSON. */
  public static Json json(
      String good, OptionalInt depth, Economy economy, Equilibrium equilibrium) {
    return PriceTreeJson.of(new PriceNodes(economy, equilibrium).of(good, depth))
        .with("numeraire", equilibrium.unitOfAccount());
  }

  /**
   * Where the change of a price comes from, as its users value it and as its makers pay for it.
   *
   * @param depth how many firms deep; without one as far as can be read
   */
  public static String of(String good, OptionalInt depth, Shock shock) {
    return new ChangeTree(shock).of(good, depth);
  }

  /** The same as JSON. */
  public static Json json(String good, OptionalInt depth, Shock shock) {
    return ChangeTreeJson.of(shock, good, depth);
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
