package dev.costate.equilibrium.change;

import dev.costate.differentiation.Differentiator;
import dev.costate.differentiation.NotDifferentiable;
import dev.costate.economy.Consumer;
import dev.costate.economy.Firm.Port;
import dev.costate.program.run.Interpreter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The derivatives of a consumer's utility at what it buys.
 *
 * @param ofIncome what one more unit of income adds to utility
 */
record MarginalUtilities(Map<String, Double> partials, double ofIncome) {
  /** Marginal utilities per unit of money that agree to this are equal. */
  private static final double SAME = 1e-5;

  double of(String good) {
    return partials.getOrDefault(good, Double.NaN);
  }

  /** Empty if the code has no derivative there, or several: then no price is one. */
  static Optional<MarginalUtilities> of(Side side, Consumer consumer) {
    return consumer
        .utility()
        .flatMap(utility -> gradient(side, consumer, utility))
        .flatMap(partials -> at(side, consumer, partials));
  }

  private static Optional<Map<String, Double>> gradient(
      Side side, Consumer consumer, String utility) {
    try {
      var wants = consumer.wants().stream().map(Port::good).toList();
      var program = side.economy().program();
      var names = program.function(utility).parameters().stream().map(p -> p.name()).toList();
      var derivative = Differentiator.gradient(program, utility, names);
      var bundle = wants.stream().mapToDouble(good -> side.account(consumer).buys(good)).toArray();
      var values =
          Side.numbers(new Interpreter(derivative.program()), derivative.function(), bundle);
      var partials = new LinkedHashMap<String, Double>();
      for (int i = 0; i < wants.size(); i++) {
        partials.put(wants.get(i), i < values.length ? values[i] : Double.NaN);
      }
      return Optional.of(partials);
    } catch (NotDifferentiable _) {
      return Optional.empty(); // The reason is said of all its goods: there is no one derivative.
    }
  }

  private static Optional<MarginalUtilities> at(
      Side side, Consumer consumer, Map<String, Double> partials) {
    double gained = 0;
    double spent = 0;
    for (var port : consumer.wants()) {
      double quantity = side.account(consumer).buys(port.good());
      if (quantity > 0) {
        gained += partials.getOrDefault(port.good(), Double.NaN) * quantity;
        spent += cost(side, consumer, port.good()) * quantity;
      }
    }
    double worth = gained / spent;
    var utilities = new MarginalUtilities(partials, worth);
    boolean agrees =
        worth > 0
            && Double.isFinite(worth)
            && consumer.wants().stream().allMatch(port -> utilities.agrees(side, consumer, port));
    return agrees ? Optional.of(utilities) : Optional.empty();
  }

  private boolean agrees(Side side, Consumer consumer, Port port) {
    double value = of(port.good()) / ofIncome;
    double cost = cost(side, consumer, port.good());
    double allowed = SAME * Math.max(Math.abs(value), Math.abs(cost));
    return side.account(consumer).buys(port.good()) > 0
        ? Math.abs(value - cost) <= allowed
        : value <= cost + allowed;
  }

  private static double cost(Side side, Consumer consumer, String good) {
    return ConsumerAccounts.gate(side, consumer, good).orElse(Gate.OPEN).net(side.price(good));
  }
}
