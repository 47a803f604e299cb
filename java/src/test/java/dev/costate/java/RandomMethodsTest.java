package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random methods: the gradient's value is the method's, bit for bit, and gradient and tangent
 * agree. {@code -Dcostate.java.seed} and {@code -Dcostate.java.seeds} choose others.
 */
final class RandomMethodsTest {
  private static final int SEEDS = Integer.getInteger("costate.java.seeds", 40);
  private static final long FIRST_SEED = Long.getLong("costate.java.seed", 1);
  private static final int POINTS = 4;

  /**
   * Of the sizes of the partials; what cancels inside may be larger, which is why it is not less.
   */
  private static final double CLOSE = 1e-7;

  /** Larger partials are those of chaos, whose rounding is as large. */
  private static final double LARGEST = 1e6;

  @Test
  void valuesGradientsAndTangentsAgree() {
    int compared = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      var type = "R" + seed;
      var text =
          Compiled.withImports(
              "@SuppressWarnings(\"all\") final class "
                  + type
                  + " {\n@Differentiable private static double r(double t) {"
                  + " return t > 1 ? t * 0.5 : t * t; }\n@Differentiable "
                  + RandomMethods.text(seed)
                  + "}\n");
      var compiled = Compiled.of(Map.of(type, text));
      if (compiled.problems().contains("is too long for Java")) {
        continue;
      }
      compiled.clean();
      var random = new Random(seed);
      for (int k = 0; k < POINTS; k++) {
        compared += compare(compiled, type, text, random) ? 1 : 0;
      }
    }
    assertThat(compared).as("points compared").isGreaterThan(SEEDS * POINTS / 2);
  }

  private static boolean compare(Compiled compiled, String type, String text, Random random) {
    double x = random.nextGaussian();
    double y = random.nextGaussian();
    var v = random.doubles(4, -1, 1).toArray();
    int n = random.nextInt(4);
    var value = compiled.call(type, "f", x, y, v.clone(), n);
    var gradient = compiled.call(type + "Derivatives", "fGradient", x, y, v, n);
    assertThat(Compiled.component(gradient, "value"))
        .as("value of %s(%s, %s, %s, %s)\n%s", type, x, y, v, n, text)
        .isEqualTo(value);
    var direction = random.doubles(6, -1, 1).toArray();
    var along = Arrays.copyOfRange(direction, 2, 6);
    var tangent =
        compiled.call(
            type + "Derivatives", "fTangent", x, y, v, n, direction[0], direction[1], along);
    var partials = (double[]) Compiled.component(gradient, "v");
    double dx = (double) Compiled.component(gradient, "x");
    double dy = (double) Compiled.component(gradient, "y");
    double expected = dx * direction[0] + dy * direction[1];
    double size = 1 + Math.abs(dx) + Math.abs(dy);
    for (int i = 0; i < 4; i++) {
      expected += partials[i] * along[i];
      size += Math.abs(partials[i]);
    }
    if (!(size < LARGEST)) {
      return false;
    }
    assertThat((double) Compiled.component(tangent, "tangent"))
        .as("tangent of %s(%s, %s, %s, %s)\n%s", type, x, y, v, n, text)
        .isCloseTo(expected, within(CLOSE * size));
    return true;
  }
}
