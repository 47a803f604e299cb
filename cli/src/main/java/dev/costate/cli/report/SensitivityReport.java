package dev.costate.cli.report;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.sensitivity.Gradient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The derivatives of an outcome, largest first, with bars. */
public final class SensitivityReport {
  /** More rows than these are counted. */
  private static final int MOST_ROWS = 40;

  private static final int MOST_BARS = 25;
  private static final int BAR = 30;

  /** Names of one sentence. */
  private static final int MOST_NAMES = 8;

  /** What is below this fraction of the largest is rounding. */
  private static final double ROUNDING = 1e-13;

  private final Gradient gradient;
  private final Map<String, Double> parameters;
  private final String unit;
  private final boolean elasticities;
  private final Map<String, Double> sorted = new LinkedHashMap<>();
  private final List<String> without = new ArrayList<>();
  private final List<String> atZero = new ArrayList<>();

  /**
   * @param unit of account of the equilibrium
   */
  public SensitivityReport(
      Gradient gradient, Map<String, Double> parameters, String unit, boolean elasticities) {
    this.gradient = gradient;
    this.parameters = parameters;
    this.unit = unit;
    this.elasticities = elasticities;
    var values = elasticities ? gradient.elasticities(parameters) : gradient.partials();
    double largest = values.values().stream().mapToDouble(Math::abs).max().orElse(0);
    values.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())))
        .forEach(entry -> {
          boolean isNothing = Math.abs(entry.getValue()) <= ROUNDING * largest;
          if (isNothing && moves(entry.getKey())) {
            atZero.add(entry.getKey());
          } else if (isNothing) {
            without.add(entry.getKey());
          } else {
            sorted.put(entry.getKey(), entry.getValue());
          }
        });
  }

  /** Whether a number that is 0 moves the outcome: one per cent of it is nothing. */
  private boolean moves(String name) {
    return elasticities
        && parameters.getOrDefault(name, Double.NaN) == 0
        && gradient.partials().getOrDefault(name, 0.0) != 0;
  }

  public String title() {
    return Double.isFinite(gradient.value())
        ? "%s is %s%s".formatted(gradient.of().text(), Figures.of(gradient.value()), inUnit())
        : gradient.of().text() + " is infinite, as far as can be told";
  }

  private String inUnit() {
    return gradient.of().isMoney()
        ? " in " + (unit.equals(Equilibrium.MONEY) ? "money" : unit)
        : "";
  }

  /** What the numbers are. */
  public String axis() {
    return elasticities ? "per cent for one per cent more" : "for one unit more";
  }

  /** The largest, for a chart. */
  public Map<String, Double> bars() {
    var bars = new LinkedHashMap<String, Double>();
    sorted.entrySet().stream()
        .limit(MOST_BARS)
        .forEach(entry -> bars.put(entry.getKey(), entry.getValue()));
    return bars;
  }

  public String text() {
    var lines = new ArrayList<String>();
    lines.add(title() + ".");
    if (!sorted.isEmpty()) {
      lines.add("");
      lines.addAll(table());
    }
    if (sorted.size() > MOST_ROWS) {
      lines.add(
          "and %,d more, which are smaller: see --wrt and --json"
              .formatted(sorted.size() - MOST_ROWS));
    }
    if (!gradient.oneSided().isEmpty()) {
      lines.add("");
      lines.add("One-sided, since a condition holds with equality at a bound:");
      lines.addAll(sides());
    }
    if (!atZero.isEmpty()) {
      lines.add("");
      lines.add(
          "No elasticity, since these are 0; they have a derivative: " + listed(atZero) + ".");
    }
    if (!without.isEmpty()) {
      lines.add("");
      lines.add("No effect: " + listed(without) + ".");
    }
    var reasons = new LinkedHashMap<String, List<String>>();
    gradient
        .refused()
        .forEach(
            (name, reason) -> reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(name));
    if (!reasons.isEmpty()) {
      lines.add("");
    }
    reasons.forEach(
        (reason, names) -> lines.add("No derivative: %s: %s.".formatted(listed(names), reason)));
    return String.join("\n", lines) + "\n";
  }

  private List<String> table() {
    var table =
        new Table()
            .text("Parameter")
            .decimal("Value")
            .decimal(elasticities ? "Elasticity" : "Derivative")
            .text("");
    double largest = Math.abs(sorted.values().iterator().next());
    sorted.entrySet().stream()
        .limit(MOST_ROWS)
        .forEach(entry ->
            table.row(
                entry.getKey(),
                Figures.of(parameters.getOrDefault(entry.getKey(), Double.NaN)),
                Figures.of(entry.getValue()),
                "█".repeat((int) Math.ceil(BAR * Math.abs(entry.getValue()) / largest))));
    return table.lines();
  }

  private List<String> sides() {
    var table =
        new Table()
            .text("Parameter")
            .decimal("Value")
            .decimal("From the left")
            .decimal("From the right");
    gradient
        .oneSided()
        .forEach((name, side) ->
            table.row(
                name,
                Figures.of(parameters.getOrDefault(name, Double.NaN)),
                sided(side.left(), name),
                sided(side.right(), name)));
    return table.lines();
  }

  private String sided(double derivative, String name) {
    double number = parameters.getOrDefault(name, Double.NaN);
    double shown = elasticities ? gradient.elasticity(derivative, number) : derivative;
    return Double.isNaN(shown) ? "none" : Figures.of(shown);
  }

  private static String listed(List<String> names) {
    return names.size() <= MOST_NAMES
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST_NAMES))
            + " and %,d more".formatted(names.size() - MOST_NAMES);
  }
}
