package dev.costate.cli.report;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Certainty;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whose first-order conditions are not known to suffice, so that a search had to do. */
final class SearchedCode {
  /** How many are named. */
  private static final int MOST_NAMES = 8;

  private SearchedCode() {}

  /** One line for firms and one for consumers, as far as there are any. */
  static List<String> lines(Economy economy, Equilibrium equilibrium) {
    var solved = economy.at(equilibrium.unknowns());
    var lines = new ArrayList<String>();
    add(lines, Certainty.ofFirms(solved), "concave", "plan");
    add(lines, Certainty.ofConsumers(solved), "quasi-concave", "bundle");
    return lines;
  }

  private static void add(
      List<String> lines, Map<String, Certainty> certainties, String form, String choice) {
    var names =
        certainties.entrySet().stream()
            .filter(each -> each.getValue() == Certainty.SEARCHED)
            .map(Map.Entry::getKey)
            .toList();
    if (names.isEmpty()) {
      return;
    }
    var some = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    var more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
    lines.add(
        "Not known to be "
            + form
            + ": the code of "
            + some
            + more
            + "; a search met no better "
            + choice
            + ".");
  }
}
