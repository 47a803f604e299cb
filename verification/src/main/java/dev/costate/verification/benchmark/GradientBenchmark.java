package dev.costate.verification.benchmark;

import dev.costate.program.Program;
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

/**
 * The time of a function, of its generated gradient, and of the same gradient by others; {@link
 * GradientTable} chooses the workloads of each and shows the ratios.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseParallelGC", "-XX:-DontCompileHugeMethods"})
public class GradientBenchmark {
  /** One of {@link Workload#NAMES}, or a smaller one for who is slow. */
  @Param("gmm")
  String workload = "gmm";

  private CompiledProgram program;
  private String function;
  private String gradient;
  private List<Value> arguments;
  private Rival hand;
  private Rival hipparchus;

  /** A state that has not been set up. */
  public GradientBenchmark() {
    program = Workload.compiled(Program.EMPTY);
    function = "";
    gradient = "";
    arguments = List.of();
    hand = () -> new double[0][];
    hipparchus = hand;
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
    hand = ByHand.of(chosen);
    hipparchus = ByHipparchus.of(chosen);
  }

  @Benchmark
  public List<Value> function() {
    return program.call(function, arguments);
  }

  @Benchmark
  public List<Value> gradient() {
    return program.call(gradient, arguments);
  }

  @Benchmark
  public double[][] byHand() {
    return hand.gradient();
  }

  @Benchmark
  public double[][] byHipparchus() {
    return hipparchus.gradient();
  }
}
