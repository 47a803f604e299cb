package dev.costate.verification.benchmark;

import dev.costate.program.run.Value;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same gradients written by hand in Java, and by a library of forward derivatives. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class RivalBenchmark {
  private final List<Value> logSumExp = Workload.of("log-sum-exp").arguments();
  private final List<Value> leastSquares = Workload.of("least-squares").arguments();
  private final List<Value> lstm = Workload.of("lstm").arguments();

  private static double[] vector(List<Value> arguments, int at) {
    return ((Value.Vector) arguments.get(at)).elements();
  }

  @Benchmark
  public double[] logSumExpByHand() {
    return ByHand.logSumExp(vector(logSumExp, 0));
  }

  @Benchmark
  public double[] leastSquaresByHand() {
    return ByHand.leastSquares(
        vector(leastSquares, 0), vector(leastSquares, 1), vector(leastSquares, 2));
  }

  @Benchmark
  public double[] leastSquaresByHipparchus() {
    return ByHipparchus.leastSquares(
        vector(leastSquares, 0), vector(leastSquares, 1), vector(leastSquares, 2));
  }

  @Benchmark
  public double[] lstmByHand() {
    return ByHand.lstm(vector(lstm, 0), vector(lstm, 1));
  }

  @Benchmark
  public double[] lstmByHipparchus() {
    return ByHipparchus.lstm(vector(lstm, 0), vector(lstm, 1));
  }
}
