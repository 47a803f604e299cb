package dev.costate.program.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.random.RandomPrograms;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random programs as Java give the values of the interpreter, and fail where it fails. */
final class RandomJavaTest {
  private static final int PROGRAMS = Integer.getInteger("costate.java.programs", 200);
  private static final long FIRST_SEED = Long.getLong("costate.java.seed", 0);
  private static final int CALLS = 3;

  /** What Java fails at and the interpreter does not. */
  private static final List<String> LIMITS = List.of("without rows", "is too large");

  @Test
  void everyFunctionGivesTheSameValuesOrFails() {
    var java = new CompiledJava();
    var classes = new HashMap<Long, String>();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      var program = RandomPrograms.program(seed);
      var names =
          program.functions().stream().map(Function::name).collect(Collectors.toUnmodifiableSet());
      classes.put(seed, java.add(program, names));
    }
    java.compile();
    int values = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      values += compared(java, classes.getOrDefault(seed, ""), seed);
    }
    assertThat(values).as("calls that gave a value").isGreaterThan(PROGRAMS);
  }

  private static int compared(CompiledJava java, String className, long seed) {
    var program = RandomPrograms.program(seed);
    var interpreter = new Interpreter(program);
    var random = new SplittableRandom(seed);
    int values = 0;
    for (var function : program.functions()) {
      for (int i = 0; i < CALLS; i++) {
        var arguments = RandomPrograms.arguments(function, random);
        var expected = new ArrayList<Value>();
        var failure = "";
        try {
          expected.addAll(interpreter.call(function.name(), arguments));
        } catch (ProgramFailure failed) {
          failure = failed.diagnostic().message();
        }
        values += compare(java, className, function, arguments, expected, failure, program, seed);
      }
    }
    return values;
  }

  private static int compare(
      CompiledJava java,
      String className,
      Function function,
      List<Value> arguments,
      List<Value> expected,
      String failure,
      Program program,
      long seed) {
    var what =
        "seed %d: %s%s, %d functions"
            .formatted(seed, function.name(), arguments, program.functions().size());
    List<Value> actual;
    try {
      actual = java.call(className, function.name(), arguments);
    } catch (RuntimeException thrown) {
      var message = String.valueOf(thrown.getMessage());
      if (failure.isEmpty() && LIMITS.stream().noneMatch(message::contains)) {
        throw new AssertionError(what + "\n" + java.text(className), thrown);
      }
      return 0;
    }
    if (!failure.isEmpty()) {
      throw new AssertionError(
          what + ": no failure '" + failure + "' but " + actual + "\n" + java.text(className));
    }
    assertThat(actual).as("%s\n%s", what, java.text(className)).isEqualTo(expected);
    return 1;
  }
}
