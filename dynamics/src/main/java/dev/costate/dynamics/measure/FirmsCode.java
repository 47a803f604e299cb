package dev.costate.dynamics.measure;

import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.KinkRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The code of all firms, run and differentiated by the onlooker, and whose goods are where. */
final class FirmsCode {
  /** A capacity may be exceeded by this fraction: rounding. */
  private static final double ROUNDING = 1e-12;

  private final List<FirmModel> models;
  private final int[][] inputs;
  private final int[][] outputs;

  FirmsCode(Economy economy) {
    models =
        economy.firms().stream()
            .map(firm -> FirmModel.of(economy.program(), firm, KinkRule.GENEROUS))
            .toList();
    var names = economy.goods().stream().map(Good::name).toList();
    inputs = new int[models.size()][];
    outputs = new int[models.size()][];
    for (int f = 0; f < inputs.length; f++) {
      inputs[f] = places(economy.firms().get(f).inputs(), names);
      outputs[f] = places(economy.firms().get(f).outputs(), names);
    }
  }

  private static int[] places(List<Firm.Port> ports, List<String> names) {
    return ports.stream().mapToInt(port -> names.indexOf(port.good())).toArray();
  }

  /** The place of the good of an input. */
  int input(int firm, int port) {
    return inputs[firm][port];
  }

  int output(int firm, int port) {
    return outputs[firm][port];
  }

  /** Of a firm, by input. */
  double[] inputPrices(int firm, double[] prices) {
    return Arrays.stream(inputs[firm]).mapToDouble(good -> prices[good]).toArray();
  }

  double[] outputPrices(int firm, double[] prices) {
    return Arrays.stream(outputs[firm]).mapToDouble(good -> prices[good]).toArray();
  }

  /** What a firm makes; empty outside the domain of its code or beyond its capacities. */
  Optional<double[]> run(int firm, double[] quantities) {
    var model = models.get(firm);
    var results = new double[model.runCount()];
    if (!model.run(quantities, results)) {
      return Optional.empty();
    }
    int count = model.outputs();
    for (int c = count; c + 1 < results.length; c += 2) {
      double size = Math.max(Math.abs(results[c]), Math.abs(results[c + 1]));
      if (results[c] > results[c + 1] + ROUNDING * size) {
        return Optional.empty();
      }
    }
    return Optional.of(Arrays.copyOf(results, count));
  }

  /**
   * What one more unit of each input gives, at values of the outputs; empty where it is unknown.
   */
  Optional<double[]> marginal(int firm, double[] quantities, double[] values) {
    var gradient = new double[quantities.length];
    return models.get(firm).gradient(quantities, values, gradient)
        ? Optional.of(gradient)
        : Optional.empty();
  }

  /** The first firm whose code has kinks or capacities, if there is one. */
  static Optional<String> kinked(Economy economy) {
    for (var firm : economy.firms()) {
      var model = FirmModel.of(economy.program(), firm, KinkRule.GENEROUS);
      if (!model.kinks().isEmpty() || model.capacities() > 0) {
        return Optional.of(firm.name());
      }
    }
    return Optional.empty();
  }

  /** The first firm that decides on more than its inputs, if there is one. */
  static Optional<String> choosing(Economy economy) {
    for (var firm : economy.firms()) {
      var model = FirmModel.of(economy.program(), firm, KinkRule.GENEROUS);
      if (model.decisions() != firm.inputs().size()) {
        return Optional.of(firm.name());
      }
    }
    return Optional.empty();
  }
}
