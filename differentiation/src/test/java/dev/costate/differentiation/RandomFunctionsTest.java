package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.costate.program.Program;
import dev.costate.program.Verifier;
import dev.costate.program.print.Raising;
import dev.costate.runtime.DeepStack;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Every route to a derivative of a random function gives the same numbers. */
final class RandomFunctionsTest {
  private static final int SEEDS = Integer.getInteger("costate.seeds", 300);
  private static final long FIRST_SEED = Long.getLong("costate.seed", 1);

  /** Adjoint and tangent differ by rounding alone. */
  private static final double ROUNDING = 1e-9;

  /** What central differences of a smooth function reach. */
  private static final double DIFFERENCES = 1e-5;

  /** Second derivatives are long: they are compared for one seed in so many. */
  private static final int SECOND_ORDER_EVERY = 5;

  private static final List<String> WRT = List.of("x", "y", "z");

  private int compared;

  @Test
  void adjointTangentAndDifferencesAgree() {
    DeepStack.call(() -> {
      LongStream.range(FIRST_SEED, FIRST_SEED + SEEDS).forEach(this::check);
      return compared;
    });
    assertThat(compared).as("functions compared with differences").isGreaterThan(SEEDS / 2);
  }

  private void check(long seed) {
    var text = RandomFunctions.text(seed);
    try {
      check(seed, Programs.of(text));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + "\n" + text, e);
    }
  }

  private void check(long seed, Program program) {
    var gradient = Differentiator.gradient(program, "f", WRT);
    var tangent = Differentiator.tangent(program, "f", WRT);
    var pullback = Differentiator.pullback(program, "f", WRT);
    for (var derivative : List.of(gradient, tangent, pullback)) {
      assertThat(Verifier.checkRunnable(derivative.program()))
          .as(Programs.text(derivative))
          .isEmpty();
    }
    var random = new Random(seed);
    for (int trial = 0; trial < 2; trial++) {
      var point = new double[] {next(random), next(random), next(random), random.nextInt(4)};
      var partials = Programs.call(gradient.program(), gradient.function(), point);
      var direction = new double[] {next(random), next(random), next(random)};
      double slope = 0;
      for (int i = 0; i < direction.length; i++) {
        slope += partials[i] * direction[i];
      }
      close(
          "adjoint and tangent",
          slope,
          Programs.call(tangent.program(), tangent.function(), Programs.join(point, direction))[0],
          ROUNDING);
      var seeded =
          Programs.call(pullback.program(), pullback.function(), Programs.join(point, 2.5));
      for (int i = 0; i < seeded.length; i++) {
        close("pullback", seeded[i], 2.5 * partials[i], ROUNDING);
      }
      differences(program, point, direction, slope);
      reread(gradient, point, partials);
      if (seed % SECOND_ORDER_EVERY == 0) {
        secondOrder(gradient, tangent, Programs.join(point, direction));
      }
    }
  }

  /** The tangent of the gradient is the gradient of the tangent: the Hessian is symmetric. */
  private static void secondOrder(Derivative gradient, Derivative tangent, double[] arguments) {
    var forwardOverReverse = Differentiator.tangent(gradient.program(), gradient.function(), WRT);
    var reverseOverForward = Differentiator.gradient(tangent.program(), tangent.function(), WRT);
    var first =
        Programs.call(forwardOverReverse.program(), forwardOverReverse.function(), arguments);
    var second =
        Programs.call(reverseOverForward.program(), reverseOverForward.function(), arguments);
    for (int i = 0; i < first.length; i++) {
      close("second derivatives", first[i], second[i], 10 * ROUNDING);
    }
  }

  /** Compares with differences where two step sizes agree on one: not across a kink or a jump. */
  private void differences(Program program, double[] point, double[] direction, double slope) {
    double coarse = difference(program, point, direction, 1e-4);
    double fine = difference(program, point, direction, 1e-5);
    if (Math.abs(coarse - fine) < DIFFERENCES / 10 * (1 + Math.abs(fine))) {
      close("differences", slope, fine, DIFFERENCES);
      compared++;
    }
  }

  private static double difference(
      Program program, double[] point, double[] direction, double step) {
    return (Programs.call(program, "f", moved(point, direction, step))[0]
            - Programs.call(program, "f", moved(point, direction, -step))[0])
        / (2 * step);
  }

  private static double[] moved(double[] point, double[] direction, double step) {
    var moved = point.clone();
    for (int i = 0; i < direction.length; i++) {
      moved[i] += step * direction[i];
    }
    return moved;
  }

  /** The printed derivative, read again, is the same function to the last bit. */
  private static void reread(Derivative gradient, double[] point, double[] expected) {
    var again = Programs.of(Programs.text(gradient) + called(gradient));
    assertThat(Programs.call(again, gradient.function(), point)).containsExactly(expected);
  }

  private static String called(Derivative gradient) {
    var text = new StringBuilder();
    int given = gradient.program().functions().size() - gradient.generated().size();
    for (var function : gradient.program().functions().subList(0, given)) {
      text.append('\n').append(Raising.text(function));
    }
    return text.toString();
  }

  private static double next(Random random) {
    return 2 * random.nextDouble() - 1;
  }

  private static void close(String what, double actual, double expected, double tolerance) {
    if (!(Math.abs(actual - expected) <= tolerance * (1 + Math.abs(expected)))) {
      fail("%s: %s, expected %s", what, actual, expected);
    }
  }
}
