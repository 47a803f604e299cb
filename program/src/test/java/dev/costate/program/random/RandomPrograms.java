package dev.costate.program.random;

import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.Variable;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Programs made from a seed: they verify, end soon, use every construct, and survive printing and
 * reading. Some fail when they run, which every route must do alike.
 */
public final class RandomPrograms {
  private RandomPrograms() {}

  /** The program of a seed; its last function may call all others. */
  public static Program program(long seed) {
    var random = new SplittableRandom(seed);
    var functions = new ArrayList<Function>();
    int count = random.nextInt(1, 5);
    for (int i = 0; i < count; i++) {
      functions.add(new RandomFunction(random.split(), "f" + i, functions).function());
    }
    return new Program(functions, Map.of("rate", 0.25, "share", 3.0));
  }

  /** Arguments that fit a function. */
  public static List<Value> arguments(Function function, SplittableRandom random) {
    var values = new ArrayList<Value>();
    for (Variable parameter : function.parameters()) {
      values.add(
          parameter.name().equals(RandomFunction.DEPTH)
              ? Value.of(random.nextInt(6))
              : value(parameter.kind(), random));
    }
    return values;
  }

  private static Value value(Kind kind, SplittableRandom random) {
    return switch (kind) {
      case NUMBER -> Value.of(number(random));
      case TRUTH -> Value.of(random.nextBoolean());
      case VECTOR ->
          new Value.Vector(numbers(random, random.nextInt(12) == 0 ? 0 : random.nextInt(3, 6)));
      case MATRIX -> {
        int rows = random.nextInt(2, 5);
        int columns = random.nextInt(2, 5);
        yield new Value.Matrix(rows, columns, numbers(random, rows * columns));
      }
    };
  }

  private static double[] numbers(SplittableRandom random, int count) {
    var numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(random);
    }
    return numbers;
  }

  /** A number as programs meet them: mostly small, sometimes whole, at times an edge. */
  static double number(SplittableRandom random) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> random.nextInt(-3, 6);
      case 2 -> random.nextInt(1, 4);
      case 3 -> -0.0;
      case 4 -> Math.scalb(random.nextDouble(), random.nextInt(-40, 40));
      default -> Math.rint(random.nextDouble(-5, 5) * 1000) / 1000;
    };
  }
}
