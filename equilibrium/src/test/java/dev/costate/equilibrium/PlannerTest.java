package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * The first welfare theorem against an independent solver: with one consumer an equilibrium is the
 * best feasible plan. Activities are in fixed proportions, so that the planner's problem is a
 * linear program, which ojAlgo solves.
 */
class PlannerTest {
  private static final double SAME = 1e-7;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("costate.economies", 60));
  }

  /**
   * An activity.
   *
   * @param factors what one unit takes of each factor
   * @param goods what one unit takes of each good
   * @param good what it makes one of
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Activity(double[] factors, double[] goods, int good) {}

  private record Economy(List<Activity> activities, double[] endowments, double[] wants) {
    static Economy random(long seed) {
      var random = new Random(seed);
      int factors = 2 + random.nextInt(3);
      int goods = 2 + random.nextInt(5);
      var activities = new ArrayList<Activity>();
      for (int k = 0; k < 3 * goods; k++) {
        int good = k % goods;
        var uses = some(random, goods, 0.4 / goods);
        uses[good] = 0;
        activities.add(new Activity(some(random, factors, 1), uses, good));
      }
      var wants = some(random, goods, 1);
      return new Economy(activities, full(random, factors), wants);
    }

    private static double[] full(Random random, int count) {
      var values = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = rounded(0.1 + random.nextDouble());
      }
      return values;
    }

    private static double[] some(Random random, int count, double size) {
      var values = full(random, count);
      int kept = random.nextInt(count);
      for (int i = 0; i < count; i++) {
        values[i] = i == kept || random.nextInt(3) > 0 ? rounded(size * values[i]) : 0;
      }
      return values;
    }

    private static double rounded(double value) {
      return new BigDecimal(value).round(new MathContext(6)).doubleValue();
    }

    String text() {
      var text = new StringBuilder();
      for (int k = 0; k < activities.size(); k++) {
        var a = activities.get(k);
        var inputs = new ArrayList<String>();
        var needs = new ArrayList<String>();
        list(a.factors(), "f", inputs, needs);
        list(a.goods(), "g", inputs, needs);
        text.append(
            "firm F%d makes g%d from %s:\n    g%d = leontief([%s], [%s])\n"
                .formatted(
                    k,
                    a.good(),
                    String.join(", ", inputs),
                    a.good(),
                    String.join(", ", inputs),
                    String.join(", ", needs)));
      }
      var goods = new ArrayList<String>();
      var needs = new ArrayList<String>();
      list(wants, "g", goods, needs);
      var owns = new ArrayList<String>();
      for (int f = 0; f < endowments.length; f++) {
        owns.add("f%d %s".formatted(f, plain(endowments[f])));
      }
      return text.append(
              "consumer h:\n    owns %s\n    utility = leontief([%s], [%s])\n"
                  .formatted(
                      String.join(", ", owns), String.join(", ", goods), String.join(", ", needs)))
          .toString();
    }

    private static void list(
        double[] values, String prefix, List<String> names, List<String> numbers) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] > 0) {
          names.add(prefix + i);
          numbers.add(plain(values[i]));
        }
      }
    }

    private static String plain(double value) {
      return BigDecimal.valueOf(value).toPlainString();
    }

    /** The highest utility that a planner can reach. */
    double best() {
      var model = new ExpressionsBasedModel();
      var utility = model.newVariable("utility").lower(0).weight(1);
      var levels = new ArrayList<Variable>();
      for (int k = 0; k < activities.size(); k++) {
        levels.add(model.newVariable("F" + k).lower(0));
      }
      for (int f = 0; f < endowments.length; f++) {
        var used = model.newExpression("f" + f).upper(endowments[f]);
        for (int k = 0; k < activities.size(); k++) {
          used.set(levels.get(k), activities.get(k).factors()[f]);
        }
      }
      for (int g = 0; g < wants.length; g++) {
        var net = model.newExpression("g" + g).lower(0);
        for (int k = 0; k < activities.size(); k++) {
          var a = activities.get(k);
          net.set(levels.get(k), (a.good() == g ? 1 : 0) - a.goods()[g]);
        }
        net.set(utility, -wants[g]);
      }
      var result = model.maximise();
      assertThat(result.getState().isOptimal()).isTrue();
      return result.getValue();
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void utilityIsTheHighestThatAPlannerCanReach(long seed) {
    var economy = Economy.random(seed);
    double best = economy.best();
    var found = Market.solved(economy.text());
    assertThat(found.consumer("h").utility()).isCloseTo(best, within(SAME * best));
  }

  /** Strong duality: the factors are worth what they make possible. */
  @ParameterizedTest
  @MethodSource("seeds")
  void pricesOfFactorsSupportThePlan(long seed) {
    var economy = Economy.random(seed);
    var found = Market.solved(economy.text());
    double utility = found.consumer("h").utility();
    double perUnit = found.consumer("h").income() / utility;
    double step = 1e-4;
    for (int f = 0; f < economy.endowments().length; f++) {
      var account = found.goods().get("f" + f);
      double price = (account == null ? 0 : account.price()) / perUnit;
      double up = slope(economy, f, step);
      double down = slope(economy, f, -step);
      assertThat(price)
          .as("f%d", f)
          .isBetween(Math.min(up, down) - 1e-6, Math.max(up, down) + 1e-6);
    }
  }

  private static double slope(Economy economy, int factor, double step) {
    var moved = economy.endowments().clone();
    moved[factor] += step;
    double best = new Economy(economy.activities(), moved, economy.wants()).best();
    return (best - economy.best()) / step;
  }
}
