package dev.costate.verification.robustness;

import dev.costate.dynamics.Run.Ending;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Runs the examples and random economies out of equilibrium, from prices that are each 10 times
 * above or below those of the equilibrium, and counts which settle: whose plans and prices the
 * check of the equilibrium room accepts to one part in a million.
 */
public final class SettlingTable {
  private static final int SUBSTITUTES = 350;
  private static final int EXCHANGE = 250;
  private static final int PRODUCTION = 400;
  private static final int LARGEST = 25;
  private static final double FACTOR = 10;

  /** How a run of one economy ended. */
  private enum Ended {
    SETTLED,
    NOT_SETTLED,
    /** Its agents cannot act on what they know. */
    REFUSED,
    /** There is nothing that a start could be 10 times off. */
    NOT_SOLVED
  }

  /**
   * @param words why, if it did not settle
   */
  private record Result(SettlingCase of, Ended ended, long rounds, String words) {}

  private final List<Result> results;

  private SettlingTable(List<Result> results) {
    this.results = results;
  }

  /**
   * @param arguments the part of the usual numbers of economies, 1 for all 1,000, and the most
   *     goods of those with production; then folders of models, {@code examples} if there are none
   * @throws IOException if a model cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    double part = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 1;
    int largest = arguments.length > 1 ? Integer.parseInt(arguments[1]) : LARGEST;
    var folders =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length)
            : List.of("examples");
    var cases = new ArrayList<SettlingCase>();
    for (var folder : folders) {
      cases.addAll(SettlingCase.files(Path.of(folder)));
    }
    for (long seed = 0; seed < Math.rint(part * SUBSTITUTES); seed++) {
      cases.add(SettlingCase.grossSubstitutes(seed));
    }
    for (long seed = 0; seed < Math.rint(part * EXCHANGE); seed++) {
      cases.add(SettlingCase.exchange(seed));
    }
    int taken = 0;
    for (long seed = 0; taken < Math.rint(part * PRODUCTION); seed++) {
      if (RandomEconomy.of(seed).goods().size() <= largest) {
        cases.add(SettlingCase.production(seed));
        taken++;
      }
    }
    new SettlingTable(cases.parallelStream().map(SettlingTable::run).toList()).print();
  }

  private static Result run(SettlingCase which) {
    var result = result(which);
    System.err.printf(
        "%s\t%s\t%s\t%d\t%s%n",
        which.kind(), which.name(), result.ended(), result.rounds(), result.words());
    return result;
  }

  private static Result result(SettlingCase which) {
    var economy = which.economy();
    var obstacle = Simulation.obstacle(economy);
    if (obstacle.isPresent()) {
      return new Result(which, Ended.REFUSED, 0, obstacle.get());
    }
    var outcome = EquilibriumSearch.solve(economy);
    if (!(outcome instanceof Outcome.Solved(var equilibrium))) {
      return new Result(which, Ended.NOT_SOLVED, 0, outcome.message());
    }
    var random = new Random(which.name().hashCode());
    var factors = new ArrayList<Double>();
    for (int g = 0; g < economy.goods().size(); g++) {
      factors.add(random.nextBoolean() ? FACTOR : 1 / FACTOR);
    }
    var run =
        Simulation.of(economy, Settings.STANDARD, List.of())
            .run(new Start.At(equilibrium, factors), _ -> {});
    return switch (run.ending()) {
      case Ending.Settled(long round) -> new Result(which, Ended.SETTLED, round, "");
      case Ending.NotSettled(var reason) ->
          new Result(which, Ended.NOT_SETTLED, run.world().round(), reason);
    };
  }

  private void print() {
    var kinds = new LinkedHashMap<String, List<Result>>();
    for (var result : results) {
      kinds.computeIfAbsent(result.of().kind(), _ -> new ArrayList<>()).add(result);
    }
    System.out.println(
        "| economies | run | settled | % | not settled | refused | not solved | median rounds | longest |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    kinds.forEach(SettlingTable::print);
    print("all", results);
    list("not settled", Ended.NOT_SETTLED);
    list("refused", Ended.REFUSED);
    list("without an equilibrium to begin near", Ended.NOT_SOLVED);
  }

  private static void print(String kind, List<Result> results) {
    long settled = count(results, Ended.SETTLED);
    long not = count(results, Ended.NOT_SETTLED);
    var rounds =
        results.stream()
            .filter(result -> result.ended() == Ended.SETTLED)
            .mapToLong(Result::rounds)
            .sorted()
            .toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %s | %d | %d | %d | %s | %s |%n",
        kind,
        settled + not,
        settled,
        settled + not == 0
            ? ""
            : String.format(Locale.ROOT, "%.1f", 100.0 * settled / (settled + not)),
        not,
        count(results, Ended.REFUSED),
        count(results, Ended.NOT_SOLVED),
        rounds.length == 0 ? "" : rounds[rounds.length / 2],
        rounds.length == 0 ? "" : rounds[rounds.length - 1]);
  }

  private static long count(List<Result> results, Ended ended) {
    return results.stream().filter(result -> result.ended() == ended).count();
  }

  private void list(String title, Ended ended) {
    System.out.printf("%nThose %s:%n%n", title);
    results.stream()
        .filter(result -> result.ended() == ended)
        .forEach(result ->
            System.out.printf(
                "- %s: %s: %s%n", result.of().kind(), result.of().name(), result.words()));
  }
}
