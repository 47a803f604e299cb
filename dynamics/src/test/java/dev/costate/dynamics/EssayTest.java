package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.ArrowHurwicz;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.law.PlainTatonnement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class EssayTest {
  /** Those whose steps suit goods of different sizes. */
  static Stream<Dynamics> quick() {
    return Laws.ALL.stream()
        .filter(law -> !(law instanceof PlainTatonnement || law instanceof ArrowHurwicz));
  }

  /** The essay's prices are the derivatives of its function at 4: 1/24, 1/6, 3/2. */
  @ParameterizedTest
  @MethodSource("quick")
  void theEssaysMarketSettlesAtTheDerivatives(Dynamics law) {
    var run =
        Simulation.of(Markets.example("tupperware"), Settings.STANDARD.with(law), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).as("%s: %s", law.name(), run.ending()).isTrue();
    // The check looks at profits, which are flat at their top: where firms move by marginal profit
    // prices are less exact.
    double exact = law.answer() == Dynamics.Answer.BEST_PLAN ? 1e-6 : 1e-5;
    assertThat(run.plans().price("natgas")).isCloseTo(1.0 / 24, within(exact));
    assertThat(run.plans().price("ethylene")).isCloseTo(1.0 / 6, within(exact));
    assertThat(run.plans().price("polyethylene")).isCloseTo(1.5, within(exact));
    assertThat(run.plans().price("tupperware")).isEqualTo(1);
  }

  @Test
  void tooFewRoundsAreNotSettled() {
    var run =
        Simulation.of(Markets.example("tupperware"), Settings.STANDARD.withRounds(100), List.of())
            .run(new Start.Usual(), _ -> {});
    assertThat(run.isSettled()).isFalse();
    assertThat(run.ending()).isInstanceOf(Run.Ending.NotSettled.class);
  }

  @Test
  void atTheEquilibriumNothingMoves() {
    var economy = Markets.example("tupperware");
    var start = new Start.At(Markets.solved(economy));
    var run =
        Simulation.of(economy, Settings.STANDARD.withRounds(3), List.of())
            .run(
                start,
                reading ->
                    assertThat(reading.goods().getFirst().quantity()).isCloseTo(4, within(1e-7)));
    assertThat(run.isSettled()).isTrue();
  }

  @Test
  void aMarketMovesToItsNewEquilibriumAfterAShock() {
    var economy = Markets.example("tupperware");
    var shocked = Markets.example("tupperware", "natgas.supply=9");
    var run =
        Simulation.of(economy, Settings.STANDARD, List.of(new Shock(5, shocked)))
            .run(new Start.At(Markets.solved(economy)), _ -> {});
    assertThat(run.isSettled()).isTrue();
    // 1/12 is df_dx(9): sqrt is 3, the polyethylene 3/4, so 4/3 * 1/16 * 1/6.
    assertThat(run.plans().price("natgas")).isCloseTo(4.0 / 3 / 16 / 6, within(1e-6));
  }
}
