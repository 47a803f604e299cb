package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.costate.equilibrium.FirmAccount.Activity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Technologies of every shape: smooth, linear, kinked, of constant returns, running and shut. */
class FirmsTest {
  private static final double EXACT = 1e-12;

  private static Equilibrium at(double x, double y, String... code) {
    return Market.solved(
        "good x: price %s\ngood y: price %s\nfirm A makes y from x:\n    %s\n"
            .formatted(x, y, String.join("\n    ", code)));
  }

  private static double input(Equilibrium found) {
    return found.firm("A").inputs().get("x");
  }

  @Test
  void smoothConstantReturnsRunAtZeroProfit() {
    var found =
        Market.solved(
            """
            good a: price 1
            good b: price 1
            good y: demand(p) = 10/p
            firm A makes y from a, b: y = a^0.3 * b^0.7
            """);
    assertThat(found.good("y").price())
        .isCloseTo(Math.pow(0.3, -0.3) * Math.pow(0.7, -0.7), offset(1e-11));
    assertThat(found.firm("A").profit()).isCloseTo(0, offset(1e-12));
    assertThat(found.good("a").used()).isCloseTo(3, offset(1e-11));
  }

  @Test
  void smoothConstantReturnsShutWhereTheyDoNotPay() {
    var shut =
        Market.solved(
                """
                good a: supply 5
                good b: supply 6
                good y: price 0.5
                good z: price 3
                firm A makes y from a, b: y = a^0.3 * b^0.7
                firm B makes z from a, b: z = sqrt(a*b)
                """)
            .firm("A");
    assertThat(shut.activity()).isEqualTo(Activity.SHUT);
    assertThat(shut.inputs().values()).containsOnly(0.0);
    assertThat(shut.margin()).isCloseTo(-0.81231913, offset(1e-7));
    assertThat(shut.marginals()).allMatch(m -> m.slack() > 0 && m.worth() > 0);
  }

  @Test
  void aFirmWhoseOutputIsWorthNothingBuysNothingEvenFree() {
    var idle =
        Market.solved(
                """
                good wood: supply 12
                good nails: supply 7
                good chair: demand(p) = 10 - p
                firm A makes chair from wood, nails: chair = min(wood, 2*nails)
                firm B makes table from wood: table = wood
                """)
            .firm("B");
    assertThat(idle.activity()).isEqualTo(Activity.SHUT);
    assertThat(idle.inputs().get("wood")).isZero();
  }

