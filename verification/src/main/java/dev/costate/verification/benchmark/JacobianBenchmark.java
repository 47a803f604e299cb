package dev.costate.verification.benchmark;

import dev.costate.differentiation.Differentiator;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * The Jacobian of a function with a band of three, whose pattern the code shows ({@code w[i] = …})
 * or hides ({@code w[i*1] = …}), so that it takes three tangents or one for each column.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class JacobianBenchmark {
  /** What each element is. */
  public enum Element {
    /** Three products. */
    CHEAP("v[i] + 0.1*(v[i - 1] - 2*v[i] + v[i + 1]^2)"),
    /** An exponential and two sines. */
    COSTLY("exp(-v[i]^2) + sin(v[i - 1]*v[i]) * sin(v[i + 1])");

    private final String code;

    Element(String code) {
      this.code = code;
    }
  }

  @Param Element element = Element.COSTLY;

  @Param({"200"})
  int length = 200;

  private List<Value> point = List.of();
  private CompiledProgram compressed = compiled("f", "i");
  private CompiledProgram dense = compiled("g", "i*1");

  /** Compiles both. */
  @Setup
  public void compile() {
    compressed = compiled("f", "i");
    dense = compiled("g", "i*1");
    point =
        List.of(
            new Value.Vector(IntStream.range(0, length).mapToDouble(i -> i % 7 * 0.1).toArray()));
  }

  private CompiledProgram compiled(String name, String index) {
    var diagnostics = new Diagnostics();
    var text =
        """
        function %s(v):
            w = v
            for i in 2..length(v) - 1:
                w[%s] = %s
            return w
        """
            .formatted(name, index, element.code);
    var file = Parser.parse(Source.of("f.market", text), diagnostics);
    var program = Lowering.lower(file.functions(), Map.of(), List.of(), diagnostics);
    return Compiler.compile(Differentiator.jacobian(program, name, List.of()).program());
  }

  @Benchmark
  public List<Value> threeSweeps() {
    return compressed.call("f_jacobian", point);
  }

  @Benchmark
  public List<Value> aSweepForEachColumn() {
    return dense.call("g_jacobian", point);
  }
}
