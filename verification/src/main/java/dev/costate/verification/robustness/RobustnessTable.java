package dev.costate.verification.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Solves random economies and prints the tables of {@code docs/robustness.md}. */
public final class RobustnessTable {
  private static final int USUAL_COUNT = 2000;
  private static final int PROGRESS = 50;

  private final List<Trial> trials;
  private final StringBuilder text = new StringBuilder();

  private RobustnessTable(List<Trial> trials) {
    this.trials = List.copyOf(trials);
  }

  /**
   * @param arguments how many economies, and the first seed
   * @throws InterruptedException if interrupted
   * @throws ExecutionException if an economy cannot even be read
   */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL_COUNT;
    long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
    System.out.println(new RobustnessTable(trials(first, count)).text());
  }

  private static List<Trial> trials(long first, int count)
      throws InterruptedException, ExecutionException {
    var trials = new ArrayList<Trial>();
    try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      var running = new ArrayList<Future<Trial>>();
      for (int k = 0; k < count; k++) {
        long seed = first + k;
        running.add(pool.submit(() -> Trial.of(seed)));
      }
      for (var trial : running) {
        trials.add(trial.get());
        report(trials);
      }
    }
    return trials;
  }

  private static void report(List<Trial> trials) {
    var last = trials.getLast();
    if (!last.succeeded()) {
      System.err.println(failure(last));
    }
    if (trials.size() % PROGRESS == 0) {
      long good = trials.stream().filter(Trial::succeeded).count();
      System.err.printf(Locale.ROOT, "%d of %d%n", good, trials.size());
    }
  }

  private String text() {
    bands(
        "elasticities of all nests",
        trial -> trial.recipe().elasticities(),
        Recipe.Elasticities.values());
    bands("goods made", trial -> trial.recipe().size(), Recipe.Size.values());
    bands(
        "firms that compete with the first maker of a good",
        trial -> trial.recipe().idle(),
        Recipe.Idle.values());
    bands("start", trial -> trial.recipe().start(), Recipe.Start.values());
    methods();
    failures();
    return text.toString();
  }

  private <B> void bands(String title, Function<Trial, B> band, B[] bands) {
    line("| %s | economies | solved | %% | wrong | firms shut, %% | median s | longest s |", title);
    line("|---|---|---|---|---|---|---|---|");
    for (var each : bands) {
      row(
          each.toString(),
          trials.stream().filter(trial -> band.apply(trial).equals(each)).toList());
    }
    row("all", trials);
    line("");
  }

  private void row(String name, List<Trial> of) {
    if (of.isEmpty()) {
      return;
    }
    long good = of.stream().filter(Trial::succeeded).count();
    long wrong = of.stream().filter(trial -> !trial.wrong().isEmpty()).count();
    var seconds = of.stream().map(Trial::seconds).sorted().toList();
    line(
        "| %s | %d | %d | %.1f | %d | %.0f | %.2f | %.1f |",
        name,
        of.size(),
        good,
        100.0 * good / of.size(),
        wrong,
        100
            * of.stream()
                .mapToDouble(trial -> trial.shut() / (double) trial.firms())
                .average()
                .orElse(0),
        seconds.get(seconds.size() / 2),
        seconds.getLast());
  }

  private void methods() {
    line("| found by | economies | median iterations |");
    line("|---|---|---|");
    trials.stream()
        .map(Trial::method)
        .filter(method -> !method.isEmpty())
        .distinct()
        .sorted()
        .forEach(method -> {
          var steps =
              trials.stream()
                  .filter(trial -> trial.method().equals(method))
                  .map(Trial::iterations)
                  .sorted()
                  .toList();
          line("| %s | %d | %d |", method, steps.size(), steps.get(steps.size() / 2));
        });
    line("");
  }

  private void failures() {
    var failed = trials.stream().filter(trial -> !trial.succeeded()).toList();
    if (failed.isEmpty()) {
      line("No seed fails.");
    }
    failed.forEach(trial -> line("- %s", failure(trial)));
  }

  private static String failure(Trial trial) {
    var what = trial.message().isEmpty() ? "called solved, but " + trial.wrong() : trial.message();
    return "seed %d (elasticities %s; %s goods; start %s; %d firms; %.1f s): %s"
        .formatted(
            trial.seed(),
            trial.recipe().elasticities(),
            trial.recipe().size(),
            trial.recipe().start(),
            trial.firms(),
            trial.seconds(),
            what.lines().findFirst().orElse(""));
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
