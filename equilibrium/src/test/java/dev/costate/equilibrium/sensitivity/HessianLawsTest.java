package dev.costate.equilibrium.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How Domar weights move in a network of sectors with one factor (Baqaee and Farhi, <i>The
 * macroeconomic impact of microeconomic shocks: beyond Hulten's theorem</i>, Econometrica 2019).
 */
class HessianLawsTest {
  private static final int SECTORS = 5;

  /** The consumer, the sectors, the factor. */
  private static final int NODES = SECTORS + 2;

  private static final Pattern TECHNOLOGY = Pattern.compile("ces\\((\\w+), (\\S+), \\[([^]]*)\\]");

  /** An economy, and what its second derivatives are made of. */
  private static final class Network {
    private final Economy economy;
    private final Sensitivities sensitivities;
    private final double[] elasticities;
    private final double[][] costShares = new double[NODES][NODES];
    private final double[] weights = new double[NODES];

    Network(String text) {
      economy = Differences.economy(text).orElseThrow();
      var equilibrium = Differences.solved(economy).orElseThrow();
      sensitivities = Sensitivities.of(economy, equilibrium);
      var inOrder =
          TECHNOLOGY
              .matcher(text)
              .results()
              .mapToDouble(found -> Double.parseDouble(found.group(2)))
              .toArray();
      // Sectors stand first in the text, the consumer last.
      elasticities = new double[SECTORS + 1];
      elasticities[0] = inOrder[SECTORS];
      System.arraycopy(inOrder, 0, elasticities, 1, SECTORS);
      var consumer = equilibrium.consumers().get("H");
      double income = consumer == null ? Double.NaN : consumer.income();
      weights[0] = 1;
      for (int i = 0; i < SECTORS; i++) {
        var firm = equilibrium.firm("F" + i);
        double sales = price(equilibrium, "x" + i) * firm.outputs().getOrDefault("x" + i, 0.0);
        weights[i + 1] = sales / income;
        for (var input : firm.inputs().entrySet()) {
          costShares[i + 1][node(input.getKey())] +=
              price(equilibrium, input.getKey()) * input.getValue() / sales;
        }
        costShares[0][i + 1] = weights[i + 1];
      }
      for (int i = 0; i < SECTORS; i++) {
        for (int k = 1; k <= SECTORS; k++) {
          costShares[0][i + 1] -= weights[k] * costShares[k][i + 1];
        }
      }
    }

    private static double price(Equilibrium equilibrium, String good) {
      return equilibrium.prices().getOrDefault(good, Double.NaN);
    }

    private static int node(String good) {
      return good.equals("l0") ? NODES - 1 : Integer.parseInt(good.substring(1)) + 1;
    }

    /** (I - Omega)^-1 by its series. */
    private double[][] leontief() {
      var inverse = new double[NODES][NODES];
      var power = new double[NODES][NODES];
      for (int i = 0; i < NODES; i++) {
        power[i][i] = 1;
      }
      for (int round = 0; round < 400; round++) {
        var next = new double[NODES][NODES];
        for (int i = 0; i < NODES; i++) {
          for (int j = 0; j < NODES; j++) {
            inverse[i][j] += power[i][j];
            for (int k = 0; k < NODES; k++) {
              next[i][j] += costShares[i][k] * power[k][j];
            }
          }
        }
        power = next;
      }
      return inverse;
    }

    /** What is substituted at each node among what both reach, as sales over GDP. */
    double[][] propagation() {
      var leontief = leontief();
      var moves = new double[SECTORS][SECTORS];
      for (int i = 0; i < SECTORS; i++) {
        for (int j = 0; j < SECTORS; j++) {
          for (int k = 0; k <= SECTORS; k++) {
            moves[i][j] +=
                (elasticities[k] - 1) * weights[k] * covariance(costShares[k], leontief, i, j);
          }
        }
      }
      return moves;
    }

    private static double covariance(double[] shares, double[][] leontief, int i, int j) {
      double product = 0;
      double meanI = 0;
      double meanJ = 0;
      for (int l = 0; l < NODES; l++) {
        product += shares[l] * leontief[l][i + 1] * leontief[l][j + 1];
        meanI += shares[l] * leontief[l][i + 1];
        meanJ += shares[l] * leontief[l][j + 1];
      }
      return product - meanI * meanJ;
    }

    /** The second derivatives of the logarithm of output by logarithms of productivities. */
    double[][] ofLogarithms() {
      var output = new Measure.Utility("H");
      double value = sensitivities.value(output);
      var gradient = sensitivities.gradient(output).partials();
      var moves = new double[SECTORS][SECTORS];
      for (int j = 0; j < SECTORS; j++) {
        double zj = productivity(j);
        var product = sensitivities.hessianTimes(output, Map.of("z" + j, zj));
        double weightJ = zj * gradient.getOrDefault("z" + j, Double.NaN) / value;
        for (int i = 0; i < SECTORS; i++) {
          double zi = productivity(i);
          double weightI = zi * gradient.getOrDefault("z" + i, Double.NaN) / value;
          moves[i][j] =
              zi * product.getOrDefault("z" + i, Double.NaN) / value
                  - weightI * weightJ
                  + (i == j ? weightI : 0);
        }
      }
      return moves;
    }

    private double productivity(int i) {
      return economy.parameters().getOrDefault("z" + i, Double.NaN);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void domarWeightsMoveBySubstitution(long seed) {
    var network = new Network(SensitivityLawsTest.network(seed, SECTORS, 1));
    var exact = network.ofLogarithms();
    var expected = network.propagation();
    double largest = 0;
    for (int i = 0; i < SECTORS; i++) {
      for (int j = 0; j < SECTORS; j++) {
        assertThat(exact[i][j]).as("%d by %d", i, j).isCloseTo(expected[i][j], offset(1e-9));
        largest = Math.max(largest, Math.abs(exact[i][j]));
      }
    }
    assertThat(largest).isGreaterThan(1e-3);
  }

  /** With Cobb-Douglas technologies they do not move: Hulten's theorem holds for large changes. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void domarWeightsOfCobbDouglasStay(long seed) {
    var network = new Network(cobbDouglas(SensitivityLawsTest.network(seed, SECTORS, 1)));
    for (var row : network.ofLogarithms()) {
      for (double move : row) {
        assertThat(move).isCloseTo(0, offset(1e-10));
      }
    }
  }

  /** The same technologies with elasticity 1, and shares that sum to 1. */
  private static String cobbDouglas(String text) {
    return TECHNOLOGY
        .matcher(text)
        .replaceAll(found -> {
          var shares =
              Arrays.stream(found.group(3).split(", ")).mapToDouble(Double::parseDouble).toArray();
          double sum = Arrays.stream(shares).sum();
          return Arrays.stream(shares)
              .mapToObj(share -> Double.toString(share / sum))
              .collect(Collectors.joining(", ", "ces(%s, 1, [".formatted(found.group(1)), "]"));
        });
  }
}
