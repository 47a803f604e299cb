package dev.costate.dynamics.response;

import dev.costate.dynamics.law.Rule;
import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.condition.KinkRule;
import dev.costate.equilibrium.condition.MarketStart;
import java.util.Arrays;
import java.util.Optional;

/**
 * A firm that moves each input by what one more unit of it would earn: the price of its output
 * times the generated derivative, less the price of the input. Memory: by input, the quantity and
 * what the rule remembers.
 */
final class MarginalPlanner implements Planner {
  private final FirmModel model;
  private final Rule rule;
  private final int inputs;
  private final int width;

  private MarginalPlanner(FirmModel model, Rule rule) {
    this.model = model;
    this.rule = rule;
    inputs = model.inputs();
    width = 1 + rule.start().length;
  }

  /** Empty if the code has kinks, choices, capacities or no inputs. */
  static Optional<Planner> of(Economy economy, Firm firm, Rule rule) {
    var model = FirmModel.of(economy.program(), firm, KinkRule.GENEROUS);
    boolean isSmooth =
        model.kinks().isEmpty()
            && model.firm().choices().isEmpty()
            && model.capacities() == 0
            && model.inputs() > 0;
    return isSmooth ? Optional.of(new MarginalPlanner(model, rule)) : Optional.empty();
  }

  @Override
  public double[] start() {
    double size = model.firm().start().orElse(1);
    return MarketStart.plan(model, size, new double[0])
        .map(this::at)
        .orElseThrow(() ->
            new NoAnswer(
                "the code of firm %s gives finite numbers nowhere".formatted(model.firm().name())));
  }

  @Override
  public double[] startAt(double[] inputQuantities, double[] outputQuantities) {
    return at(inputQuantities);
  }

  private double[] at(double[] plan) {
    var memory = new double[inputs * width];
    for (int i = 0; i < inputs; i++) {
      memory[i * width] = plan[i];
      System.arraycopy(rule.start(), 0, memory, i * width + 1, width - 1);
    }
    return memory;
  }

  @Override
  public Plan plan(Told told) {
    var inputPrices = told.inputPrices();
    var outputPrices = told.outputPrices();
    var memory = told.memory();
    var now = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      now[i] = memory[i * width];
    }
    var marginal = new double[inputs];
    if (!model.gradient(now, outputPrices, marginal)) {
      throw noDerivative(now);
    }
    var next = memory.clone();
    var announced = new double[inputs];
    var reach = reach(now);
    var bend = bend(now, outputPrices);
    var tally = new Tally();
    for (int i = 0; i < inputs; i++) {
      var ofRule = Arrays.copyOfRange(memory, i * width + 1, (i + 1) * width);
      var signal = Signal.of(marginal[i], inputPrices[i]).coupled(reach[i], bend[i]);
      var moved = rule.next(now[i], signal, ofRule, told.heard());
      next[i * width] = moved.value();
      System.arraycopy(moved.memory(), 0, next, i * width + 1, width - 1);
      announced[i] = moved.announced();
      tally.add(moved.tally());
    }
    var made = made(announced);
    if (made.isEmpty()) {
      throw new NoAnswer(
          "the code of firm %s gives no numbers at %s"
              .formatted(model.firm().name(), Arrays.toString(announced)));
    }
    return new Plan(announced, made.get(), next, tally.sums());
  }

  /** By input, a unit of it and what it makes, squared and added up, times the number of inputs. */
  private double[] reach(double[] now) {
    var reach = new double[inputs];
    Arrays.fill(reach, inputs);
    var jacobian = new double[model.outputs() * inputs];
    if (!model.jacobian(now, jacobian)) {
      throw noDerivative(now);
    }
    for (int e = 0; e < jacobian.length; e++) {
      reach[e % inputs] += inputs * jacobian[e] * jacobian[e];
    }
    return reach;
  }

  /** By input, how much marginal profits fall for a unit more: a row sum of second derivatives. */
  private double[] bend(double[] now, double[] outputPrices) {
    var hessian = new double[inputs * inputs];
    if (!model.hessian(now, outputPrices, hessian)) {
      throw noDerivative(now);
    }
    var bend = new double[inputs];
    for (int e = 0; e < hessian.length; e++) {
      bend[e / inputs] += Math.abs(hessian[e]);
    }
    return bend;
  }

  private NoAnswer noDerivative(double[] now) {
    return new NoAnswer(
        "the code of firm %s has no derivative at %s"
            .formatted(model.firm().name(), Arrays.toString(now)));
  }

  private Optional<double[]> made(double[] plan) {
    var results = new double[model.runCount()];
    return model.run(plan, results)
        ? Optional.of(Arrays.copyOf(results, model.outputs()))
        : Optional.empty();
  }

  /** Uses all it has of what it planned; nothing if its code makes nothing of that. */
  @Override
  public Run run(double[] available, Plan plan) {
    return made(available)
        .map(made -> new Run(available, made))
        .orElseGet(() -> new Run(new double[inputs], new double[model.outputs()]));
  }
}
