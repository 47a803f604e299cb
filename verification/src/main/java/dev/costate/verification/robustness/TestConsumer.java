package dev.costate.verification.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A consumer who spends all income on a composite.
 *
 * @param owns how much of each factor
 * @param ownLevies by good, on what is sold of it
 * @param buysLevies by good, on what is bought
 * @param profits shares in the profits of firms
 * @param transfers fractions of income before transfers, by receiver
 */
record TestConsumer(
    String name,
    Map<String, Double> owns,
    Map<String, List<Levy>> ownLevies,
    Map<String, List<Levy>> buysLevies,
    Map<String, Double> profits,
    Map<String, Double> transfers,
    Composite utility) {
  TestConsumer {
    owns = new TreeMap<>(owns);
    ownLevies = new TreeMap<>(ownLevies);
    buysLevies = new TreeMap<>(buysLevies);
    profits = new TreeMap<>(profits);
    transfers = new TreeMap<>(transfers);
  }

  List<Levy> whenSelling(String good) {
    return ownLevies.getOrDefault(good, List.of());
  }

  List<Levy> whenBuying(String good) {
    return buysLevies.getOrDefault(good, List.of());
  }

  /** Its declaration. */
  String text() {
    var owned = new ArrayList<String>();
    owns.forEach((good, quantity) ->
        owned.add(good + " " + Decimal.text(quantity) + Levy.texts(whenSelling(good))));
    profits.forEach(
        (firm, share) -> owned.add(Decimal.text(Decimal.rounded(100 * share)) + "% of " + firm));
    var text = new StringBuilder("consumer %s:%n".formatted(name));
    text.append("    owns %s%n".formatted(String.join(", ", owned)));
    if (!buysLevies.isEmpty()) {
      var bought = new ArrayList<String>();
      buysLevies.forEach((good, levies) -> bought.add(good + Levy.texts(levies)));
      text.append("    buys %s%n".formatted(String.join(", ", bought)));
    }
    transfers.forEach((receiver, share) ->
        text.append(
            "    transfers %s%% of income to %s%n"
                .formatted(Decimal.text(Decimal.rounded(100 * share)), receiver)));
    text.append("    utility = %s%n".formatted(utility.text()));
    return text.toString();
  }
}
