package dev.costate.verification.benchmark;

import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.equilibrium.sensitivity.Sensitivities;
import dev.costate.language.Source;
import dev.costate.market.read.Reading;
import dev.costate.tables.CsvTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Times of the gradient of an equilibrium with respect to all numbers of its file, beside its
 * solution: networks of sectors, of which the shares are numbers of the code or parameters. Prints
 * the table of {@code docs/benchmarks.md}.
 */
public final class SensitivityTable {
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 5;
  private static final int SECTORS = 520;
  private static final int[] INPUTS = {20, 195};
  private static final long SEED = 1951;

  private final int sectors;

  private SensitivityTable(int sectors) {
    this.sectors = sectors;
  }

  /**
   * @param arguments the number of sectors, and how many of the others each buys from
   */
  public static void main(String[] arguments) {
    int sectors = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECTORS;
    var table = new SensitivityTable(sectors);
    System.out.println(
        "| conditions | parameters | solve, ms | set up, ms | gradient, ms | both / solve | gradient / solve |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int inputs : inputs(arguments)) {
      System.out.println(table.measured(inputs, false));
      System.out.println(table.measured(inputs, true));
    }
  }

  private static int[] inputs(String[] arguments) {
    if (arguments.length < 2) {
      return INPUTS;
    }
    var inputs = new int[arguments.length - 1];
    for (int k = 0; k < inputs.length; k++) {
      inputs[k] = Integer.parseInt(arguments[k + 1]);
    }
    return inputs;
  }

  private String measured(int inputs, boolean named) {
    var economy = economy(text(inputs, named));
    double solve = Double.POSITIVE_INFINITY;
    double setUp = Double.POSITIVE_INFINITY;
    double gradient = Double.POSITIVE_INFINITY;
    int conditions = 0;
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      long began = System.nanoTime();
      if (!(EquilibriumSearch.solve(economy) instanceof Outcome.Solved(var equilibrium))) {
        throw new IllegalStateException("not solved");
      }
      long solved = System.nanoTime();
      var sensitivities = Sensitivities.of(economy, equilibrium);
      long ready = System.nanoTime();
      sensitivities.gradient(new Measure.Utility("people"));
      long done = System.nanoTime();
      if (round >= WARM_UP) {
        solve = Math.min(solve, (solved - began) * 1e-6);
        setUp = Math.min(setUp, (ready - solved) * 1e-6);
        gradient = Math.min(gradient, (done - ready) * 1e-6);
      }
      conditions = equilibrium.conditions().size();
    }
    return "| %,d | %,d | %.0f | %.0f | %.1f | %.2f | %.3f |"
        .formatted(
            conditions,
            economy.parameters().size(),
            solve,
            setUp,
            gradient,
            (setUp + gradient) / solve,
            gradient / solve);
  }

  private static Economy economy(String text) {
    var reading =
        Reading.of(
            Source.of("network", text),
            new Overrides(List.of(), List.of()),
            new CsvTables(Path.of("").toAbsolutePath(), ""));
    return reading
        .elaborated()
        .orElseThrow(() -> new IllegalArgumentException(reading.diagnostics().toString()))
        .economy();
  }

  /**
   * Each sector makes its good from labor, capital and the goods of others.
   *
   * @param named whether shares are parameters
   */
  private String text(int inputs, boolean named) {
    var random = new Random(SEED);
    var text = new StringBuilder();
    for (int k = 0; k < 10; k++) {
      text.append("parameter z%d = %s\n".formatted(k, 1 + 0.1 * random.nextDouble()));
    }
    var firms = new StringBuilder();
    for (int j = 0; j < sectors; j++) {
      var names = new ArrayList<>(List.of("labor", "capital"));
      var shares = new ArrayList<>(List.of("0.3", "0.2"));
      for (int i = 0; i < inputs; i++) {
        double share = 0.5 / inputs * (0.5 + random.nextDouble());
        names.add("x" + (j + 1 + i * (sectors - 1) / inputs) % sectors);
        if (named) {
          text.append("parameter a%d_%d = %s\n".formatted(i, j, share));
        }
        shares.add(named ? "a%d_%d".formatted(i, j) : Double.toString(share));
      }
      firms.append(
          "firm F%d makes x%d from %s:\n    x%d = ces(z%d, 1.3, %s, %s)\n"
              .formatted(j, j, String.join(", ", names), j, j % 10, shares, names));
    }
    var goods = new ArrayList<String>();
    var weights = new ArrayList<String>();
    for (int j = 0; j < sectors; j++) {
      goods.add("x" + j);
      weights.add("1");
    }
    return text
        + firms.toString()
        + "consumer people:\n    owns labor 100, capital 50\n    utility = ces(1, 0.9, %s, %s)\n"
            .formatted(weights, goods);
  }
}
