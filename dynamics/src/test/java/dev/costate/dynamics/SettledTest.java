package dev.costate.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.dynamics.law.Laws;
import dev.costate.dynamics.measure.Reading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a market is called settled, and when it is not. */
final class SettledTest {
  private static Run run(String text, String dynamics) {
    var law = Laws.find(dynamics).orElseThrow();
    return Simulation.of(Markets.of(text), Settings.STANDARD.with(law), List.of())
        .run(new Start.Usual(), _ -> {});
  }

  /** What is left over of a dear good is no free disposal, however small beside the rest. */
  @Test
  void excessOfADearGoodBesideALargeSectorIsNotSettled() {
    var run =
        run(
            """
            good gold:
                supply 1e6
                start 500000
            good jewel: price 1e6
            firm Smith makes jewel from gold: jewel = 1e3*gold^0.5
            good salt:
                supply(p) = 10*p
                demand 1
                start 100
            """,
            "optimistic");
    assertThat(run.isSettled()).as("%s", run.ending()).isTrue();
    assertThat(run.plans().price("salt")).isCloseTo(0.1, within(1e-6));
  }

  /** An import that does not pay, and a firm that does not, keep nobody from settling. */
  @Test
  void whoIsIdleKeepsNobodyFromSettling() {
    var idleImport =
        run(
            """
            good oil:
                import at 5 up to 100
                demand(p) = 40/p
            good well: supply 10
            firm Drill makes oil from well: oil = 6*well^0.5
            """,
            "optimistic");
    var idleFirm =
        run(
            """
            good wheat:
                supply 50
                demand(p) = 100/p
            good toy: price 1
            good labor: supply 10
            firm Nobody makes toy from wheat: toy = leontief([wheat],[5])
            firm Some makes toy from labor: toy = 3*labor^0.5
            """,
            "optimistic");
    assertThat(idleImport.isSettled()).as("%s", idleImport.ending()).isTrue();
    assertThat(idleFirm.isSettled()).as("%s", idleFirm.ending()).isTrue();
  }

  /** Once at rest, the price of a good that others sell too stays where it is. */
  @Test
  void aPriceBelowWhatIsAskedStaysAtRest() {
    var law = Laws.find("cost-pricing").orElseThrow();
    var readings = new ArrayList<Reading>();
    var market =
        Markets.of(
            """
            good labor: price 1
            good bread:
                supply(p) = 20*p
                demand(p) = 10 * p^-5
                start 0.3
            firm Baker makes bread from labor: bread = leontief([labor],[2])
            """);
    var never = new Settings(law, 2_000, 1, Settings.STANDARD.conditions(), Double.MIN_VALUE);
    Simulation.of(market, never, List.of()).run(new Start.Usual(), readings::add);
    double rest = readings.get(1_000).good("bread").price();
    assertThat(Math.pow(0.5, 1.0 / 6)).isCloseTo(rest, within(1e-6));
    for (var reading : readings.subList(1_000, 2_000)) {
      assertThat(reading.good("bread").price()).isCloseTo(rest, within(1e-9));
    }
  }

  /** Where nothing is to be decided the first plans are the equilibrium. */
  @Test
  void aMarketWithNothingToDecideIsSettled() {
    var run = run("good y: price 1\nfirm F makes y: y = 3\n", "optimistic");
    assertThat(run.isSettled()).isTrue();
    assertThat(run.plans().firm("F").makes("y")).isEqualTo(3);
  }
}
