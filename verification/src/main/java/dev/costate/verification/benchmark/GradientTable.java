package dev.costate.verification.benchmark;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of gradients and prints the tables of {@code docs/benchmarks.md}. */
public final class GradientTable {
  private GradientTable() {}

  /**
   * @param arguments the workloads to measure, of {@link Workload#NAMES}; none for all of them, and
   *     compilation
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws RunnerException {
    var workloads = arguments.length == 0 ? Workload.NAMES : List.of(arguments);
    var smaller = new TreeSet<>(workloads.stream().map(Workload::forHipparchus).toList());
    var times = new HashMap<String, Double>();
    run("(function|gradient|byHand)", workloads, times);
    run("byHipparchus", smaller, times);
    workloads.forEach(smaller::remove);
    if (!smaller.isEmpty()) {
      run("function", smaller, times);
    }
    System.out.println(gradients(workloads, times));
    if (arguments.length == 0) {
      System.out.println(compilation());
    }
  }

  private static void run(String methods, Collection<String> workloads, Map<String, Double> times)
      throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(GradientBenchmark.class.getSimpleName() + "\\." + methods + "$")
            .param("workload", workloads.toArray(String[]::new))
            .build();
    for (var result : new Runner(options).run()) {
      times.put(key(result), best(result));
    }
  }

  /** Of the iterations the fastest: what else the machine does only adds. */
  private static double best(RunResult result) {
    return result.getPrimaryResult().getStatistics().getMin();
  }

  private static String key(RunResult result) {
    return result.getParams().getParam("workload") + " " + result.getPrimaryResult().getLabel();
  }

  private static String gradients(List<String> workloads, Map<String, Double> times) {
    var text = new StringBuilder();
    text.append("| | function, µs | gradient, µs | gradient / function ");
    text.append("| gradient / by hand | by Hipparchus / function |\n|---|---|---|---|---|---|\n");
    for (var workload : workloads) {
      double function = time(times, workload + " function");
      double gradient = time(times, workload + " gradient");
      var smaller = Workload.forHipparchus(workload);
      double slow = time(times, smaller + " byHipparchus") / time(times, smaller + " function");
      text.append(
          "| %s | %.1f | %.1f | %.2f | %.2f | %.1f%s |%n"
              .formatted(
                  workload,
                  function,
                  gradient,
                  gradient / function,
                  gradient / time(times, workload + " byHand"),
                  slow,
                  smaller.equals(workload) ? "" : " (" + smaller + ")"));
    }
    return text.toString();
  }

  private static String compilation() throws RunnerException {
    var options = new OptionsBuilder().include(CompilationBenchmark.class.getSimpleName()).build();
    var text = new StringBuilder("| code | lines | text to gradient, ms | µs per line |\n");
    text.append("|---|---|---|---|\n");
    for (var result : new Runner(options).run()) {
      var lines = result.getParams().getParam("lines");
      double time = best(result);
      text.append(
          "| %s | %s | %.1f | %.1f |%n"
              .formatted(
                  result.getParams().getParam("code").toLowerCase(Locale.ROOT),
                  lines,
                  time / 1000,
                  time / Integer.parseInt(lines)));
    }
    return text.toString();
  }

  private static double time(Map<String, Double> times, String key) {
    return times.getOrDefault(key, Double.NaN);
  }
}
