package dev.costate.dynamics.response;

import dev.costate.dynamics.response.Planner.Told;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.technology.Technology;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each firm earns at most at prices that are given, for an onlooker who knows its code. */
public final class BestProfits {
  private final List<OfFirm> firms;

  private BestProfits(List<OfFirm> firms) {
    this.firms = List.copyOf(firms);
  }

  /** A way to find the highest profit of a firm. */
  private interface OfFirm {
    double at(double[] inputPrices, double[] outputPrices, double[] inputs, double[] outputs);
  }

  /**
   * Of a market without wedges.
   *
   * @throws dev.costate.differentiation.NotDifferentiable if code has no derivative in this version
   */
  public static BestProfits of(Economy economy) {
    var firms = new ArrayList<OfFirm>();
    economy.firms().forEach(firm -> firms.add(of(economy, firm)));
    return new BestProfits(firms);
  }

  private static OfFirm of(Economy economy, Firm firm) {
    var technology =
        firm.capacities().isEmpty()
            ? TechnologyReader.ofFirm(economy.program(), firm.function(), firm.outputs().size())
            : Optional.<Technology>empty();
    if (technology.isPresent()) {
      var activities = LevelPlanner.activities(technology.get());
      return (inputPrices, outputPrices, _, _) -> {
        double most = 0;
        for (var activity : activities) {
          double margin =
              activity.yield().revenue(outputPrices) - activity.costing().cost(inputPrices);
          most = margin > 0 ? Double.POSITIVE_INFINITY : most;
        }
        return most;
      };
    }
    var planner = ProfitPlanner.of(economy, firm);
    return (inputPrices, outputPrices, inputs, outputs) -> {
      var memory = planner.startAt(inputs, outputs);
      var plan = planner.plan(Told.atPrices(inputPrices, outputPrices, memory));
      double profit = 0;
      for (int i = 0; i < inputPrices.length; i++) {
        profit -= inputPrices[i] * plan.inputs()[i];
      }
      for (int k = 0; k < outputPrices.length; k++) {
        profit += outputPrices[k] * plan.outputs()[k];
      }
      return profit;
    };
  }

  /**
   * The highest profit of a firm, in money a round: infinite if it has constant returns and earns
   * anything, not a number if none is found.
   *
   * @param firm its place in the market
   * @param inputs a plan to search from, by input
   * @param outputs the same, by output
   */
  public double of(
      int firm, double[] inputPrices, double[] outputPrices, double[] inputs, double[] outputs) {
    try {
      return firms.get(firm).at(inputPrices, outputPrices, inputs, outputs);
    } catch (NoAnswer _) {
      return Double.NaN;
    }
  }
}
