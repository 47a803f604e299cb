package dev.costate.cli.report;

import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.sensitivity.TaylorTerms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a shock does to outcomes: as the derivatives before it say, to first and to second order,
 * and exactly.
 *
 * @param shocks the numbers that are changed, by dotted name
 * @param subject what the rows are: {@code price}, {@code outcome}
 * @param unit of what is in money
 */
public record Outlook(
    Map<String, Change> shocks, String subject, Optional<String> unit, List<Row> rows) {
  /**
   * An outcome.
   *
   * @param exact before and after
   * @param terms of it; empty if it has no derivative
   * @param reason why it has none, or no second one
   */
  public record Row(
      String name, Change exact, Optional<TaylorTerms> terms, Optional<String> reason) {
    OptionalDouble toSecondOrder() {
      return terms.isPresent() ? terms.get().toSecondOrder() : OptionalDouble.empty();
    }

    private double relative() {
      double size = Math.max(Math.abs(exact.before()), Math.abs(exact.after()));
      boolean isRounding = Math.abs(exact.delta()) <= ROUNDING * size;
      return isRounding ? 0 : Math.abs(exact.delta()) / Math.abs(exact.before());
    }
  }

  /** Changes below this fraction of an outcome are rounding. */
  private static final double ROUNDING = 1e-9;

  private static final String FIRST = "to first order";

  private static final String SECOND = "to second order";
  private static final String EXACTLY = "exactly";

  public Outlook {
    shocks = Collections.unmodifiableMap(new LinkedHashMap<>(shocks));
    rows = rows.stream().sorted(Comparator.comparingDouble(row -> -row.relative())).toList();
  }

  /** The shocks: {@code tariff 0.1 -> 0.2}. */
  public String title() {
    return String.join(
        ", ",
        shocks.entrySet().stream()
            .map(shock ->
                "%s %s -> %s"
                    .formatted(
                        shock.getKey(),
                        Figures.of(shock.getValue().before()),
                        Figures.of(shock.getValue().after())))
            .toList());
  }

  public String text() {
    var lines = new ArrayList<String>();
    lines.add(
        "%s: what it does to %s%s."
            .formatted(
                title(),
                rows.size() == 1 ? rows.getFirst().name() : "every " + subject,
                unit.map(in -> ", in " + in).orElse("")));
    lines.add("");
    lines.addAll(table());
    var reasons = new LinkedHashMap<String, List<String>>();
    rows.forEach(row ->
        row.reason()
            .ifPresent(
                reason -> reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(row.name())));
    if (!reasons.isEmpty()) {
      lines.add("");
    }
    reasons.forEach((reason, names) ->
        lines.add(
            names.size() == rows.size()
                ? "None: %s.".formatted(reason)
                : "None for %s: %s.".formatted(String.join(", ", names), reason)));
    return String.join("\n", lines) + "\n";
  }

  private List<String> table() {
    var table =
        new Table()
            .text(subject.substring(0, 1).toUpperCase(Locale.ROOT) + subject.substring(1))
            .decimal("Before")
            .decimal("To first order")
            .decimal("To second order")
            .decimal("Exactly")
            .decimal("Change");
    for (var row : rows) {
      double size = Math.max(Math.abs(row.exact().before()), Math.abs(row.exact().after()));
      table.row(
          row.name(),
          Figures.of(row.exact().before()),
          row.terms().map(e -> Figures.of(e.toFirstOrder(), size)).orElse("none"),
          row.toSecondOrder().isPresent()
              ? Figures.of(row.toSecondOrder().getAsDouble(), size)
              : "none",
          Figures.of(row.exact().after(), size),
          row.exact().before() == 0
              ? ""
              : Figures.percent(row.exact().delta() / Math.abs(row.exact().before())));
    }
    return table.lines();
  }

  /** Per cent by which each outcome changes, told in each way; those of 0 are left out. */
  public Map<String, Map<String, Double>> bars() {
    var bars = new LinkedHashMap<String, Map<String, Double>>();
    for (var way : List.of(FIRST, SECOND, EXACTLY)) {
      bars.put(way, new LinkedHashMap<>());
    }
    for (var row : rows) {
      double before = row.exact().before();
      if (before != 0) {
        double first = row.terms().map(TaylorTerms::first).orElse(Double.NaN);
        double second = row.toSecondOrder().orElse(Double.NaN) - before;
        for (var way : bars.entrySet()) {
          double change =
              switch (way.getKey()) {
                case FIRST -> first;
                case SECOND -> second;
                default -> row.exact().delta();
              };
          way.getValue().put(row.name(), 100 * change / Math.abs(before));
        }
      }
    }
    return bars;
  }
}