  @Test
  void aFirmThatTakesAwayWhatCannotBeThrownAwayRunsForNothing() {
    var cleaner =
        Market.solved(
                """
                good water: supply 10
                good sludge:
                    no disposal
                good wheat: price 4
                firm Farm makes wheat, sludge from water:
                    wheat = water^0.5
                    sludge = 0.1 * water
                firm Clean makes ash from sludge: ash = sludge / 2
                """)
            .firm("Clean");
    assertThat(cleaner.inputs().get("sludge")).isCloseTo(1, offset(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0.4, 20", "0.7, 10", "1.2, 0"})
  void aKinkWrittenAsBranchesIsAKink(double price, double expected) {
    var found =
        Market.solved(
            """
            good x: price %s
            good y: price 1
            firm A makes y from x:
                if x < 10:
                    y = x
                else:
                    y = 10 + 0.5*(x - 10)
                capacity x <= 20
            """
                .formatted(price));
    assertThat(input(found)).isCloseTo(expected, offset(1e-9));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y = min(2*x, 7)",
        "y = min([2*x, 7])",
        "y = 2*x if x < 3.5 else 7.0",
        "y = capped(2*x)",
        "y = 0\n    for i in 1..2:\n        y = min(i*x, 7)"
      })
  void aKinkIsFoundHoweverItIsWritten(String code) {
    var found =
        Market.solved(
            "function capped(u): return min(u, 7)\ngood x: price 1\ngood y: price 3\nfirm A makes y from x:\n    %s\n"
                .formatted(code));
    assertThat(input(found)).isCloseTo(3.5, offset(EXACT * 10));
    var kink = found.firm("A").kinks().getLast();
    assertThat(kink.multipliers().stream().mapToDouble(m -> m).sum())
        .isCloseTo(3, offset(EXACT * 10));
    assertThat(found.firm("A").marginals().getFirst().worth()).isCloseTo(1, offset(EXACT * 10));
  }

  @Test
  void aConvexCostHasAKinkTheOtherWayRound() {
    var found = at(1, 10, "cost = max(0.5*x, 2*x - 6)", "y = x - cost");
    assertThat(input(found)).isCloseTo(4, offset(EXACT * 10));
    assertThat(found.firm("A").kinks().getFirst().price()).isCloseTo(-10, offset(1e-11));
    assertThat(input(at(1, 10, "y = 5 - abs(x - 3)"))).isCloseTo(3, offset(EXACT * 10));
  }

  @Test
  void nestedKinksPassTheirPricesOn() {
    var found =
        Market.solved(
            """
            good a: supply 10
            good b: supply 8
            good c: price 1
            good y: demand(p) = 20/p
            firm A makes y from a, b, c:
                m = min(a, 2*b)
                y = min(m, 3*c)^0.9
            """);
    assertThat(found.good("a").price()).isCloseTo(22.0 / 15, offset(1e-11));
    assertThat(found.good("b").price()).isZero();
    assertThat(found.good("b").used()).isCloseTo(5, offset(1e-11));
    assertThat(found.firm("A").kinks().getLast().multipliers().getFirst())
        .isCloseTo(found.good("a").price(), offset(1e-11));
  }

  @Test
  void localConvexityIsNoObstacle() {
    var found = at(1, 4, "y = x^3 / (1 + x^3)");
    double x = input(found);
    assertThat(4 * 3 * x * x / Math.pow(1 + x * x * x, 2)).isCloseTo(1, offset(1e-11));
    assertThat(found.firm("A").profit()).isPositive();
    assertThat(at(1, 1, "y = x^3 / (1 + x^3)").firm("A").activity()).isEqualTo(Activity.SHUT);
  }

  @Test
  void aFixedCostIsBorneOnlyWhereItPays() {
    String[] code = {"if x > 2:", "    y = sqrt(x - 2)", "else:", "    y = 0"};
    assertThat(input(at(1, 10, code))).isCloseTo(27, offset(1e-9));
    assertThat(input(at(1, 1, code))).isZero();
  }

  @Test
  void increasingReturnsWithACapacityGoToTheCapacity() {
    var found = at(3, 1, "y = x^2", "capacity x <= 10");
    assertThat(input(found)).isCloseTo(10, offset(1e-11));
    assertThat(found.firm("A").rents().get("A.capacity")).isCloseTo(17, offset(1e-10));
  }

  @Test
  void onlyTheCapacityThatBindsHasARent() {
    var found = at(1, 3, "y = 2*x", "capacity y <= 10", "capacity x <= 7");
    assertThat(found.firm("A").rents())
        .containsEntry("A.capacity[1]", 2.5)
        .containsEntry("A.capacity[2]", 0.0);
  }

  @Test
  void identicalFirmsShareEvenly() {
    var found =
        Market.solved(
            "good x: supply 4\ngood y: price 1\nfirm A makes y from x: y = sqrt(x)\nfirm B makes y from x: y = sqrt(x)\n");
    assertThat(found.firm("A").inputs()).isEqualTo(found.firm("B").inputs());
    var linear =
        Market.solved(
            "good x: supply 4\ngood y: price 1\nfirm A makes y from x: y = x\nfirm B makes y from x: y = x\n");
    assertThat(linear.good("y").made()).isCloseTo(4, offset(EXACT * 4));
    assertThat(linear.good("x").price()).isCloseTo(1, offset(EXACT));
  }

  @Test
  void aFirmMayNeedNothing() {
    var found = Market.solved("good y: demand(p) = 10/p\nfirm W makes y: y = 5\n");
    assertThat(found.good("y").price()).isCloseTo(2, offset(EXACT * 2));
    assertThat(found.firm("W").profit()).isCloseTo(10, offset(1e-11));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-3, 1e3, 1e6})
  void scalesDoNotMatter(double k) {
    var found =
        Market.solved(
            """
            good x: supply %s
            good y: price %s
            firm A makes m from x: m = sqrt(x * %s)
            firm B makes y from m: y = %s * ln(1 + m / %s)
            """
                .formatted(4 * k, 1 / k, k, k, k));
    assertThat(found.good("m").price()).isCloseTo(1 / k / 3, offset(1e-12 / k));
    assertThat(found.good("x").price()).isCloseTo(1 / k / 12, offset(1e-12 / k));
  }

  @Test
  void aFreeInputIsBoughtOnlyAsFarAsItIsOfUse() {
    assertThat(input(at(0, 3, "y = min(2*x, 7)"))).isCloseTo(3.5, offset(1e-11));
  }
}
