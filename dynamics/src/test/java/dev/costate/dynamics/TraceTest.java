package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.Trace.Response;
import dev.costate.dynamics.law.ArrowHurwicz;
import dev.costate.dynamics.law.Dynamics;
import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.law.PlainTatonnement;
import dev.costate.economy.Economy;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The direction of causality in the essay's market. */
final class TraceTest {
  /** The chain from its end, and from its beginning. */
  private static final List<String> UPSTREAM =
      List.of("tupperware", "polyethylene", "ethylene", "natgas");

  /** Outsiders have 1 and want more at lower prices: at a price of 1 what is left of it. */
  private static final String WITH_DEMAND =
      """
      good natgas: supply 4
      good tupperware:
          supply 1
          demand(p) = (1 + ln(2/3)) / p
      firm A makes ethylene from natgas: ethylene = natgas^(1/2)
      firm B makes polyethylene from ethylene: polyethylene = 1 - 1/(ethylene + 1)
      firm C makes tupperware from polyethylene: tupperware = ln(polyethylene)
      """;

  static Stream<Dynamics> laws() {
    return Laws.ALL.stream();
  }

  private static Trace trace(Economy economy, Economy shocked, Dynamics law) {
    var settings = Settings.STANDARD.with(law).withRounds(400);
    return Trace.of(economy, shocked, Markets.solved(economy), settings).orElseThrow();
  }

  private static Response response(Trace trace, String good) {
    return trace.goods().stream().filter(r -> r.good().equals(good)).findFirst().orElseThrow();
  }

  private static Trace ofAPrice(Dynamics law) {
    return trace(
        Markets.example("tupperware"), Markets.example("tupperware", "tupperware.price=2"), law);
  }

  /** (a) A price travels upstream, one firm a round, or more where the first steps are tiny. */
  @ParameterizedTest
  @MethodSource("laws")
  void theFinalPriceCausesThePricesBeforeIt(Dynamics law) {
    var trace = ofAPrice(law);
    long round = 2;
    for (var good : UPSTREAM) {
      long first = response(trace, good).price().orElseThrow();
      if (law instanceof PlainTatonnement || law instanceof ArrowHurwicz) {
        assertThat(first).as(good).isGreaterThanOrEqualTo(round);
        round = first + 1;
      } else {
        assertThat(first).as(good).isEqualTo(round++);
      }
    }
  }

  /** Each firm wants more than there is until the price before it has followed: all is rationed. */
  @ParameterizedTest
  @MethodSource("laws")
  void withoutStocksNoQuantityMovesUnlessPricesOvershoot(Dynamics law) {
    var trace = ofAPrice(law);
    for (var response : trace.goods()) {
      if (List.of("optimistic", "arrow-hurwicz").contains(law.name())) {
        // Extrapolation overshoots: for a while less is wanted, long after the prices began to
        // move.
        assertThat(response.quantity().orElseThrow()).isGreaterThan(30);
      } else if (law.name().equals("halpern")) {
        // Its steps are as long as they may be: it overshoots as soon as all prices have begun.
        assertThat(response.quantity().orElseThrow()).isBetween(5L, 30L);
      } else {
        assertThat(response.quantity()).as(response.good()).isEmpty();
      }
    }
  }

  @Test
  void allPricesDouble() {
    var trace = ofAPrice(Laws.standard());
    assertThat(trace.ending()).isInstanceOf(Run.Ending.Settled.class);
    for (var response : trace.goods()) {
      assertThat(response.after().price() / response.before().price()).isCloseTo(2, within(1e-5));
      assertThat(response.after().quantity()).isCloseTo(response.before().quantity(), within(1e-5));
    }
  }

  /** (b) A quantity travels downstream; each price follows its own quantity; the last is given. */
  @ParameterizedTest
  @MethodSource("laws")
  void aQuantityCausesTheQuantitiesBehindIt(Dynamics law) {
    var trace =
        trace(Markets.example("tupperware"), Markets.example("tupperware", "natgas.supply=3"), law);
    long round = 1;
    for (var good : UPSTREAM.reversed()) {
      var response = response(trace, good);
      assertThat(response.quantity()).as(good).isEqualTo(OptionalLong.of(round));
      if (!good.equals("tupperware")) {
        assertThat(response.price().orElseThrow()).as(good).isGreaterThan(round);
      }
      round++;
    }
    assertThat(response(trace, "tupperware").price()).isEmpty();
  }

  /** (c) With a demand curve the final price responds too. */
  @Test
  void aFinalPriceThatIsNotGivenRespondsToo() {
    var trace =
        trace(Markets.of(WITH_DEMAND), Markets.of(WITH_DEMAND, "natgas.supply=3"), Laws.standard());
    assertThat(response(trace, "tupperware").price()).isPresent();
    assertThat(trace.ending()).isInstanceOf(Run.Ending.Settled.class);
    double less = 1 + Math.log(2.0 / 3);
    double left = 1 + Math.log(1 - 1 / (1 + Math.sqrt(3)));
    assertThat(response(trace, "tupperware").after().price()).isCloseTo(less / left, within(1e-5));
  }
}
