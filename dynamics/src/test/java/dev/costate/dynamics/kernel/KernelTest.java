package dev.costate.dynamics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.equilibrium.graph.PriceIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kernel gives the bits of the price index of each of its firms, at elasticity 0.5 to rounding.
 */
final class KernelTest {
  private static final int FIRMS = 40;
  private static final int PARTS = 5;

  static List<PriceIndex> indices(Random random, double elasticity) {
    var indices = new ArrayList<PriceIndex>();
    for (int f = 0; f < FIRMS; f++) {
      var weights = random.doubles(PARTS, 0.1, 1).toArray();
      // The weights of Cobb-Douglas sum to 1, and those of half of the others.
      if (elasticity == 1 || f % 2 == 0) {
        double sum = Arrays.stream(weights).sum();
        weights = Arrays.stream(weights).map(w -> w / sum).toArray();
      }
      var references = f % 3 == 0 ? ones() : random.doubles(PARTS, 0.2, 5).toArray();
      indices.add(new PriceIndex(elasticity, random.nextDouble() + 0.5, weights, references));
    }
    return indices;
  }

  private static double[] ones() {
    var ones = new double[PARTS];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Ordinary prices, such near the references, free and dear ones, and some that are none. */
  private static double[] prices(Random random, PriceIndex index, int kind) {
    return switch (kind) {
      case 0 -> random.doubles(PARTS, 0.1, 10).toArray();
      case 1 ->
          Arrays.stream(index.references())
              .map(r -> r * (1 + 4e-3 * random.nextGaussian()))
              .toArray();
      case 2 -> index.references();
      case 3 -> random.doubles(PARTS, 0, 1).map(x -> x < 0.4 ? 0 : x).toArray();
      case 4 -> random.doubles(PARTS, -300, 300).map(x -> Math.pow(10, x)).toArray();
      case 5 -> random.doubles(PARTS, -1, 1).toArray();
      case 6 -> ones();
      default -> {
        var prices = random.doubles(PARTS, 0.1, 10).toArray();
        prices[random.nextInt(PARTS)] = kind == 7 ? Double.NaN : Double.POSITIVE_INFINITY;
        yield prices;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 0.5, 0.999, 1, 1.001, 2, 8, -0.5, -3})
  void eachUnitIsThatOfThePriceIndex(double elasticity) {
    var random = new Random(8);
    var indices = indices(random, elasticity);
    var kernel = Kernel.of(indices);
    int equal = 0;
    for (int trial = 0; trial < 3000; trial++) {
      int firm = random.nextInt(FIRMS);
      var prices = prices(random, indices.get(firm), trial % 9);
      var here = new double[PARTS + 1];
      var there = new double[PARTS + 1];
      boolean isHere = kernel.unit(firm, prices.clone(), here);
      boolean isWithoutCost = elasticity < 1 && Arrays.stream(prices).anyMatch(Double::isInfinite);
      assertThat(isHere).isEqualTo(!isWithoutCost && indices.get(firm).evaluate(prices, there));
      if (isHere) {
        assertThat(isSame(elasticity, here, there))
            .as("%s and %s at %s", show(here), show(there), show(prices))
            .isTrue();
        equal++;
      }
    }
    assertThat(equal).isGreaterThan(1000);
  }

  /** With roots in place of logarithms the last bits are others. */
  private static boolean isSame(double elasticity, double[] here, double[] there) {
    if (elasticity != 0.5) {
      return Arrays.equals(here, there);
    }
    for (int i = 0; i < here.length; i++) {
      // Logarithms of extreme prices lose some digits.
      if (Double.compare(here[i], there[i]) != 0
          && !(Math.abs(here[i] - there[i]) <= 1e-12 * Math.abs(there[i]))) {
        return false;
      }
    }
    return true;
  }

  private static String show(double[] numbers) {
    return Arrays.toString(numbers);
  }

  @Test
  void firmsOfOtherTechnologiesHaveAnotherKernel() {
    var random = new Random(1);
    var mixed = new ArrayList<>(indices(random, 0.5));
    mixed.add(indices(random, 2).getFirst());
    assertThatThrownBy(() -> Kernel.of(mixed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elasticity 0.5 of 5 parts, and 2.0 of 5");
    assertThatThrownBy(() -> Kernel.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    var kernel = Kernel.of(indices(random, 0.5));
    assertThat(kernel.firms()).isEqualTo(FIRMS);
    assertThat(kernel.parts()).isEqualTo(PARTS);
  }
}
