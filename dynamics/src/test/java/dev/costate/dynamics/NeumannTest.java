package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.measure.Reading;
import dev.costate.dynamics.measure.Reading.OfGood;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Firms that price at cost and make to order go through Neumann's series: distances fall by the
 * spectral radius of the input coefficients each round.
 */
final class NeumannTest {
  private static final Dynamics COST_PRICING = Laws.find("cost-pricing").orElseThrow();

  /** Rounds are counted until distances, the largest over all sectors, have fallen to this. */
  private static final double REACHED = 1e-10;

  /** Rounds are as many as predicted up to this fraction. */
  private static final double AGREEMENT = 0.1;

  /** So many, and none fewer. */
  private static Settings rounds(int rounds) {
    return new Settings(COST_PRICING, rounds, 1, Settings.STANDARD.conditions(), Double.MIN_VALUE);
  }

  /** How many rounds a distance takes to fall so far, to stay. */
  private static int reached(
      List<Reading> readings, double[] truth, ToDoubleFunction<OfGood> number) {
    double goal = REACHED * distance(readings.getFirst(), truth, number);
    int after = readings.size();
    while (distance(readings.get(after - 1), truth, number) <= goal) {
      after--;
    }
    return after;
  }

  private static double distance(Reading reading, double[] truth, ToDoubleFunction<OfGood> number) {
    double worst = 0;
    for (var good : reading.goods()) {
      if (good.good().startsWith("g")) {
        int sector = Integer.parseInt(good.good().substring(1));
        double here = number.applyAsDouble(good);
        worst = Math.max(worst, Math.abs(here / truth[sector] - 1));
      }
    }
    return worst;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 0.61, 0.85})
  void pricesAndQuantitiesOfAThousandSectorsConvergeAtTheSpectralRadius(double radius) {
    var network = InputOutputNetwork.random(1_000, 8, radius, 22);
    double predicted = Math.log(REACHED) / Math.log(network.spectralRadius());
    var readings = new ArrayList<Reading>();
    Simulation.of(Markets.of(network.market()), rounds((int) (1.3 * predicted)), List.of())
        .run(new Start.Usual(), readings::add);
    double prices = reached(readings, network.prices(), OfGood::price);
    double quantities = reached(readings, network.quantities(), OfGood::supply);
    assertThat(network.spectralRadius()).isCloseTo(radius, within(1e-9));
    assertThat(prices / predicted).as("rounds for prices").isCloseTo(1, within(AGREEMENT));
    assertThat(quantities / predicted).as("rounds for quantities").isCloseTo(1, within(AGREEMENT));
  }

  /** Whoever learns of an input's price passes it on in the next round. */
  @Test
  void aPriceOfLaborPassesOneFirmARound() {
    var economy =
        Markets.of(
            """
            good labor: price 1
            good c: demand 3
            firm A makes a from labor: a = labor / 2
            firm B makes b from a: b = a / 3
            firm C makes c from b: c = b / 5
            """);
    var readings = new ArrayList<Reading>();
    Simulation.of(economy, rounds(9), List.of()).run(new Start.Usual(), readings::add);
    assertThat(readings.get(1).good("a").price()).isCloseTo(2, within(1e-12));
    assertThat(readings.get(1).good("b").price()).isCloseTo(3, within(1e-12));
    assertThat(readings.get(2).good("b").price()).isCloseTo(6, within(1e-12));
    assertThat(readings.get(3).good("c").price()).isCloseTo(30, within(1e-12));
    assertThat(readings.getLast().good("c").price()).isCloseTo(30, within(1e-12));
  }

  /** Of two who make the same, whoever asks less gets the orders; of equals, each an equal part. */
  @Test
  void ordersGoToWhoAsksLeast() {
    var economy =
        Markets.of(
            """
            good labor: price 1
            good bread: demand 12
            firm Dear makes bread from labor: bread = labor / 4
            firm Cheap makes bread from labor: bread = labor / 2
            firm AsCheap makes bread from labor: bread = labor / 2
            """);
    var run =
        Simulation.of(economy, Settings.STANDARD.with(COST_PRICING), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).isTrue();
    assertThat(run.plans().price("bread")).isCloseTo(2, within(1e-12));
    assertThat(run.plans().firm("Dear").makes("bread")).isZero();
    assertThat(run.plans().firm("Cheap").makes("bread")).isCloseTo(6, within(1e-9));
  }

  /** Taxes and markups are in what is asked. */
  @Test
  void whatIsAskedCoversTaxesAndMarkups() {
    var economy =
        Markets.of(
            """
            good labor: price 1
            good bread: demand 12
            consumer state:
                owns labor 0
                buys labor
                utility = labor
            firm Baker makes bread (tax 20% to state) (markup 50%) from labor (tax 1 each to state): bread = labor / 2
            """);
    var run =
        Simulation.of(economy, Settings.STANDARD.with(COST_PRICING), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(run.plans().price("bread")).isCloseTo(4 * 1.5 / 0.8, within(1e-9));
  }

  /** A good of which outsiders bring more than is wanted is cheaper than anybody's cost. */
  @Test
  void aPriceFallsBelowWhatIsAskedWhereOthersBringMoreThanIsWanted() {
    var economy =
        Markets.of(
            """
            good labor: price 1
            good bread:
                supply 6
                demand(p) = 9 - p
            firm Baker makes bread from labor: bread = labor / 5
            """);
    var run =
        Simulation.of(economy, Settings.STANDARD.with(COST_PRICING), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(run.plans().price("bread")).isCloseTo(3, within(1e-4));
  }
}
