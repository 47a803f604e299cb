package dev.costate.dynamics.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Markets;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.protocol.Agents;
import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Herald;
import dev.costate.dynamics.protocol.Message;
import dev.costate.dynamics.protocol.TraderState;
import dev.costate.dynamics.response.Blocks;
import dev.costate.dynamics.response.Conducts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A round of a block has the bits of what the agents of its firms plan at the same prices. */
final class BlockTest {
  private static final int FIRMS = 12;
  private static final int INPUTS = 5;
  private static final int ROUNDS = 30;

  private static Stream<Dynamics> byMargin() {
    return Laws.ALL.stream()
        .filter(law -> law.supply() == Dynamics.Supply.BY_MARGIN)
        .filter(law -> law.herald(1, 1).equals(Herald.SILENT));
  }

  static Stream<Arguments> cases() {
    return Stream.of(0.5, 1.0, 0.0, 3.0)
        .flatMap(elasticity -> byMargin().map(law -> Arguments.of(elasticity, law)));
  }

  /** Firms that each make a good of their own from five others. */
  private record Generated(int[] inputs, String text) {
    static Generated of(double elasticity) {
      var random = new Random(3);
      var inputs = new int[FIRMS * INPUTS];
      var text = new StringBuilder();
      for (int f = 0; f < FIRMS; f++) {
        text.append("good g%d:%n    supply 1%n    demand(p) = 1 / p%n".formatted(f));
      }
      for (int f = 0; f < FIRMS; f++) {
        var names = new StringJoiner(", ");
        var shares = new StringJoiner(", ");
        for (int i = 0; i < INPUTS; i++) {
          inputs[f * INPUTS + i] = (f + 1 + 2 * i) % FIRMS;
          names.add("g" + inputs[f * INPUTS + i]);
          // Powers of two sum to 1 without rounding.
          shares.add(Double.toString(i == 0 ? 0.0625 : Math.scalb(1.0, -5 + i)));
        }
        double scale = 0.5 + random.nextDouble();
        text.append(
            "firm F%d makes g%d from %s: g%d = ces(%s, %s, [%s], [%s])%n"
                .formatted(f, f, names, f, scale, elasticity, shares, names));
      }
      return new Generated(inputs, text.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRoundHasTheBitsOfTheAgents(double elasticity, Dynamics law) {
    var generated = Generated.of(elasticity);
    var economy = Markets.of(generated.text());
    var sizes = Conducts.sizes(economy);
    var agents = Conducts.agents(economy, law, sizes);
    var blocks = Blocks.of(economy, law, sizes);
    assertThat(blocks).hasSize(1);
    assertThat(blocks.getFirst().firms())
        .isEqualTo(economy.firms().stream().map(firm -> firm.name()).toList());
    var block = blocks.getFirst().block();
    var states = new ArrayList<TraderState>();
    for (var trader : agents.traders()) {
      states.add(trader.start(new long[trader.ports().size()], trader.conduct().start()));
    }
    var random = new Random(9);
    for (int round = 0; round < ROUNDS; round++) {
      var prices = random.doubles(FIRMS, 0.3, 3).toArray();
      assertThat(block.round(prices)).isEqualTo(FIRMS);
      for (int f = 0; f < FIRMS; f++) {
        states.set(f, told(agents, f, states.get(f), generated.inputs(), prices, round));
        var intent = states.get(f).intent();
        for (int i = 0; i < INPUTS; i++) {
          assertThat(block.uses(f, i)).isEqualTo(intent.buys()[i]);
        }
        assertThat(block.makes(f)).isEqualTo(intent.sells()[INPUTS]);
      }
    }
  }

  /** The state of a firm after it was told prices. */
  private static TraderState told(
      Agents agents, int f, TraderState state, int[] inputs, double[] prices, int round) {
    var trader = agents.traders().get(f);
    var inbox = new ArrayList<Message>();
    for (int p = 0; p <= INPUTS; p++) {
      int good = p < INPUTS ? inputs[f * INPUTS + p] : f;
      inbox.add(
          new Message.Quote(
              agents.markets().get(good).address(), trader.address(), p, round, prices[good], 0));
    }
    return trader.step(state, inbox, Broadcast.NONE).state();
  }

  @Test
  void firmsOfOneTechnologyShareABlockAndOthersHaveNone() {
    var economy =
        Markets.of(
            """
            good a: supply 1
            good b: supply 1
            good c: demand(p) = 1 / p
            firm One makes c from a, b: c = ces(1, 0.5, [0.5, 0.5], [a, b])
            firm Two makes c from b, a: c = ces(3, 0.5, [0.5, 0.5], [a, b])
            firm Other makes c from a, b: c = a^0.5 * b^0.5
            firm Taxed makes c from a (tax 10% to state), b: c = ces(1, 0.5, [0.5, 0.5], [a, b])
            firm Nested makes c from a, b: c = min(a, ces(1, 0.5, [0.5, 0.5], [a, b]))
            firm Decreasing makes c from a: c = a^0.5
            firm Joint makes c, d from a, b:
                c = ces(1, 0.5, [0.5, 0.5], [a, b])
                d = c
            consumer state: utility = d
            """);
    var blocks = Blocks.of(economy, Laws.standard(), Conducts.sizes(economy));
    assertThat(blocks.stream().map(Blocks::firms))
        .containsExactly(List.of("One", "Two"), List.of("Other"));
    // The second buys the same goods through other ports, and its parts are in the same order.
    var block = blocks.getFirst().block();
    assertThat(block.round(new double[] {1, 4, 2, 1})).isEqualTo(2);
    assertThat(block.uses(0, 0) / block.uses(0, 1)).isCloseTo(2, within(1e-12));
    assertThat(block.uses(1, 0) / block.uses(1, 1)).isCloseTo(2, within(1e-12));
  }

  @Test
  void firmsThatMakeToOrderOrHearAHeraldHaveNoBlock() {
    var economy = Markets.of(Generated.of(0.5).text());
    for (var law : Laws.ALL) {
      assertThat(Blocks.of(economy, law, Conducts.sizes(economy)))
          .hasSize(byMargin().anyMatch(law::equals) ? 1 : 0);
    }
  }

  @Test
  void firmsWithoutAUnitCostPlanNothing() {
    var economy =
        Markets.of(
            """
            good a: supply 1
            good b: supply 1
            good c: demand(p) = 1 / p
            firm One makes c from a, b: c = ces(1, 0.5, [0.5, 0.5], [a, b])
            """);
    var block = Blocks.of(economy, Laws.standard(), Conducts.sizes(economy)).getFirst().block();
    assertThat(block.round(new double[] {1, 1, 1})).isEqualTo(1);
    double level = block.level(0);
    assertThat(block.round(new double[] {1, Double.NaN, 1})).isZero();
    assertThat(block.uses(0, 0) + block.uses(0, 1) + block.makes(0)).isZero();
    assertThat(block.level(0)).isEqualTo(level);
  }
}
