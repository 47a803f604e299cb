package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.FirmAccount.Activity;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What economics says of equilibria of whole economies, at economies made from seeds. The system
 * property {@code costate.economies} says how many.
 */
class GeneralLawsTest {
  private static final double LAW = 1e-9;

  /** How far prices and quantities are known where a solution is accepted at a residual of 1e-9. */
  private static final double KNOWN = 1e-6;

  /** Less than this fraction of what is used most is rounding. */
  private static final double NOT_TRADED = 1e-8;

  static LongStream seeds() {
    return LongStream.range(0, Integer.getInteger("costate.economies", 25));
  }

  private static Equilibrium solved(String text) {
    return Market.solved(text);
  }

  private static void same(Equilibrium a, Equilibrium b, double tolerance) {
    sameMade(a, b, 1, tolerance);
  }

  /** How much is made of what has a price; of what is free any amount may be made. */
  private static void sameMade(Equilibrium a, Equilibrium b, double times, double tolerance) {
    a.goods()
        .forEach((name, good) -> {
          double made = times * good.made();
          boolean isFree = good.price() < NOT_TRADED * level(a);
          if (!isFree && b.good(name).price() > NOT_TRADED * level(b)) {
            assertThat(b.good(name).made())
                .as("made of %s", name)
                .isCloseTo(made, within(tolerance * Math.max(1, made)));
          }
        });
  }

  /** The prices of what is traded; those of other goods need not be the only ones. */
  private static void samePrices(Equilibrium a, Equilibrium b, double tolerance) {
    double traded =
        NOT_TRADED * a.goods().values().stream().mapToDouble(GoodAccount::used).max().orElse(0);
    a.goods()
        .forEach((name, good) -> {
          if (good.used() > traded && b.good(name).used() > traded) {
            double price = good.price() / level(a);
            assertThat(b.good(name).price() / level(b))
                .as("price of %s", name)
                .isCloseTo(price, within(tolerance * Math.max(1, price)));
          }
        });
  }

