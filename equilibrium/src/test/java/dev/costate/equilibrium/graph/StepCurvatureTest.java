package dev.costate.equilibrium.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tangent of what steps pass back is that of differences. */
class StepCurvatureTest {
  private static final double STEP = 1e-3;

  static Stream<Step> steps() {
    return Stream.of(
        Product.PRODUCT,
        Use.USE,
        Quotient.QUOTIENT,
        PositivePart.POSITIVE_PART,
        new Sum(new double[] {2, -3, 0.5}),
        Elementary.POWER,
        Elementary.LOGARITHM,
        Elementary.EXPONENTIAL,
        new PriceIndex(0.6, 1.3, new double[] {0.2, 0.5, 0.4}, new double[] {1, 0.7, 2}),
        new PriceIndex(1, 1.3, new double[] {0.2, 0.5, 0.3}, new double[] {1, 0.7, 2}),
        new PriceIndex(0, 1.3, new double[] {0.2, 0.5, 0.3}, new double[] {1, 0.7, 2}),
        new PriceIndex(4, 0.3, new double[] {0.2, 0.5}, new double[] {1, 0.7}),
        new PriceIndex(-2, 0.3, new double[] {0.2, 0.5}, new double[] {1, 0.7}),
        new ParametricIndex(3, 0.6, false),
        new ParametricIndex(2, 3.5, false),
        new ParametricIndex(2, -2, false),
        new ParametricIndex(3, 0, false),
        new ParametricIndex(3, 0.6, true),
        new ParametricIndex(1, 2, true));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void curvatureIsTheTangentOfThePullback(Step step) {
    var random = new Random(step.arguments());
    for (int trial = 0; trial < 20; trial++) {
      var at = numbers(random, step.arguments(), 0.5);
      if (step instanceof ParametricIndex index && index.elastic()) {
        at[at.length - 1] = index.elasticity();
      }
      compare(
          step,
          at,
          numbers(random, step.arguments(), -1),
          numbers(random, step.results(), -1),
          numbers(random, step.results(), -1));
    }
  }

  private static double[] numbers(Random random, int count, double from) {
    return random.doubles(count, from, 1.5).toArray();
  }

  private static void compare(
      Step step, double[] at, double[] tangents, double[] adjoints, double[] adjointTangents) {
    var exact = new double[at.length];
    assertThat(step.pullbackTangent(at, tangents, adjoints, adjointTangents, exact)).isTrue();
    var whole = difference(step, at, tangents, adjoints, adjointTangents, STEP);
    var half = difference(step, at, tangents, adjoints, adjointTangents, STEP / 2);
    double size = Math.max(1, Arrays.stream(exact).map(Math::abs).max().orElse(0));
    for (int a = 0; a < at.length; a++) {
      double difference = (4 * half[a] - whole[a]) / 3;
      assertThat(exact[a])
          .as("%s, argument %d", step, a)
          .isCloseTo(difference, offset(1e-7 * size));
    }
  }

  private static double[] difference(
      Step step, double[] at, double[] tangents, double[] adjoints, double[] moves, double h) {
    var up = new double[at.length];
    var down = new double[at.length];
    step.pullback(moved(at, tangents, h), moved(adjoints, moves, h), up);
    step.pullback(moved(at, tangents, -h), moved(adjoints, moves, -h), down);
    for (int a = 0; a < up.length; a++) {
      up[a] = (up[a] - down[a]) / (2 * h);
    }
    return up;
  }

  private static double[] moved(double[] from, double[] tangents, double step) {
    var moved = from.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * tangents[i];
    }
    return moved;
  }

  /**
   * Near and at elasticity 1 with weights that sum to 1 and stay so, up to what is the same for all
   * weights, which does not count.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1, 1 + 1e-4, 0.99, 0.95, 1.3, 0.5})
  void nearElasticityOne(double elasticity) {
    var step = new ParametricIndex(3, elasticity, true);
    var at = new double[] {0.7, 1.2, 2.1, 1.4, 0.2, 0.5, 0.3, 0.9, 1.1, 1.7, elasticity};
    var tangents = new double[] {0.3, -0.8, 0.4, 0.6, 0.5, -0.2, -0.3, 0.7, -0.4, 0.2, 0.9};
    var adjoints = new double[] {0.4, -0.7, 1.1, 0.3};
    var moves = new double[] {-0.2, 0.5, 0.8, -0.6};
    var exact = new double[at.length];
    assertThat(step.pullbackTangent(at, tangents, adjoints, moves, exact)).isTrue();
    double h = STEP;
    var coarse = difference(step, at, tangents, adjoints, moves, h);
    var fine = difference(step, at, tangents, adjoints, moves, h / 2);
    double ofWeights = 0;
    for (int a = 0; a < at.length; a++) {
      boolean isWeight = a >= 4 && a < 7;
      double difference = (4 * fine[a] - coarse[a]) / 3;
      if (isWeight && elasticity == 1) {
        ofWeights = a == 4 ? exact[a] - difference : ofWeights;
        difference += ofWeights;
      }
      if (!isWeight || elasticity == 1 || Math.abs(elasticity - 1) > 0.2) {
        assertThat(exact[a]).as("argument %d", a).isCloseTo(difference, offset(3e-5));
      }
    }
  }

  /** At price 0 an index has no second derivative, and says so. */
  @Test
  void noSecondDerivativeAtPriceZero() {
    var step = new PriceIndex(0.5, 1, new double[] {0.3, 0.7}, new double[] {1, 1});
    var adjoints = new double[] {1, 0, 0};
    var into = new double[2];
    assertThat(step.curvature(new double[] {0, 1}, new double[] {1, 0}, adjoints, into)).isFalse();
    assertThat(step.curvature(new double[] {0.1, 1}, new double[] {1, 0}, adjoints, into)).isTrue();
  }
}
