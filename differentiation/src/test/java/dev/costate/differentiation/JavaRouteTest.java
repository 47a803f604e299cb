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
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Functions and their derivatives printed as Java and compiled by javac give what the interpreter
 * gives, bit for bit.
 */
final class JavaRouteTest {
  private static final int SEEDS = Integer.getInteger("costate.java.seeds", 100);
  private static final long FIRST_SEED = Long.getLong("costate.java.seed", 1);

  /** Random functions of arrays are long: there are so many times fewer of them. */
  private static final int FEWER_OF_ARRAYS = 10;

  /** Second derivatives are long: they are compared for one function in so many. */
  private static final int SECOND_ORDER_EVERY = 25;

  /** A {@code double[][]} without rows has no columns: this case fails, and says so. */
  private static final String WITHOUT_ROWS = "matrix without rows";

  /** A printed program, and a call of one of its functions. */
  private record Call(
      String className, Program program, String function, List<Value> arguments, String what) {}

  private final CompiledJava java = new CompiledJava();
  private final List<Call> calls = new ArrayList<>();

  @Test
  void everyFunctionOfTheCorpusAndItsDerivativesAgree() throws IOException {
    int number = 0;
    for (var of : CorpusTest.cases()) {
      var program = Programs.of(of.code());
      var function = of.function();
      var arguments = of.point(program);
      if (!of.name().equals(WITHOUT_ROWS)) {
        add(program, function, arguments, List.of(), of.name());
        if (number++ % SECOND_ORDER_EVERY == 0) {
          addSecondOrder(program, function, arguments, List.of(), of.name());
        }
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
      var program = Programs.of(RandomFunctions.text(seed));
      add(program, "f", arguments, List.of("x", "y", "z"), "seed " + seed);
      if (seed % SECOND_ORDER_EVERY == 0) {
        addSecondOrder(program, "f", arguments, List.of("x", "y", "z"), "seed " + seed);
      }
    }
    compare();
  }

  @Test
  void randomFunctionsOfArraysAgree() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS / FEWER_OF_ARRAYS; seed++) {
      add(
          Programs.of(RandomArrayFunctions.text(seed)),
          "f",
          RandomArrayFunctionsTest.point(new Random(seed)),
          List.of(),
          "seed " + seed);
    }
    compare();
  }

  private static double next(Random random) {
    return 2 * random.nextDouble() - 1;
  }

  private void add(
      Program given, String function, List<Value> arguments, List<String> wrt, String what) {
    var program = Differentiator.runnable(given);
    var gradient = Differentiator.gradient(program, function, wrt);
    var tangent = Differentiator.tangent(gradient.program(), function, wrt);
    var directed = new ArrayList<>(arguments);
    for (var parameter : tangent.wrt()) {
      directed.add(arguments.get(program.function(function).parameters().indexOf(parameter)));
    }
    var entries = new HashSet<String>();
    program.functions().stream().map(Function::name).forEach(entries::add);
    entries.addAll(List.of(gradient.function(), tangent.function()));
    var printed = java.add(tangent.program(), entries);
    calls.add(new Call(printed, tangent.program(), function, arguments, what));
    calls.add(new Call(printed, tangent.program(), gradient.function(), arguments, what));
    calls.add(new Call(printed, tangent.program(), tangent.function(), directed, what));
  }

  private void addSecondOrder(
      Program given, String function, List<Value> arguments, List<String> wrt, String what) {
    var program = Differentiator.runnable(given);
    add(Differentiator.jacobian(program, function, wrt), arguments, what);
    add(Differentiator.hessian(program, function, wrt), arguments, what);
  }

  /** Here users may call every function, also those that only derivatives need. */
  private void add(Derivative derivative, List<Value> arguments, String what) {
    var program = derivative.program();
    var entries =
        program.functions().stream().map(Function::name).collect(Collectors.toUnmodifiableSet());
    var printed = java.add(program, entries);
    calls.add(new Call(printed, program, derivative.function(), arguments, what));
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
