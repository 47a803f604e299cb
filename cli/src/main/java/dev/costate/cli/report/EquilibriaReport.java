package dev.costate.cli.report;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.IndexedEquilibrium;
import java.util.ArrayList;
import java.util.List;

/** Several equilibria as a table: prices and outputs side by side, with the index of each. */
public final class EquilibriaReport {
  private EquilibriaReport() {}

  /** The text, with a line end behind its last line. */
  public static String of(List<IndexedEquilibrium> found, int starts, boolean closed) {
    var table = new Table().text("");
    for (int k = 1; k <= found.size(); k++) {
      table.decimal("Equilibrium " + k);
    }
    var first = found.getFirst().equilibrium();
    for (var good : first.prices().keySet()) {
      row(table, "price " + good, found, e -> e.good(good).price());
    }
    for (var firm : first.firms().entrySet()) {
      var output = firm.getValue().outputs().keySet().iterator().next();
      row(table, firm.getKey() + " makes " + output, found, e -> output(e, firm.getKey(), output));
    }
    for (var consumer : first.consumers().keySet()) {
      row(table, "utility " + consumer, found, e -> e.consumer(consumer).utility());
    }
    var indices = new ArrayList<String>();
    indices.add("index");
    found.forEach(each -> indices.add("%+d".formatted(each.index())));
    table.row(indices.toArray(String[]::new));
    var lines = new ArrayList<>(table.lines());
    lines.add("");
    lines.add(
        "%d %s from %d starts; %s"
            .formatted(
                found.size(),
                found.size() == 1 ? "equilibrium" : "equilibria",
                starts,
                sum(found, closed)));
    return String.join("\n", lines) + "\n";
  }

  private static double output(Equilibrium equilibrium, String firm, String good) {
    return equilibrium.firm(firm).outputs().getOrDefault(good, 0.0);
  }

  private static String sum(List<IndexedEquilibrium> found, boolean closed) {
    if (found.stream().anyMatch(each -> each.index() == 0)) {
      return "one with index 0 is not regular: others may lie next to it.";
    }
    int sum = found.stream().mapToInt(IndexedEquilibrium::index).sum();
    return sum == 1 || !closed
        ? "their indices sum to %d.".formatted(sum)
        : "their indices sum to %d, not 1: there are more. Try more starts.".formatted(sum);
  }

  /** A number of an equilibrium. */
  private interface Number {
    double of(Equilibrium equilibrium);
  }

  private static void row(
      Table table, String title, List<IndexedEquilibrium> found, Number number) {
    var cells = new ArrayList<String>();
    cells.add(title);
    for (var each : found) {
      cells.add(Figures.of(number.of(each.equilibrium())));
    }
    table.row(cells.toArray(String[]::new));
  }
}
