package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.check.CheckReport;
import dev.costate.equilibrium.check.EquilibriumCheck;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What economics says of every equilibrium, at markets made from seeds. */
class LawsTest {
  private static final double LAW = 1e-9;

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  private static Economy market(long seed) {
    return Market.of(RandomMarkets.of(seed, 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyConditionHoldsRowByRow(long seed) {
    for (var condition : Market.solved(market(seed)).conditions()) {
      assertThat(condition.violation()).as(condition.text()).isLessThan(LAW);
      assertThat(condition.variable() * condition.slack())
          .as("complementarity of %s", condition.text())
          .isLessThanOrEqualTo(
              LAW * condition.scale() * Math.max(1, Math.abs(condition.variable())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void marketsClearAndMoneyAddsUp(long seed) {
    var found = Market.solved(market(seed));
    found
        .goods()
        .forEach((name, good) -> {
          double in = good.made() + good.fromOutside();
          double out = good.used() + good.toOutside() + good.disposed();
          assertThat(in).as(name).isCloseTo(out, offset(LAW * Math.max(in, out) + 1e-12));
          assertThat(good.disposed() * good.price()).isZero();
        });
    double turnover = found.outside().paidIn() + found.outside().paidOut();
    assertThat(found.outside().balance()).isCloseTo(found.unowned(), offset(LAW * turnover));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anInputCostsWhatItIsWorthOrIsNotBought(long seed) {
    Market.solved(market(seed))
        .firms()
        .forEach((name, firm) -> {
          for (var input : firm.marginals()) {
            double scale = Math.max(Math.abs(input.price()), Math.abs(input.worth()));
            if (input.quantity() > 0) {
              assertThat(input.worth())
                  .as("%s buys %s", name, input.good())
                  .isCloseTo(input.price(), offset(1e-6 * scale + 1e-12));
            } else {
              assertThat(input.slack())
                  .as("%s buys %s", name, input.good())
                  .isGreaterThanOrEqualTo(-1e-6 * scale);
            }
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noFirmLosesMoneyWithADecreasingReturnsTechnologyThatMayDoNothing(long seed) {
    Market.solved(market(seed))
        .firms()
        .forEach((name, firm) -> {
          if (firm.activity() == Activity.SHUT) {
            assertThat(firm.margin()).as(name).isLessThanOrEqualTo(1e-6);
          } else {
            assertThat(firm.profit()).as(name).isGreaterThanOrEqualTo(-1e-9 * (1 + found(firm)));
          }
        });
  }

  private static double found(FirmAccount firm) {
    return firm.marginals().stream().mapToDouble(m -> Math.abs(m.price() * m.quantity())).sum();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 7})
  void pricesOutsideTimesKArePricesInsideTimesK(double k) {
    for (int seed = 0; seed < 15; seed++) {
      var market = market(seed);
      if (market.goods().stream().flatMap(g -> g.trades().stream()).anyMatch(LawsTest::isCurve)) {
        continue;
      }
      var scaled = market;
      for (var good : market.goods()) {
        scaled = scaled.withGood(times(good, k));
      }
      var before = Market.solved(market);
      var after = Market.solved(scaled);
      double dearest = before.prices().values().stream().mapToDouble(x -> x).max().orElse(0);
      before
          .prices()
          .forEach((name, price) ->
              assertThat(after.good(name).price())
                  .as(name)
                  .isCloseTo(k * price, offset(1e-7 * k * dearest)));
    }
  }

  private static boolean isCurve(Trade trade) {
    return trade instanceof Trade.SupplyCurve || trade instanceof Trade.DemandCurve;
  }

  private static Good times(Good good, double k) {
    return good.withTrades(
        good.trades().stream()
            .map(trade ->
                switch (trade) {
                  case Trade.FixedPrice(double price) -> new Trade.FixedPrice(k * price);
                  case Trade.Import(double price, double limit) ->
                      new Trade.Import(k * price, limit);
                  case Trade.Export(double price, double limit) ->
                      new Trade.Export(k * price, limit);
                  case Trade.FixedSupply _,
                      Trade.FixedDemand _,
                      Trade.SupplyCurve _,
                      Trade.DemandCurve _ ->
                      trade;
                })
            .toList());
  }

  @Test
  void anIndependentCheckAgrees() {
    IntStream.range(0, 12)
        .forEach(seed -> {
          var market = market(seed);
          var report = EquilibriumCheck.of(market, Market.solved(market));
          assertThat(report.firms()).as("seed %d", seed).allMatch(CheckReport.FirmCheck::holds);
          assertThat(report.goods()).as("seed %d", seed).allMatch(CheckReport.GoodCheck::holds);
          assertThat(report.budget().holds()).as("seed %d", seed).isTrue();
        });
  }
}
