package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.run.Value;
import dev.costate.runtime.DeepStack;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every route to a derivative of a random function of arrays gives the same numbers. */
final class RandomArrayFunctionsTest {
  private static final int SEEDS = Integer.getInteger("costate.array.seeds", 100);
  private static final long FIRST_SEED = Long.getLong("costate.array.seed", 1);

  /** Second derivatives are long: they are compared for one seed in so many. */
  private static final int SECOND_ORDER_EVERY = 5;

  @Test
  void everyRouteAgrees() {
    long compared =
        DeepStack.call(() ->
            LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS)
                .filter(RandomArrayFunctionsTest::agree)
                .count());
    assertThat(compared).as("functions compared with differences").isGreaterThan(SEEDS / 2);
  }

  static boolean agree(long seed) {
    var text = RandomArrayFunctions.text(seed);
    try {
      return Routes.agree(
          Programs.of(text), "f", point(new Random(seed)), seed % SECOND_ORDER_EVERY == 0);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError("seed " + seed + "\n" + text, e);
    }
  }

  static List<Value> point(Random random) {
    return List.of(
        Value.of(next(random)),
        Value.of(next(random)),
        vector(3, random),
        vector(3, random),
        new Value.Matrix(2, 2, numbers(4, random)),
        Value.of(random.nextInt(4)));
  }

  private static Value vector(int length, Random random) {
    return new Value.Vector(numbers(length, random));
  }

  private static double[] numbers(int count, Random random) {
    var numbers = new double[count];
    Arrays.setAll(numbers, _ -> next(random));
    return numbers;
  }

  private static double next(Random random) {
    return 2 * random.nextDouble() - 1;
  }
}
