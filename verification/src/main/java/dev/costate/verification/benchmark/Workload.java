package dev.costate.verification.benchmark;

import dev.costate.differentiation.Derivative;
import dev.costate.differentiation.Differentiator;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Program;
import dev.costate.program.emit.CompiledProgram;
import dev.costate.program.emit.Compiler;
import dev.costate.program.lower.Lowering;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A function of {@code benchmark/*.market} at a point, compiled, with its gradient.
 *
 * @param arguments the point, the same in every run
 */
public record Workload(String file, String function, List<String> wrt, List<Value> arguments) {
  private static final long SEED = 42;

  public Workload {
    wrt = List.copyOf(wrt);
    arguments = List.copyOf(arguments);
  }

  /** The names of all workloads, in the order of the table. */
  public static final List<String> NAMES =
      List.of(
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
          "recursion-10000");

  private static final String SMALLER_MIXTURE = "gmm-5-5-100";
  private static final String SMALLER_SUM = "log-sum-exp-1000";

  /**
   * The workload that Hipparchus is measured on: with as many partials as gmm and log-sum-exp have,
   * each carried through every operation, it would take minutes for one gradient.
   */
  static String forHipparchus(String name) {
    return switch (name) {
      case "gmm" -> SMALLER_MIXTURE;
      case "log-sum-exp" -> SMALLER_SUM;
      default -> name;
    };
  }

  /**
   * @throws IllegalArgumentException if there is no such workload
   */
  public static Workload of(String name) {
    var random = new Random(SEED);
    return switch (name) {
      case "gmm" -> mixture(random, 25, 10, 1000);
      case SMALLER_MIXTURE -> mixture(random, 5, 5, 100);
      case "log-sum-exp" -> sum(random, 100_000);
      case SMALLER_SUM -> sum(random, 1000);
      case "least-squares" ->
          new Workload(
              "least-squares",
              "least_squares",
              List.of("c"),
              List.of(vector(random, 128, 1), vector(random, 1024, 0.3), vector(random, 1024, 1)));
      case "determinant" ->
          new Workload("determinant", "determinant", List.of(), List.of(matrix(random, 9, 9, 1)));
      case "lstm" ->
          new Workload(
              "lstm",
              "lstm",
              List.of("w"),
              List.of(vector(random, 8, 0.5), vector(random, 1000, 1)));
      case "runge-kutta" ->
          new Workload(
              "runge-kutta",
              "runge_kutta",
              List.of("u", "k"),
              List.of(positive(random, 100), Value.of(0.3), Value.of(0.01), Value.of(1000)));
      case "ces" ->
          new Workload(
              "ces",
              "ces",
              List.of("x"),
              List.of(positive(random, 50), Value.of(0.5), Value.of(-0.7)));
      default -> recursion(name);
    };
  }

  private static Workload mixture(Random random, int k, int d, int n) {
    return new Workload(
        "gmm",
        "gmm",
        List.of("alpha", "means", "factors"),
        List.of(
            vector(random, k, 1),
            matrix(random, k, d, 1),
            matrix(random, k, d * (d + 1) / 2, 0.3),
            matrix(random, n, d, 1)));
  }

  private static Workload sum(Random random, int length) {
    return new Workload(
        "log-sum-exp", "log_sum_exp", List.of(), List.of(vector(random, length, 1)));
  }

  private static Workload recursion(String name) {
    int depth = Integer.parseInt(name.substring("recursion-".length()));
    return new Workload(
        "recursion", "recursion", List.of(), List.of(Value.of(0.3), Value.of(depth)));
  }

  /** The program of the file. */
  public Program program() {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of(file() + ".market", text()), diagnostics);
    var program = Lowering.lower(file.functions(), Map.of(), List.of(), diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException(diagnostics.all().toString());
    }
    return program;
  }

  public Derivative gradient() {
    return Differentiator.gradient(program(), function, wrt);
  }

  public static CompiledProgram compiled(Program program) {
    return Compiler.compile(program);
  }

  private String text() {
    try (var in = Workload.class.getResourceAsStream(file + ".market")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Value vector(Random random, int length, double spread) {
    return new Value.Vector(numbers(random, length, spread));
  }

  private static Value matrix(Random random, int rows, int columns, double spread) {
    return new Value.Matrix(rows, columns, numbers(random, rows * columns, spread));
  }

  private static double[] numbers(Random random, int count, double spread) {
    var numbers = new double[count];
    Arrays.setAll(numbers, _ -> spread * random.nextGaussian());
    return numbers;
  }

  private static Value positive(Random random, int length) {
    var numbers = new double[length];
    Arrays.setAll(numbers, _ -> 0.5 + random.nextDouble());
    return new Value.Vector(numbers);
  }
}
