package dev.costate.equilibrium.condition;

import dev.costate.equilibrium.condition.Kink.Side;
import java.util.Arrays;

/**
 * The marginal product of each input in each result of a firm at a plan. At a kink it lies between
 * the one-sided derivatives: the level's adjoint is passed to the kink's arguments in proportion to
 * their multipliers, so that prices times marginal products add up to the price of the input
 * exactly.
 *
 * @param products per result (outputs, then both sides of each capacity) and input
 * @param levelPrices the internal price of each kink's level, in money per unit
 */
@SuppressWarnings("ArrayRecordComponent")
public record MarginalProducts(double[][] products, double[] levelPrices) {
  /**
   * @param plan inputs and levels
   * @param multipliers of the arguments of kinks, in order
   * @return empty arrays where there are no derivatives
   */
  public static MarginalProducts at(FirmModel model, double[] plan, double[] multipliers) {
    int size = model.size();
    int outputs = model.outputs();
    int results = outputs + 2 * model.capacities();
    var jacobian = new double[model.resultCount() * size];
    if (!model.jacobian(plan, jacobian)) {
      return new MarginalProducts(new double[0][], new double[0]);
    }
    var shares = shares(model, plan, multipliers);
    var products = new double[results][];
    for (int r = 0; r < results; r++) {
      int row = r < outputs ? r : r + model.kinkSlacks();
      products[r] = total(model, jacobian, row, shares);
    }
    return new MarginalProducts(products, levelPrices(model, multipliers));
  }

  private static double[] levelPrices(FirmModel model, double[] multipliers) {
    var prices = new double[model.kinks().size()];
    int m = 0;
    for (int k = 0; k < prices.length; k++) {
      var kink = model.kinks().get(k);
      for (int j = 0; j < kink.arguments(); j++) {
        prices[k] += kink.side() == Side.LEAST ? multipliers[m] : -multipliers[m];
        m++;
      }
    }
    return prices;
  }

  /**
   * How much of a level's adjoint each argument gets; without one, all goes to the first that
   * equals the level.
   */
  private static double[] shares(FirmModel model, double[] plan, double[] multipliers) {
    var shares = new double[model.kinkSlacks()];
    var results = new double[model.resultCount()];
    model.results(plan, results);
    int m = 0;
    for (var kink : model.kinks()) {
      double sum = 0;
      int first = m;
      for (int j = 0; j < kink.arguments(); j++) {
        sum += multipliers[m + j];
        if (Math.abs(results[model.outputs() + m + j])
            < Math.abs(results[model.outputs() + first])) {
          first = m + j;
        }
      }
      for (int j = 0; j < kink.arguments(); j++) {
        shares[m + j] = sum > 0 ? multipliers[m + j] / sum : m + j == first ? 1 : 0;
      }
      m += kink.arguments();
    }
    return shares;
  }

  /**
   * The partials of one result with respect to the inputs, levels replaced backwards by their
   * arguments.
   */
  private static double[] total(FirmModel model, double[] jacobian, int row, double[] shares) {
    int size = model.size();
    int inputs = model.inputs();
    var total = Arrays.copyOfRange(jacobian, row * size, (row + 1) * size);
    int argument = model.kinkSlacks();
    for (int k = model.kinks().size() - 1; k >= 0; k--) {
      var kink = model.kinks().get(k);
      argument -= kink.arguments();
      double adjoint = total[inputs + k];
      total[inputs + k] = 0;
      for (int j = 0; j < kink.arguments() && adjoint != 0; j++) {
        double weight = adjoint * shares[argument + j];
        int slack = model.outputs() + argument + j;
        for (int i = 0; i < size && weight != 0; i++) {
          double partial = jacobian[slack * size + i];
          if (kink.side() == Side.GREATEST) {
            partial = -partial;
          }
          total[i] += weight * (i == inputs + k ? 0 : partial);
        }
      }
    }
    return Arrays.copyOf(total, inputs);
  }
}
