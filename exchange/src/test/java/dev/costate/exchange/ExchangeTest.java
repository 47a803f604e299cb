package dev.costate.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Simulation;
import dev.costate.dynamics.Start;
import dev.costate.dynamics.measure.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExchangeTest {
  /** With nothing lost and nobody late, the exchange is the simulation of the whole market. */
  @Test
  void aRoundOfTheExchangeIsARoundOfTheSimulationBitForBit() {
    var whole =
        Markets.ESSAY.lines().filter(line -> !line.contains("outside")).toList().stream()
                .reduce("", (a, b) -> a + b + "\n")
            + String.join("", Markets.COMPANIES);
    var readings = new ArrayList<Reading>();
    Simulation.of(Markets.of(whole), Settings.STANDARD.withRounds(100), List.of())
        .run(new Start.Usual(), readings::add);

    var room = new Room(Markets.exchange(Markets.ESSAY, Rules.STANDARD), Markets.COMPANIES);
    for (int round = 0; round < 100; round++) {
      for (var good : readings.get(round).goods()) {
        assertThat(room.prices().get(good.good())).as("round %d", round).isEqualTo(good.price());
      }
      room.round();
    }
  }

  @Test
  void theThreeCompaniesOfTheEssayFindItsPrices() {
    var room = new Room(Markets.exchange(Markets.ESSAY, Rules.STANDARD), Markets.COMPANIES);
    int rounds = room.untilRest(2_000);
    assertThat(rounds).isLessThan(1_000);
    assertThat(room.prices().get("natgas")).isCloseTo(1.0 / 24, within(1e-7));
    assertThat(room.prices().get("ethylene")).isCloseTo(1.0 / 6, within(1e-7));
    assertThat(room.prices().get("polyethylene")).isCloseTo(1.5, within(1e-6));
  }

  /** A firm that starts again without its memory finds the totals of the exchange. */
  @Test
  void aFirmThatForgetsAllGoesOn() {
    var room = new Room(Markets.exchange(Markets.ESSAY, Rules.STANDARD), Markets.COMPANIES);
    for (int round = 0; round < 400; round++) {
      if (round % 50 == 7) {
        room.forget(round / 50 % 3);
      }
      room.round();
    }
    room.untilRest(2_000);
    assertThat(room.prices().get("natgas")).isCloseTo(1.0 / 24, within(1e-7));
  }

  /** Nobody answers for B: under the one rule its offer stands, under the other it is shut. */
  @Test
  void whoIsSilentIsTreatedByTheRuleOfTheMarket() {
    for (var silence : Silence.values()) {
      var rules = new Rules(silence, 2, 8, 1e-7);
      var room = new Room(Markets.exchange(Markets.ESSAY, rules), Markets.COMPANIES);
      room.untilRest(2_000);
      double before = room.prices().get("ethylene");
      for (int round = 0; round < 30; round++) {
        room.round(1);
      }
      double after = room.prices().get("ethylene");
      if (silence == Silence.HOLD) {
        assertThat(after).isCloseTo(before, within(1e-6));
      } else {
        assertThat(after).isLessThan(0.5 * before);
      }
      assertThat(room.state().rest()).isZero();
      room.untilRest(5_000);
      assertThat(room.prices().get("ethylene")).isCloseTo(1.0 / 6, within(1e-6));
    }
  }
}
