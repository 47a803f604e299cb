package dev.costate.java.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.Function;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import dev.costate.runtime.JavaNumbers;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function of {@link Arithmetic} computes as a program what its method computes in Java. */
final class ArithmeticTest {
  private static final Interpreter INTERPRETER =
      new Interpreter(new Program(Arithmetic.all(), Map.of()));

  private static final List<Double> INTS =
      List.of(
          0.0,
          1.0,
          -1.0,
          2.0,
          7.0,
          -7.0,
          31.0,
          32.0,
          33.0,
          65_535.0,
          65_536.0,
          -65_537.0,
          123_456_789.0,
          (double) Integer.MAX_VALUE,
          (double) Integer.MIN_VALUE,
          Integer.MIN_VALUE + 1.0);

  private static final List<Double> NUMBERS =
      List.of(
          0.0,
          0.5,
          -0.5,
          1.0,
          1.5,
          2.5,
          -2.5,
          3.7,
          -1e3,
          1e10,
          -4e9,
          2147483647.0,
          2147483648.0,
          0.49999999999999994,
          1e-300,
          7.25);

  /** Methods of Math that are only accurate are compared with less than the last bits. */
  private static final double RELATIVE = 1e-14;

  private static final double LARGEST_QUOTIENT = 0x1p40;

  private static final int RANDOM_CASES = 2_000;

  static List<Function> functions() {
    return Arithmetic.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionIsItsMethod(Function function) {
    var name = function.name();
    boolean isOfInts =
        name.startsWith("JavaNumbers.")
            && !List.of("numberRemainder", "truncate", "truncateToLong", "round")
                .contains(name.substring(name.indexOf('.') + 1));
    var random = new Random(1);
    for (var arguments : arguments(function.parameters().size(), isOfInts, random)) {
      compare(function, arguments);
    }
  }

  private static List<List<Double>> arguments(int count, boolean isOfInts, Random random) {
    var from = isOfInts ? INTS : NUMBERS;
    List<List<Double>> all = List.of(List.of());
    for (int i = 0; i < count; i++) {
      var next = new ArrayList<List<Double>>();
      for (var some : all) {
        for (var value : from) {
          var more = new ArrayList<>(some);
          more.add(value);
          next.add(more);
        }
      }
      all = next;
    }
    var cases = new ArrayList<>(all);
    for (int k = 0; k < RANDOM_CASES; k++) {
      var some = new ArrayList<Double>();
      for (int i = 0; i < count; i++) {
        some.add(
            isOfInts
                ? (double) (random.nextInt() >> random.nextInt(31))
                : 10 * random.nextGaussian());
      }
      cases.add(some);
    }
    return cases;
  }

  private static void compare(Function function, List<Double> arguments) {
    double expected;
    try {
      expected = inJava(function, arguments);
    } catch (ArithmeticException | IllegalArgumentException failure) {
      assertThatThrownBy(() -> inProgram(function, arguments))
          .as("%s%s", function.name(), arguments)
          .isInstanceOf(RuntimeException.class);
      return;
    }
    if (List.of("Math.nextUp", "Math.nextDown").contains(function.name())) {
      return; // their derivative is that of the argument itself, and so is their program
    }
    if (function.name().equals("Math.IEEEremainder")
        && Math.abs(arguments.get(0) / arguments.get(1)) > LARGEST_QUOTIENT) {
      return; // the program serves for the derivative, which needs the quotient to the unit only
    }
    double actual = inProgram(function, arguments);
    if (function.name().startsWith("JavaNumbers.")) {
      assertThat(Double.valueOf(actual)) // so that zeros have a sign
          .as("%s%s", function.name(), arguments)
          .isEqualTo(Double.valueOf(expected));
    } else if (!(Double.isNaN(expected) && Double.isNaN(actual))) {
      assertThat(actual)
          .as("%s%s", function.name(), arguments)
          .isCloseTo(expected, within(RELATIVE * Math.max(1, magnitude(arguments, expected))));
    }
  }

  private static double magnitude(List<Double> arguments, double result) {
    double product = 1;
    for (double argument : arguments) {
      product *= Math.max(1, Math.abs(argument));
    }
    return Math.max(product, Math.abs(result));
  }

  private static double inProgram(Function function, List<Double> arguments) {
    var given = arguments.stream().<Value>map(Value::of).toList();
    var result = INTERPRETER.call(function.name(), given).getFirst();
    return ((Value.Number) result).value();
  }

  private static double inJava(Function function, List<Double> arguments) {
    var owner = function.name().startsWith("Math.") ? Math.class : JavaNumbers.class;
    var types = new Class<?>[arguments.size()];
    Arrays.fill(types, double.class);
    try {
      var method =
          owner.getMethod(function.name().substring(function.name().indexOf('.') + 1), types);
      return (double) method.invoke(null, arguments.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new LinkageError(function.name(), e);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(function.name(), e);
    }
  }

  @Test
  void aLongThatADoubleDoesNotHoldIsRefused() {
    assertThat(JavaNumbers.exact(9007199254740991L)).isEqualTo(9007199254740991.0);
    assertThatThrownBy(() -> JavaNumbers.exact(9007199254740992L))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> JavaNumbers.exact(-9007199254740992L))
        .isInstanceOf(ArithmeticException.class);
  }
}
