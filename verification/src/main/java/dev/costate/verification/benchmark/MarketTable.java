package dev.costate.verification.benchmark;

import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.economy.Scenario;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.language.Source;
import dev.costate.market.read.Reading;
import dev.costate.tables.CsvTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Times of the examples, in one warm process: reading, writing the conditions in generated code,
 * and solving. Prints the table of {@code docs/benchmarks.md}.
 */
public final class MarketTable {
  private static final int WARM_UP = 12;
  private static final int ROUNDS = 12;

  private final List<Timed> cases;

  private MarketTable(List<Timed> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * @param arguments files, or folders of them
   * @throws IOException if one cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    var cases = new ArrayList<Timed>();
    for (var argument : arguments) {
      for (var file : files(Path.of(argument))) {
        scenarios(file).ifPresent(cases::addAll);
      }
    }
    System.out.println(new MarketTable(cases).measured());
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (var all = Files.list(path)) {
      return all.filter(file -> file.toString().endsWith(".market")).sorted().toList();
    }
  }

  /** The cases of a file: as it stands, and each scenario; empty if it holds functions only. */
  private static Optional<List<Timed>> scenarios(Path file) throws IOException {
    var plain = new Timed(file, Files.readString(file), List.of());
    var economy = plain.read();
    if (!economy.isMarket()) {
      return Optional.empty();
    }
    var all = new ArrayList<Timed>();
    all.add(plain);
    for (Scenario scenario : economy.scenarios()) {
      all.add(new Timed(file, plain.text, List.of(scenario.name())));
    }
    return Optional.of(all);
  }

  private String measured() {
    for (int round = 0; round < WARM_UP; round++) {
      cases.forEach(Timed::measure);
    }
    cases.forEach(Timed::forget);
    for (int round = 0; round < ROUNDS; round++) {
      cases.forEach(Timed::measure);
    }
    var text = new StringBuilder();
    text.append("| market | conditions | read, ms | generate, ms | solve, ms | steps |\n");
    text.append("|---|---|---|---|---|---|\n");
    cases.forEach(timed -> text.append(timed.row()));
    double all = cases.stream().mapToDouble(Timed::milliseconds).sum();
    text.append("%d in all: %.0f ms%n".formatted(cases.size(), all));
    return text.toString();
  }

  /** One market and the shortest times it took. */
  private static final class Timed {
    private final Path file;
    private final String text;
    private final List<String> scenarios;
    private double read = Double.POSITIVE_INFINITY;
    private double generate = Double.POSITIVE_INFINITY;
    private double whole = Double.POSITIVE_INFINITY;
    private int conditions;
    private int steps;

    Timed(Path file, String text, List<String> scenarios) {
      this.file = file;
      this.text = text;
      this.scenarios = scenarios;
    }

    Economy read() {
      var source = Source.of(file.toString(), text);
      var reading =
          Reading.of(
              source,
              new Overrides(scenarios, List.of()),
              new CsvTables(file.resolveSibling("").toAbsolutePath(), ""));
      return reading
          .elaborated()
          .orElseThrow(() -> new IllegalArgumentException(reading.diagnostics().toString()))
          .economy();
    }

    void measure() {
      long began = System.nanoTime();
      var economy = read();
      long wasRead = System.nanoTime();
      conditions = MarketEquations.of(economy).conditions().size();
      long generated = System.nanoTime();
      var outcome = EquilibriumSearch.solve(economy);
      long solved = System.nanoTime();
      if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
        throw new IllegalStateException(file + ": " + outcome.message());
      }
      steps = equilibrium.effort().iterations();
      read = Math.min(read, (wasRead - began) * 1e-6);
      generate = Math.min(generate, (generated - wasRead) * 1e-6);
      whole = Math.min(whole, (solved - generated) * 1e-6);
    }

    void forget() {
      read = Double.POSITIVE_INFINITY;
      generate = Double.POSITIVE_INFINITY;
      whole = Double.POSITIVE_INFINITY;
    }

    /** Reading and solving, which generates the conditions again. */
    double milliseconds() {
      return read + whole;
    }

    String row() {
      var name = file.getFileName().toString().replace(".market", "");
      return String.format(
          Locale.ROOT,
          "| %s | %d | %.2f | %.2f | %.2f | %d |%n",
          scenarios.isEmpty() ? name : name + ", " + scenarios.getFirst(),
          conditions,
          read,
          generate,
          Math.max(0, whole - generate),
          steps);
    }
  }
}
