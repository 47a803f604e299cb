package dev.costate.dynamics.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Markets;
import dev.costate.dynamics.Run;
import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.measure.Reading.OfFirm;
import dev.costate.dynamics.measure.Reading.OfGood;
import dev.costate.economy.Economy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Total surplus, dual surplus and the gradients of both. */
final class PotentialsTest {
  /** Curves on both sides of a good, one that ends and one with a tail without end. */
  private static final String CURVES =
      """
      good ore:
          supply(p) = max(0, 4 * p - 1)
          demand(p) = max(0, 2 - p)
      good coal: supply 3
      good steel:
          demand(p) = 9 / p
      firm Mill makes steel from ore, coal:
          steel = 3 * ore^0.5 * coal^0.3
      firm Kiln makes lime from coal: lime = coal^0.7
      good lime: price 0.4
      """;

  private record Trial(Economy economy, Potentials potentials, List<Reading> readings, Run run) {}

  private static Economy economy(String name) {
    return name.equals("curves") ? Markets.of(CURVES) : Markets.example(name);
  }

  private static Trial trial(String name, String law, int rounds) {
    var economy = economy(name);
    var readings = new ArrayList<Reading>();
    var settings = Settings.STANDARD.with(Laws.find(law).orElseThrow()).withRounds(rounds);
    var run = Simulation.of(economy, settings, List.of()).run(new Start.Usual(), readings::add);
    return new Trial(economy, Potentials.of(economy), readings, run);
  }

