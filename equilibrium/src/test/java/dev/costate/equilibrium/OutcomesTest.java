package dev.costate.equilibrium;

import static dev.costate.equilibrium.Markets.economy;
import static dev.costate.equilibrium.Markets.solved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.equilibrium.FirmAccount.Activity;
import org.junit.jupiter.api.Test;

/**
 * What markets without an ordinary equilibrium come to, and what is ordinary although it looks odd.
 */
final class OutcomesTest {
  @Test
  void increasingReturnsAreReportedWithAPlan() {
    var outcome =
        EquilibriumSearch.solve(
            economy(
                """
                good wheat: price 3
                good bread: price 2
                firm Big makes bread from wheat: bread = wheat^2
                """));
    assertThat(outcome).isInstanceOf(Outcome.UnboundedProfit.class);
    var failure = (Outcome.UnboundedProfit) outcome;
    assertThat(failure.firm()).isEqualTo("Big");
    assertThat(failure.plan().profit()).isPositive();
  }

  @Test
  void profitOfConstantReturnsThatNothingStopsIsUnbounded() {
    var outcome =
        EquilibriumSearch.solve(
            economy(
                """
                good wheat: price 1
                good bread: price 2
                firm Mill makes bread from wheat: bread = wheat
                """));
    assertThat(outcome).isNotInstanceOf(Outcome.Solved.class);
  }

  @Test
  void aDemandThatNobodyCanMeetIsReported() {
    var outcome =
        EquilibriumSearch.solve(
            economy(
                """
                good k: supply 4
                good y: demand 10
                firm F makes y from k: y = k
                """));
    assertThat(outcome).isNotInstanceOf(Outcome.Solved.class);
    assertThat(outcome.message()).contains("wanted");
  }

  @Test
  void whatNobodyWantsIsFree() {
    var equilibrium =
        solved(
            economy(
                """
                good k: supply 10
                good y: price 1
                firm F makes y from k: y = min(k, 3)
                """));
    assertThat(equilibrium.prices().get("k")).isZero();
    assertThat(equilibrium.goods().get("k").disposed()).isCloseTo(7, within(1e-9));
  }

  @Test
  void smoothConstantReturnsRunAtZeroProfitAndShutWhereTheyWouldLose() {
    var equilibrium =
        solved(
            economy(
                """
                good k: supply 10
                good l: supply 5
                good y: price 1
                firm CD makes y from k, l: y = k^0.3 * l^0.7
                firm Bad makes y from k, l: y = 0.5 * k^0.5 * l^0.5
                """));
    assertThat(equilibrium.firms().get("CD").profit()).isCloseTo(0, within(1e-9));
    assertThat(equilibrium.firms().get("Bad").activity()).isEqualTo(Activity.SHUT);
    double marginalProduct = 0.3 * Math.pow(10, -0.7) * Math.pow(5, 0.7);
    assertThat(equilibrium.prices().get("k")).isCloseTo(marginalProduct, within(1e-10));
  }

  @Test
  void withoutDisposalAPriceMayBeNegative() {
    var equilibrium =
        solved(
            economy(
                """
                good crude: price 1
                good petrol: price 5
                good sludge:
                    no disposal
                good burner: price 0.5
                firm Refinery makes petrol, sludge from crude:
                    petrol = crude^0.5
                    sludge = 0.1 * crude
                firm Dump makes sludge from burner: sludge = -burner
                """));
    assertThat(equilibrium.prices().get("sludge")).isCloseTo(-0.5, within(1e-9));
  }

  @Test
  void importsAndExportsStopAtTheirLimits() {
    var equilibrium =
        solved(
            economy(
                """
                good oil:
                    import at 5 up to 100
                    import at 9 up to 100
                    demand(p) = 300 - 20*p
                """));
    assertThat(equilibrium.prices().get("oil")).isCloseTo(9, within(1e-9));
    assertThat(equilibrium.goods().get("oil").fromOutside()).isCloseTo(120, within(1e-7));
  }
}
