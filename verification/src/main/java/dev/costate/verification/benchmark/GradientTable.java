package dev.costate.verification.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks of gradients and prints the table of {@code docs/benchmarks.md}. */
public final class GradientTable {
  private GradientTable() {}

  /**
   * @param arguments none
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(GradientBenchmark.class.getSimpleName())
            .include(RivalBenchmark.class.getSimpleName())
            .include(CompilationBenchmark.class.getSimpleName())
            .jvmArgsAppend("-XX:-DontCompileHugeMethods")
            .build();
    var times = new HashMap<String, Double>();
    for (var result : new Runner(options).run()) {
      times.put(name(result), result.getPrimaryResult().getScore());
    }
    System.out.println(table(times));
    System.out.println(compilation(times));
  }

  private static String name(RunResult result) {
    var method = result.getPrimaryResult().getLabel();
    var workload = result.getParams().getParam("workload");
    var lines = result.getParams().getParam("lines");
    return workload != null ? workload + " " + method : lines != null ? lines : method;
  }

  private static String table(Map<String, Double> times) {
    var text = new StringBuilder();
    text.append("| | function, µs | gradient, µs | ratio | to Java by hand | to Hipparchus |\n");
    text.append("|---|---|---|---|---|---|\n");
    for (var workload : Workload.NAMES) {
      double function = times.getOrDefault(workload + " function", Double.NaN);
      double gradient = times.getOrDefault(workload + " gradient", Double.NaN);
      text.append(
          "| %s | %.1f | %.1f | %.2f | %s | %s |%n"
              .formatted(
                  workload,
                  function,
                  gradient,
                  gradient / function,
                  ratio(gradient, times.get(method(workload) + "ByHand")),
                  ratio(gradient, times.get(method(workload) + "ByHipparchus"))));
    }
    return text.toString();
  }

  private static String compilation(Map<String, Double> times) {
    var text = new StringBuilder("| lines | text to gradient, ms | µs per line |\n|---|---|---|\n");
    for (var lines : List.of("50", "500", "2000")) {
      double time = times.getOrDefault(lines, Double.NaN);
      text.append(
          "| %s | %.1f | %.1f |%n".formatted(lines, time / 1000, time / Integer.parseInt(lines)));
    }
    return text.toString();
  }

  private static String method(String workload) {
    return switch (workload) {
      case "log-sum-exp" -> "logSumExp";
      case "least-squares" -> "leastSquares";
      default -> workload;
    };
  }

  private static String ratio(double time, @Nullable Double rival) {
    return rival == null ? "" : "%.3f".formatted(time / rival);
  }
}
