package dev.costate.market;

import cc.mallet.optimize.LimitedMemoryBFGS;
import cc.mallet.optimize.Optimizable;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.sensitivity.Measure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The programs of docs/guide-optimisers.md, by the names of their blocks. */
final class OptimiserExamples {
  private OptimiserExamples() {}

  static void gradient(PrintStream out) throws IOException {
    var market = Market.read(Path.of("../examples/tupperware.market"));
    var found = market.solve();
    var sensitivities = market.sensitivities(found);

    var price = sensitivities.gradient(new Measure.Price("natgas"));
    out.printf("natgas costs %.6f%n", price.value());
    price.partials().forEach((number, partial) -> out.printf("  by %s %.6f%n", number, partial));

    var measures = List.of(new Measure.Price("ethylene"), new Measure.Profit("A"));
    sensitivities
        .tangent("natgas.supply", measures)
        .forEach((measure, tangent) ->
            out.printf("%s by natgas.supply %.6f%n", measure.text(), tangent));

    // How the gradient itself moves with one unit more of natgas.
    sensitivities
        .hessianTimes(new Measure.Price("natgas"), Map.of("natgas.supply", 1.0))
        .forEach((number, second) -> out.printf("second by %s %.6f%n", number, second));

    // An expression in the words of the file, and what the derivatives say of a change.
    var ratio = market.measure("price(natgas) / price(ethylene)");
    var terms = sensitivities.taylorTerms(ratio, Map.of("natgas.supply", -1.0));
    out.printf("%s %.6f%n", ratio.text(), terms.value());
    out.printf("to first order %.6f%n", terms.toFirstOrder());
    out.printf("to second order %.6f%n", terms.toSecondOrder().orElseThrow());
  }

  static void estimate(PrintStream out) {
    var market =
        Market.parse(
            """
            parameter in_food = 0.6
            parameter in_cloth = 1.4
            parameter of_people = 0.8
            numeraire labor
            firm Food makes food from labor, land:
                food = ces_at(60, in_food, [labor, land], [20, 40], [1, 1])
            firm Cloth makes cloth from labor, land:
                cloth = ces_at(40, in_cloth, [labor, land], [30, 10], [1, 1])
            consumer people:
                owns labor 50, land 50
                utility = ces_at(100, of_people, [food, cloth], [60, 40], [1, 1])
            """);
    var elasticities = List.of("in_food", "in_cloth", "of_people");
    var seen =
        List.<Measure>of(
            new Measure.Price("land"), new Measure.Price("food"), new Measure.Quantity("food"));

    double deviation = 0.03;

    // What was observed in years in which more or less of the land could be used.
    var years = new double[] {30, 40, 60, 80};
    var observed = new ArrayList<List<Double>>();
    for (double land : years) {
      var year = market.with("people.land", land);
      var now = year.sensitivities(year.solve());
      observed.add(seen.stream().map(now::value).toList());
    }

    class Fit implements Optimizable.ByGradientValue {
      private final double[] logs = new double[elasticities.size()];
      private final double[] gradient = new double[logs.length];
      private double value;

      private void evaluate() {
        value = 0;
        Arrays.fill(gradient, 0);
        for (int t = 0; t < years.length; t++) {
          var year = market.with("people.land", years[t]);
          for (int k = 0; k < logs.length; k++) {
            year = year.with(elasticities.get(k), Math.exp(logs[k]));
          }
          var now = year.sensitivities(year.solve());
          for (int m = 0; m < seen.size(); m++) {
            var measure = now.gradient(seen.get(m));
            double off = Math.log(measure.value() / observed.get(t).get(m)) / deviation;
            value -= off * off;
            var moves = measure.elasticities(year.parameters());
            for (int k = 0; k < logs.length; k++) {
              gradient[k] -= 2 * off * moves.get(elasticities.get(k)) / deviation;
            }
          }
        }
      }

      @Override
      public double getValue() {
        evaluate();
        return value;
      }

      @Override
      public void getValueGradient(double[] into) {
        evaluate();
        System.arraycopy(gradient, 0, into, 0, into.length);
      }

      @Override
      public int getNumParameters() {
        return logs.length;
      }

      @Override
      public void getParameters(double[] into) {
        System.arraycopy(logs, 0, into, 0, into.length);
      }

      @Override
      public double getParameter(int k) {
        return logs[k];
      }

      @Override
      public void setParameters(double[] all) {
        System.arraycopy(all, 0, logs, 0, logs.length);
      }

      @Override
      public void setParameter(int k, double log) {
        logs[k] = log;
      }
    }

    var fit = new Fit();
    var optimiser = new LimitedMemoryBFGS(fit);
    optimiser.setTolerance(1e-10);
    optimiser.optimize();
    for (int k = 0; k < fit.logs.length; k++) {
      out.printf("%s %.4f%n", elasticities.get(k), Math.exp(fit.logs[k]));
    }
  }

  static void taxes(PrintStream out) {
    // The tax on cloth adapts so that the state always gets 20; that on food is to be chosen.
    var market =
        Market.parse(
            """
            parameter on_food = 30%
            unknown on_cloth in 0..: income(state) >= 20
            numeraire labor
            firm Farm makes food from labor: food = labor
            firm Mill makes cloth from labor: cloth = labor
            consumer people:
                owns labor 100
                buys food (tax on_food to state)
                buys cloth (tax on_cloth to state)
                utility = (food - 10)^0.3 * cloth^0.3 * labor^0.4
            consumer state:
                utility = labor
            """);
    double rate = 0.3;
    Equilibrium last = market.solve();
    var utility = new Measure.Utility("people");
    // Newton's method on the derivative, with the secant for the second one.
    double step = 0.05;
    double before = market.sensitivities(last).gradient(utility).partials().get("on_food");
    out.printf("at %.4f one more per cent on food is worth %.5f%n", rate, 0.01 * before);
    for (int k = 0; k < 20 && Math.abs(step) > 1e-9; k++) {
      rate += step;
      var now = market.with("on_food", rate);
      last = now.solveFrom(last);
      double slope = now.sensitivities(last).gradient(utility).partials().get("on_food");
      step *= slope / (before - slope);
      before = slope;
    }
    out.printf(
        "best: %.4f on food and %.4f on cloth, utility %.5f%n",
        rate, last.unknowns().get("on_cloth"), last.consumer("people").utility());
  }
}