  /** The average price of what is owned. */
  private static double level(Equilibrium found) {
    double worth = 0;
    double quantity = 0;
    for (var good : found.goods().values()) {
      worth += good.price() * good.endowed();
      quantity += good.endowed();
    }
    return worth / quantity;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyConditionHoldsRowByRow(long seed) {
    for (var condition : solved(RandomEconomies.any(seed).text(seed)).conditions()) {
      assertThat(condition.violation()).as(condition.text()).isLessThan(LAW);
      assertThat(condition.variable() * condition.slack())
          .as("complementarity of %s", condition.text())
          .isLessThanOrEqualTo(
              LAW * condition.scale() * Math.max(1, Math.abs(condition.variable())));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void firmsThatRunBreakEvenAndFirmsThatAreShutWouldLose(long seed) {
    var found = solved(RandomEconomies.any(seed).text(seed));
    found
        .firms()
        .forEach((name, firm) -> {
          if (firm.activity() == Activity.RUNNING) {
            assertThat(firm.margin()).as(name).isCloseTo(0, within(LAW));
          } else {
            assertThat(firm.margin()).as(name).isLessThanOrEqualTo(LAW);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void marketsClearAndIncomesAreSpent(long seed) {
    var found = solved(RandomEconomies.any(seed).text(seed));
    double nothing =
        LAW * NOT_TRADED * found.goods().values().stream().mapToDouble(GoodAccount::used).sum();
    found
        .goods()
        .forEach((name, good) -> {
          double in = good.made() + good.endowed();
          assertThat(good.used() + good.disposed())
              .as(name)
              .isCloseTo(in, within(LAW * in + nothing));
          assertThat(good.disposed() * good.price()).as(name).isCloseTo(0, within(LAW * in));
        });
    found
        .consumers()
        .forEach((name, consumer) -> {
          double spent =
              consumer.buys().entrySet().stream()
                  .mapToDouble(b -> b.getValue() * found.good(b.getKey()).price())
                  .sum();
          assertThat(spent).as(name).isCloseTo(consumer.income(), within(LAW * consumer.income()));
        });
  }

  /** Samuelson 1951: with one factor and no joint products, prices do not depend on demand. */
  @ParameterizedTest
  @MethodSource("seeds")
  void withOneFactorPricesDoNotDependOnTastes(long seed) {
    var economy = RandomEconomies.any(seed).withFactors(1).withoutByProducts().withoutTaxes();
    var one = solved("numeraire f0\n" + economy.text(seed));
    var other = solved("numeraire f0\n" + economy.withTastes(~seed).text(seed));
    one.goods()
        .forEach((name, good) -> {
          if (good.made() > 0 && other.good(name).made() > 0) {
            assertThat(other.good(name).price())
                .as(name)
                .isCloseTo(good.price(), within(KNOWN * good.price()));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void elasticitiesNextToOneAreNextToCobbDouglas(long seed) {
    var economy = RandomEconomies.any(seed).withElasticity(1);
    var middle = solved(economy.text(seed));
    for (double nearby : new double[] {1 - 1e-7, 1 + 1e-7}) {
      var near = solved(economy.withElasticity(nearby).text(seed));
      same(middle, near, 1e-5);
      samePrices(middle, near, 1e-5);
    }
  }

  /** A tax on all inputs at rate t is a tax on the output at t / (1 + t). */
  @ParameterizedTest
  @MethodSource("seeds")
  void taxOnEveryInputIsATaxOnTheOutput(long seed) {
    var plain = RandomEconomies.any(seed).withoutTaxes().withoutByProducts().text(seed);
    var head = plain.substring(0, plain.indexOf('\n'));
    var inputs = head.substring(head.indexOf(" from ") + 6, head.length() - 1);
    var onInputs =
        head.replace(inputs, inputs.replace(",", " (tax 25% to C0),") + " (tax 25% to C0)");
    var onOutput = head.replace("makes g0", "makes g0 (tax 20% to C0)");
    var one = solved(plain.replace(head, onInputs));
    var other = solved(plain.replace(head, onOutput));
    same(one, other, KNOWN);
    samePrices(one, other, KNOWN);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void economyTwiceAsLargeHasTheSamePrices(long seed) {
    var economy = RandomEconomies.any(seed).withConsumers(1);
    var text = economy.text(seed);
    var one = solved(text);
    var owns = text.lines().filter(line -> line.startsWith("    owns")).findFirst().orElseThrow();
    var twice = solved(text.replace(owns, owns.replaceAll("(f\\d) ([0-9.]+)", "$1 2 * $2")));
    samePrices(one, twice, KNOWN);
    sameMade(one, twice, 2, KNOWN);
  }

  /**
   * With one consumer and no taxes the equilibrium is the best plan there is, so that prices are
   * the derivatives of utility with respect to what it owns (the envelope theorem).
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void pricesOfFactorsAreTheirMarginalUtilities(long seed) {
    var economy = RandomEconomies.any(seed).withConsumers(1).withoutTaxes();
    var text = economy.text(seed);
    var found = solved(text);
    double perMoney = found.consumer("C0").utility() / found.consumer("C0").income();
    for (int f = 0; f < economy.factors(); f++) {
      var good = found.goods().get("f" + f);
      if (good == null || good.used() == 0) {
        continue;
      }
      double step = 1e-4 * good.endowed();
      double more = utility(text, f, good.endowed() + step);
      double less = utility(text, f, good.endowed() - step);
      double here = found.consumer("C0").utility();
      double worth = good.price() * perMoney * step;
      assertThat(worth)
          .as("price of f%d", f)
          .isBetween(
              Math.min(more - here, here - less) - 1e-3 * worth - KNOWN * step,
              Math.max(more - here, here - less) + 1e-3 * worth + KNOWN * step);
    }
  }

  private static double utility(String text, int factor, double quantity) {
    return Market.solved(text, "C0.f%d=%s".formatted(factor, quantity)).consumer("C0").utility();
  }
}
