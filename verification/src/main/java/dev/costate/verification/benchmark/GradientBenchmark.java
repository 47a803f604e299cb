package dev.costate.verification.benchmark;

import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The time of a gradient beside that of its function; {@link GradientTable} shows the ratios. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class GradientBenchmark {
  @Param({
    "gmm",
    "log-sum-exp",
    "least-squares",
    "determinant",
    "lstm",
    "runge-kutta",
    "ces",
    "recursion-10",
    "recursion-100",
    "recursion-1000",
    "recursion-10000"
  })
  String workload = "gmm";

  private CompiledProgram program;
  private String function;
  private String gradient;
  private List<Value> arguments;

  /** A state that has not been set up. */
  public GradientBenchmark() {
    program = Workload.compiled(dev.costate.program.Program.EMPTY);
    function = "";
    gradient = "";
    arguments = List.of();
  }

  /** Compiles the function and its gradient. */
  @Setup
  public void compile() {
    var chosen = Workload.of(workload);
    var derivative = chosen.gradient();
    program = Workload.compiled(derivative.program());
    function = chosen.function();
    gradient = derivative.function();
    arguments = chosen.arguments();
  }

  @Benchmark
  public List<Value> function() {
    return program.call(function, arguments);
  }

  @Benchmark
  public List<Value> gradient() {
    return program.call(gradient, arguments);
  }
}
