package dev.costate.verification.benchmark;

import java.util.HashMap;
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
            .jvmArgsAppend("-XX:-DontCompileHugeMethods")
            .build();
    var times = new HashMap<String, Double>();
    for (var result : new Runner(options).run()) {
      times.put(name(result), result.getPrimaryResult().getScore());
    }
    System.out.println(table(times));
  }

  private static String name(RunResult result) {
    var workload = result.getParams().getParam("workload");
    var method = result.getPrimaryResult().getLabel();
    return workload == null ? method : workload + " " + method;
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
