package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.graph.Terms;
import java.util.stream.IntStream;

/**
 * The variables of a plan of code: inputs, levels of kinks, multipliers of their arguments, rents
 * of capacities; and the steps that compute its results and the gradient of its Lagrangian.
 *
 * @param plan places of inputs and levels
 * @param multipliers places of the multipliers of kinks, then of the rents of capacities
 * @param results the first place of the results
 * @param gradient the first place of the gradient with respect to the plan
 */
@SuppressWarnings("ArrayRecordComponent")
public record FirmCode(FirmModel model, int[] plan, int[] multipliers, int results, int gradient) {
  /**
   * Writes everything but the rows of the inputs.
   *
   * @param outputPrices the place of the price of each output
   */
  static FirmCode write(Draft draft, FirmModel model, int[] outputPrices) {
    var firm = model.firm();
    var plan = new int[model.size()];
    int inputs = firm.inputs().size();
    for (int i = 0; i < inputs; i++) {
      plan[i] =
          draft.variable(
              new Condition(Kind.INPUT, firm.name(), firm.inputs().get(i).good()),
              0,
              Double.POSITIVE_INFINITY);
    }
    for (int c = 0; c < firm.choices().size(); c++) {
      var choice = firm.choices().get(c);
      plan[inputs + c] =
          draft.variable(
              new Condition(Kind.CHOICE, firm.name(), choice.local()),
              choice.lower(),
              choice.upper());
      draft.bounds(plan[inputs + c], firm.name() + "." + choice.local());
    }
    for (int u = 0; u < model.unknowns().size(); u++) {
      plan[model.decisions() + u] = draft.placeOf(model.unknowns().get(u));
    }
    for (int k = 0; k < model.kinks().size(); k++) {
      plan[model.inputs() + k] =
          draft.variable(
              new Condition(Kind.LEVEL, firm.name(), model.kinks().get(k).text()),
              Double.NEGATIVE_INFINITY,
              Double.POSITIVE_INFINITY);
    }
    var multipliers = multipliers(draft, model);
    var graph = draft.graph();
    int results = graph.add(new PlanResults(model), plan);
    int gradient =
        graph.add(
            new PlanGradient(model),
            IntStream.concat(
                    IntStream.of(plan),
                    IntStream.of(seeds(draft, model, outputPrices, multipliers)))
                .toArray());
    var code = new FirmCode(model, plan, multipliers, results, gradient);
    for (int i = inputs; i < model.decisions(); i++) {
      draft.row(plan[i], new Terms().minus(gradient + i), turnover(draft, outputPrices, results));
    }
    code.levels(draft);
    code.slacks(draft);
    return code;
  }

  /** The value of each output: what a choice changes is judged by it. */
  private static Terms turnover(Draft draft, int[] outputPrices, int results) {
    var turnover = new Terms();
    for (int k = 0; k < outputPrices.length; k++) {
      turnover.plus(draft.graph().product(outputPrices[k], results + k));
    }
    return turnover;
  }

  private static int[] multipliers(Draft draft, FirmModel model) {
    var places = IntStream.builder();
    for (var kink : model.kinks()) {
      for (int j = 1; j <= kink.arguments(); j++) {
        var text = "argument %d of %s".formatted(j, kink.text());
        places.add(
            draft.variable(
                new Condition(Kind.ARGUMENT, model.firm().name(), text),
                0,
                Double.POSITIVE_INFINITY));
      }
    }
    for (var capacity : model.firm().capacities()) {
      places.add(
          draft.variable(
              new Condition(Kind.CAPACITY, model.firm().name(), capacity.name()),
              0,
              Double.POSITIVE_INFINITY));
    }
    return places.build().toArray();
  }

  private static int[] seeds(Draft draft, FirmModel model, int[] outputPrices, int[] multipliers) {
    var seeds = new int[model.resultCount()];
    int next = 0;
    for (int price : outputPrices) {
      seeds[next++] = price;
    }
    for (int m = 0; m < model.kinkSlacks(); m++) {
      seeds[next++] = multipliers[m];
    }
    for (int c = 0; c < model.capacities(); c++) {
      int rent = multipliers[model.kinkSlacks() + c];
      seeds[next++] = draft.graph().sum(new Terms().minus(rent));
      seeds[next++] = rent;
    }
    return seeds;
  }

  /** The internal price of a level is made of the multipliers of its arguments. */
  private void levels(Draft draft) {
    int multiplier = 0;
    for (int k = 0; k < model.kinks().size(); k++) {
      var scale = new Terms();
      for (int j = 0; j < model.kinks().get(k).arguments(); j++) {
        scale.plus(multipliers[multiplier++]);
      }
      int row = model.inputs() + k;
      draft.row(plan[row], new Terms().minus(gradient + row), scale);
    }
  }

  private void slacks(Draft draft) {
    int result = results + model.outputs();
    int multiplier = 0;
    for (int k = 0; k < model.kinks().size(); k++) {
      for (int j = 0; j < model.kinks().get(k).arguments(); j++) {
        draft.row(
            multipliers[multiplier++],
            new Terms().plus(result++),
            new Terms().plus(plan[model.inputs() + k]));
      }
    }
    for (int c = 0; c < model.capacities(); c++) {
      draft.row(multipliers[multiplier++], new Terms().minus(result).plus(result + 1));
      result += 2;
    }
  }
}