  /** Weak duality, in each round of each dynamics, and strong duality where it settles. */
  @ParameterizedTest
  @CsvSource({
    "tupperware, optimistic",
    "tupperware, tatonnement",
    "tupperware-demand, optimistic",
    "two-inputs, optimistic",
    "two-inputs, arrow-hurwicz",
    "bakery, optimistic",
    "bakery, log-tatonnement",
    "shared-good, optimistic",
    "joint-products, optimistic",
    "loop-branch-call, inventories",
    "reads-three-times, optimistic",
    "curves, optimistic",
    "curves, arrow-hurwicz"
  })
  void noPlansAreWorthMoreThanAnyPricesAllow(String name, String law) {
    var trial = trial(name, law, 400);
    int known = 0;
    for (var reading : trial.readings()) {
      double surplus = trial.potentials().surplus(reading);
      double dual = trial.potentials().dualSurplus(reading);
      // At a price of 0 there may be no most profitable plan.
      boolean hasPlans = reading.goods().stream().allMatch(good -> good.price() > 0);
      if (hasPlans) {
        assertThat(dual).as("round %d", reading.round()).isFinite();
      }
      if (hasPlans && !Double.isNaN(surplus)) {
        known++;
        assertThat(surplus)
            .as("round %d", reading.round())
            .isLessThanOrEqualTo(dual + 1e-9 * Math.max(1, Math.abs(dual)));
      }
    }
    assertThat(known).isGreaterThan(30);
    if (trial.run().isSettled()) {
      var last = trial.readings().getLast();
      double dual = trial.potentials().dualSurplus(last);
      assertThat(trial.potentials().surplus(last))
          .isCloseTo(dual, within(1e-5 * Math.max(1, Math.abs(dual))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tupperware", "tupperware-demand", "two-inputs", "bakery", "curves"})
  void theGradientOfTheDualSurplusIsPlannedSupplyLessDemand(String name) {
    var trial = trial(name, "optimistic", 25);
    var reading = trial.readings().getLast();
    var prices = reading.goods().stream().mapToDouble(OfGood::price).toArray();
    for (int g = 0; g < prices.length; g++) {
      if (trial.economy().goods().get(g).fixedPrice().isPresent()) {
        continue;
      }
      var good = reading.goods().get(g);
      double step = 1e-5 * prices[g];
      var more = prices.clone();
      more[g] += step;
      var less = prices.clone();
      less[g] -= step;
      double slope =
          (trial.potentials().dualSurplus(reading, more)
                  - trial.potentials().dualSurplus(reading, less))
              / (2 * step);
      assertThat(slope)
          .as(good.good())
          .isCloseTo(good.supply() - good.demand(), within(1e-5 * (good.supply() + good.demand())));
    }
  }

  /** Each planned input, and each price at which outsiders plan, by central differences. */
  @ParameterizedTest
  @CsvSource({
    "tupperware, 9",
    "tupperware-demand, 40",
    "two-inputs, 4",
    "two-inputs, 11",
    "bakery, 3",
    "bakery, 12",
    "shared-good, 5",
    "reads-three-times, 3",
    "curves, 2",
    "curves, 7"
  })
  void theGradientOfTotalSurplusIsItsSlope(String name, int round) {
    var trial = trial(name, "optimistic", round);
    var reading = trial.readings().getLast();
    var code = new FirmsCode(trial.economy());
    var areas = new OutsideAreas(trial.economy(), trial.potentials().reference());
    var carried = new CarriedOut(trial.economy(), code, areas, reading);
    var gradient = UphillGradient.of(carried, code, areas, reading).orElseThrow();
    for (int f = 0; f < reading.firms().size(); f++) {
      for (int i = 0; i < reading.firms().get(f).inputs().size(); i++) {
        double planned = reading.firms().get(f).inputs().get(i);
        if (planned < 1e-6) {
          continue; // A plan cannot be less than nothing: there is a slope on one side only.
        }
        double step = 1e-5 * planned;
        double slope =
            (trial.potentials().surplus(withInput(reading, f, i, planned + step))
                    - trial.potentials().surplus(withInput(reading, f, i, planned - step)))
                / (2 * step);
        assertThat(gradient.inputs()[f][i])
            .as("%s, input %d", reading.firms().get(f).firm(), i)
            .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
      }
    }
    for (int g = 0; g < reading.goods().size(); g++) {
      var good = reading.goods().get(g);
      double step = 1e-5 * good.price();
      var more = atPrice(trial.economy(), areas, reading, g, good.price() + step);
      var less = atPrice(trial.economy(), areas, reading, g, good.price() - step);
      double slope =
          (trial.potentials().surplus(more) - trial.potentials().surplus(less)) / (2 * step);
      double brings = more.goods().get(g).brings() - less.goods().get(g).brings();
      double takes = more.goods().get(g).takes() - less.goods().get(g).takes();
      double expected = (gradient.brings()[g] * brings + gradient.takes()[g] * takes) / (2 * step);
      assertThat(expected)
          .as(good.good())
          .isCloseTo(slope, within(1e-6 * Math.max(1, Math.abs(slope))));
    }
  }

  private static Reading withInput(Reading reading, int firm, int input, double quantity) {
    var firms = new ArrayList<>(reading.firms());
    var own = firms.get(firm);
    var inputs = new ArrayList<>(own.inputs());
    inputs.set(input, quantity);
    firms.set(firm, new OfFirm(own.firm(), own.profit(), own.cash(), inputs, own.outputs()));
    return new Reading(reading.round(), reading.goods(), firms);
  }

  /** What outsiders plan at another price of one good. */
  private static Reading atPrice(
      Economy economy, OutsideAreas areas, Reading reading, int g, double price) {
    if (economy.goods().get(g).fixedPrice().isPresent()) {
      return reading;
    }
    var goods = new ArrayList<>(reading.goods());
    var good = goods.get(g);
    double brings =
        good.brings() + areas.of(g).supplied(price) - areas.of(g).supplied(good.price());
    double takes = good.takes() + areas.of(g).demanded(price) - areas.of(g).demanded(good.price());
    goods.set(
        g,
        new OfGood(
            good.good(),
            price,
            good.demand(),
            good.supply(),
            good.quantity(),
            good.unmet(),
            good.stock(),
            brings,
            takes));
    return new Reading(reading.round(), goods, reading.firms());
  }

  /** Backpropagation: in the essay's chain, with no good short but gas, one more unit of it. */
  @ParameterizedTest
  @ValueSource(strings = {"tupperware", "two-inputs", "bakery", "curves"})
  void quantitiesMoveGenerallyUpAndEachAgentsPartAddsUp(String name) {
    var trial = trial(name, "optimistic", 60);
    int up = 0;
    int moves = 0;
    for (int k = 1; k < trial.readings().size(); k++) {
      var uphill = trial.potentials().uphill(trial.readings().get(k - 1), trial.readings().get(k));
      if (uphill.isPresent() && !Double.isNaN(uphill.get().cosine())) {
        moves++;
        up += uphill.get().gain() > 0 ? 1 : 0;
        assertThat(uphill.get().cosine()).isBetween(-1.0, 1.0);
        assertThat(uphill.get().shares().values().stream().mapToDouble(x -> x).sum())
            .isCloseTo(1, within(1e-9));
      }
    }
    assertThat(moves).isGreaterThan(30);
    assertThat(up).isGreaterThan(moves / 2);
  }

  @Test
  void whereThereIsNoTotalSurplusItSaysWhy() {
    assertThat(Potentials.obstacle(Markets.example("two-sectors")))
        .hasValueSatisfying(why -> assertThat(why).contains("earn and spend"));
    assertThat(Potentials.obstacle(Markets.example("storage"))).isEmpty();
    assertThat(Potentials.kink(Markets.example("dantzig/transport")))
        .hasValueSatisfying(why -> assertThat(why).contains("SeattleNewYork"));
    assertThat(Potentials.kink(Markets.example("bakery"))).isEmpty();
  }

  @Test
  void anAreaWithoutEndIsSaid() {
    assertThat(trial("curves", "optimistic", 1).potentials().endless()).containsExactly("steel");
    assertThat(trial("tupperware", "optimistic", 1).potentials().endless()).isEmpty();
  }
}
