package dev.costate.dynamics.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.kernel.Kernel;
import dev.costate.dynamics.response.OwnUse.Own;
import dev.costate.dynamics.response.OwnUse.Stake;
import dev.costate.equilibrium.graph.PriceIndex;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No bundle that can be paid is better than the one a consumer with goods of its own chooses. */
final class OwnUseTest {
  private static final int GOODS = 4;
  private static final int OWN = 3;

  /** A consumer at random prices. */
  private record Case(
      double elasticity,
      double[] weights,
      double[] buying,
      double[] selling,
      double[] owned,
      double money) {
    static Case of(Random random, double elasticity) {
      var weights = random.doubles(GOODS, 0.1, 1).toArray();
      double sum = IntStream.range(0, GOODS).mapToDouble(i -> weights[i]).sum();
      IntStream.range(0, GOODS).forEach(i -> weights[i] /= sum);
      var buying = random.doubles(GOODS, 0.5, 2).toArray();
      var selling = new double[OWN];
      var owned = new double[OWN];
      double money = random.nextDouble();
      for (int i = 0; i < OWN; i++) {
        selling[i] = buying[i] * (1 - 0.6 * random.nextDouble());
        owned[i] = 2 * random.nextDouble();
        money += owned[i] * selling[i];
      }
      return new Case(elasticity, weights, buying, selling, owned, money);
    }

    double[] chosen() {
      var ones = new double[GOODS];
      java.util.Arrays.fill(ones, 1);
      var index = new PriceIndex(elasticity, 1, weights, ones);
      var parts =
          IntStream.range(0, GOODS).<Costing>mapToObj(i -> new Costing.OfInput(i, 1)).toList();
      var own = IntStream.range(0, OWN).mapToObj(i -> new Own(i, i)).toList();
      var stakes = IntStream.range(0, OWN).mapToObj(i -> new Stake(owned[i], selling[i])).toList();
      return OwnUse.bundle(
          new Demand.OfNest(new Costing.OfNest(1, Kernel.of(List.of(index)), parts)),
          own,
          stakes,
          buying,
          money);
    }

    /** What a bundle leaves of the money that all it owns would fetch. */
    double left(double[] bundle) {
      double left = money;
      for (int i = 0; i < GOODS; i++) {
        double kept = i < OWN ? Math.min(bundle[i], owned[i]) : 0;
        left -= kept * (i < OWN ? selling[i] : 0) + (bundle[i] - kept) * buying[i];
      }
      return left;
    }

    /** The dual of the cost index: as many units of the composite. */
    double utility(double[] bundle) {
      if (elasticity == 0) {
        return IntStream.range(0, GOODS).mapToDouble(i -> bundle[i] / weights[i]).min().orElse(0);
      }
      if (elasticity == 1) {
        return IntStream.range(0, GOODS).mapToDouble(i -> weights[i] * Math.log(bundle[i])).sum();
      }
      double rho = 1 - 1 / elasticity;
      double sum = 0;
      for (int i = 0; i < GOODS; i++) {
        sum += Math.pow(weights[i], 1 / elasticity) * Math.pow(bundle[i], rho);
      }
      return Math.pow(sum, 1 / rho);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 1, 3})
  void noBundleThatCanBePaidIsBetter(double elasticity) {
    var random = new Random(5);
    int neither = 0;
    int sells = 0;
    int buys = 0;
    for (int k = 0; k < 200; k++) {
      var consumer = Case.of(random, elasticity);
      var chosen = consumer.chosen();
      assertThat(consumer.left(chosen)).isCloseTo(0, within(1e-12));
      double utility = consumer.utility(chosen);
      for (int i = 0; i < OWN; i++) {
        neither += chosen[i] == consumer.owned()[i] ? 1 : 0;
        sells += chosen[i] < consumer.owned()[i] ? 1 : 0;
        buys += chosen[i] > consumer.owned()[i] ? 1 : 0;
      }
      for (int t = 0; t < 200; t++) {
        var other = chosen.clone();
        double size = Math.pow(10, -4 * random.nextDouble());
        for (int i = 1; i < GOODS; i++) {
          other[i] = Math.max(1e-9, other[i] * (1 + size * random.nextGaussian()));
        }
        // What is left buys of the first good, of which some may have to be sold.
        double worth = consumer.left(withFirst(other, 0));
        double atHome = consumer.owned()[0] * consumer.selling()[0];
        double first =
            worth <= atHome
                ? worth / consumer.selling()[0]
                : consumer.owned()[0] + (worth - atHome) / consumer.buying()[0];
        if (first > 0) {
          var paid = withFirst(other, first);
          assertThat(consumer.left(paid)).isCloseTo(0, within(1e-12));
          assertThat(consumer.utility(paid))
              .isLessThanOrEqualTo(utility + 1e-12 * (1 + Math.abs(utility)));
        }
      }
    }
    assertThat(List.of(sells, buys)).allMatch(count -> count > 50);
    // In fixed proportions what it wants hardly depends on prices between the two.
    assertThat(neither).isGreaterThanOrEqualTo(elasticity == 0 ? 0 : 15);
  }

  private static double[] withFirst(double[] bundle, double first) {
    var other = bundle.clone();
    other[0] = first;
    return other;
  }
}
