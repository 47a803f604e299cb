package dev.costate.verification.robustness;

import dev.costate.dynamics.Run.Ending;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Runs random economies out of equilibrium, from prices that are each 10 times above or below those
 * of the equilibrium, and counts which settle.
 */
public final class SettlingTable {
  private static final int USUAL_COUNT = 140;
  private static final int USUAL_LARGEST = 25;
  private static final double FACTOR = 10;

  /** How a run of one economy ended. */
  private record Result(String kind, long seed, String ending, long rounds) {}

  private final List<Result> results = new ArrayList<>();

  private SettlingTable() {}

  /**
   * @param arguments how many economies with production and how many of exchange, and the most
   *     goods
   */
  public static void main(String[] arguments) {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_COUNT;
    int largest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_LARGEST;
    var table = new SettlingTable();
    for (long seed = 0; seed < count; seed++) {
      table.add("gross substitutes, exchange", seed, market(substitutes(seed)));
    }
    int taken = 0;
    for (long seed = 0; taken < count; seed++) {
      var economy = RandomEconomy.of(seed);
      if (economy.goods().size() <= largest) {
        table.add(
            "production, elasticities " + Recipe.of(seed).elasticities(),
            seed,
            market(economy.text()));
        taken++;
      }
    }
    table.print();
  }

  /**
   * Consumers with elasticities from 1 to 3 who own some of everything: all goods are gross
   * substitutes.
   */
  private static String substitutes(long seed) {
    var random = new Random(seed);
    int goods = 2 + random.nextInt(6);
    var text = new StringBuilder();
    for (int c = 0; c < 2 + random.nextInt(4); c++) {
      text.append("consumer c").append(c).append(":\n    owns ");
      var weights = new ArrayList<String>();
      var names = new ArrayList<String>();
      for (int g = 0; g < goods; g++) {
        text.append(g == 0 ? "" : ", ").append("g").append(g).append(' ');
        text.append(number(Math.exp(random.nextGaussian())));
        names.add("g" + g);
        weights.add(number(Math.exp(random.nextGaussian())));
      }
      text.append("\n    utility = ces(1, ")
          .append(number(1.01 + 2 * random.nextDouble()))
          .append(
              ", [%s], [%s])%n".formatted(String.join(", ", weights), String.join(", ", names)));
    }
    return text.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static Economy market(String text) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("random.market", text), diagnostics);
    return Elaboration.elaborate(file, Overrides.NONE, diagnostics)
        .orElseThrow(() -> new IllegalStateException(diagnostics.all().toString()));
  }

  private void add(String kind, long seed, Economy economy) {
    var obstacle = Simulation.obstacle(economy);
    if (obstacle.isPresent()) {
      results.add(new Result(kind, seed, "refused", 0));
      return;
    }
    if (!(EquilibriumSearch.solve(economy) instanceof Outcome.Solved(var equilibrium))) {
      results.add(new Result(kind, seed, "no equilibrium to start from", 0));
      return;
    }
    var random = new Random(seed);
    var factors = new ArrayList<Double>();
    for (int g = 0; g < economy.goods().size(); g++) {
      factors.add(random.nextBoolean() ? FACTOR : 1 / FACTOR);
    }
    var run =
        Simulation.of(economy, Settings.STANDARD, List.of())
            .run(new Start.At(equilibrium, factors), _ -> {});
    var ending = run.ending() instanceof Ending.Settled ? "settled" : "not settled";
    results.add(new Result(kind, seed, ending, run.world().round()));
    if (run.ending() instanceof Ending.NotSettled(var reason)) {
      System.err.printf("%s, seed %d: %s%n", kind, seed, reason);
    }
  }

  private void print() {
    Map<String, Map<String, Integer>> counts = new TreeMap<>();
    for (var result : results) {
      counts
          .computeIfAbsent(result.kind(), _ -> new TreeMap<>())
          .merge(result.ending(), 1, Integer::sum);
    }
    System.out.println("| economies | ended as | how many |");
    System.out.println("|---|---|---|");
    counts.forEach((kind, endings) ->
        endings.forEach(
            (ending, number) -> System.out.printf("| %s | %s | %d |%n", kind, ending, number)));
    var rounds =
        results.stream()
            .filter(r -> r.ending().equals("settled"))
            .mapToLong(Result::rounds)
            .sorted()
            .toArray();
    if (rounds.length > 0) {
      System.out.printf(
          "%nRounds of those that settled: median %d, longest %d.%n",
          rounds[rounds.length / 2], rounds[rounds.length - 1]);
    }
  }
}
