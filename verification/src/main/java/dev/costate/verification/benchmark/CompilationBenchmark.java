package dev.costate.verification.benchmark;

import dev.costate.differentiation.Differentiator;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Lowering;
import java.util.List;
import java.util.Map;
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

/** From the text of a function to the loaded code of its gradient. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(1)
public class CompilationBenchmark {
  /** What the lines of a function are made of. */
  public enum Code {
    /** Assignments. */
    STRAIGHT("a = sin(b) * x + y", "b = a / (1 + c^2)", "c = exp(-a) - b * z"),
    /** Two lines of five are a branch or a loop. */
    BRANCHY(
        "a = sin(b) * x + y",
        "b = a / (1 + c^2)",
        "c = exp(-a) - b * z",
        "if a > b: c = c + x",
        "for i in 1..3: b = b * 0.5 + c / i");

    private final List<String> lines;

    Code(String... lines) {
      this.lines = List.of(lines);
    }
  }

  @Param Code code = Code.BRANCHY;

  /** How many statements the function has. */
  @Param({"50", "500", "2000", "10000"})
  int lines = 50;

  private String text = "";

  /** Writes the function. */
  @Setup
  public void write() {
    var written = new StringBuilder("function f(x, y, z):\n    a = x\n    b = y\n    c = z\n");
    for (int i = 0; i < lines; i++) {
      written.append("    ").append(code.lines.get(i % code.lines.size())).append('\n');
    }
    text = written.append("    return a + b + c\n").toString();
  }

  @Benchmark
  public CompiledProgram textToGradient() {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("f.market", text), diagnostics);
    var program = Lowering.lower(file.functions(), Map.of(), List.of(), diagnostics);
    return Compiler.compile(Differentiator.gradient(program, "f").program());
  }
}
