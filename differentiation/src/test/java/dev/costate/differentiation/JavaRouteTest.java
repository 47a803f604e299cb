package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.java.CompiledJava;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Functions and their derivatives printed as Java and compiled by javac give what the interpreter
 * gives, bit for bit.
 */
final class JavaRouteTest {
  private static final int SEEDS = Integer.getInteger("costate.java.seeds", 150);
  private static final long FIRST_SEED = Long.getLong("costate.java.seed", 1);

  /** Second derivatives are long: they are compared for one function in so many. */
  private static final int SECOND_ORDER_EVERY = 10;

  /** A {@code double[][]} without rows has no columns: this case fails, and says so. */
  private static final String WITHOUT_ROWS = "matrix without rows";

  /** A printed program, and a call of one of its functions. */
  private record Call(
      String className, Program program, String function, List<Value> arguments, String what) {}

  private final CompiledJava java = new CompiledJava();
  private final Map<Derivative, String> classes = new IdentityHashMap<>();
  private final List<Call> calls = new ArrayList<>();

  @Test
  void everyFunctionOfTheCorpusAndItsDerivativesAgree() throws IOException {
    int number = 0;
    for (var of : CorpusTest.cases()) {
      var program = Programs.of(of.code());
      var function = of.call().substring(0, of.call().indexOf('('));
      var arguments = CorpusTest.arguments(of, program, function);
      if (!of.name().equals(WITHOUT_ROWS)) {
        add(program, function, arguments, of.name(), number++ % SECOND_ORDER_EVERY == 0);
      }
    }
    compare();
  }

  @Test
  void randomFunctionsOfNumbersAgree() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      var random = new Random(seed);
      var arguments =
          List.<Value>of(
              Value.of(next(random)),
              Value.of(next(random)),
              Value.of(next(random)),
              Value.of(random.nextInt(4)));
      add(
          Programs.of(RandomFunctions.text(seed)),
          "f",
          arguments,
          "seed " + seed,
          seed % SECOND_ORDER_EVERY == 0);
    }
    compare();
  }

  @Test
  void randomFunctionsOfArraysAgree() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      add(
          Programs.of(RandomArrayFunctions.text(seed)),
          "f",
          RandomArrayFunctionsTest.point(new Random(seed)),
          "seed " + seed,
          seed % SECOND_ORDER_EVERY == 0);
    }
    compare();
  }

  private static double next(Random random) {
    return 2 * random.nextDouble() - 1;
  }

  private void add(
      Program given, String function, List<Value> arguments, String what, boolean secondOrder) {
    var program = Differentiator.runnable(given);
    var directed = new ArrayList<>(arguments);
    var tangent = Differentiator.tangent(program, function, List.of());
    for (var parameter : tangent.wrt()) {
      directed.add(arguments.get(program.function(function).parameters().indexOf(parameter)));
    }
    var gradient = Differentiator.gradient(program, function);
    add(program, gradient, function, arguments, what);
    add(program, gradient, gradient.function(), arguments, what);
    add(program, tangent, tangent.function(), directed, what);
    if (secondOrder) {
      var jacobian = Differentiator.jacobian(program, function, List.of());
      add(program, jacobian, jacobian.function(), arguments, what);
      var hessian = Differentiator.hessian(program, function, List.of());
      add(program, hessian, hessian.function(), arguments, what);
    }
  }

  private void add(
      Program given, Derivative derivative, String function, List<Value> arguments, String what) {
    var className =
        classes.computeIfAbsent(
            derivative,
            _ -> {
              var entries = new HashSet<String>();
              given.functions().stream().map(Function::name).forEach(entries::add);
              entries.add(derivative.function());
              return java.add(derivative.program(), entries);
            });
    calls.add(new Call(className, derivative.program(), function, arguments, what));
  }

  private void compare() {
    java.compile();
    for (var call : calls) {
      assertThat(java.call(call.className(), call.function(), call.arguments()))
          .as("%s of %s:\n%s", call.function(), call.what(), java.text(call.className()))
          .isEqualTo(new Interpreter(call.program()).call(call.function(), call.arguments()));
    }
  }
}
