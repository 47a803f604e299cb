package dev.costate.equilibrium.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.change.Account.Explained;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Account.Unexplained;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PriceChangesTest {
  private static final double EXACT = 1e-7;

  private static PriceChanges.Solved solved(String text, String... settings) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy =
        Elaboration.elaborate(file, Overrides.settings(settings), diagnostics).orElseThrow();
    var outcome = EquilibriumSearch.solve(economy);
    assertThat(outcome).isInstanceOf(Outcome.Solved.class);
    return new PriceChanges.Solved(economy, ((Outcome.Solved) outcome).equilibrium());
  }

  private static PriceChanges after(String shock, String text) {
    return new PriceChanges(solved(text), solved(text, shock), Optional.empty());
  }

  /** The parts of the only account that somebody gives, by cause; those of nothing left out. */
  private static Map<Cause, Double> parts(List<Account> accounts, Party party) {
    var account = accounts.stream().filter(a -> a.party().equals(party)).findFirst().orElseThrow();
    assertThat(account).isInstanceOf(Explained.class);
    var parts = new EnumMap<Cause, Double>(Cause.class);
    for (var part : ((Explained) account).parts()) {
      parts.merge(part.cause(), part.amount(), Double::sum);
    }
    parts.values().removeIf(amount -> Math.abs(amount) < EXACT);
    return parts;
  }

  private static void assertParts(Map<Cause, Double> parts, Map<Cause, Double> expected) {
    assertThat(parts.keySet()).isEqualTo(expected.keySet());
    expected.forEach((cause, amount) ->
        assertThat(parts.get(cause)).as(cause.name()).isCloseTo(amount, within(EXACT)));
  }

  private static final Party OUTSIDERS = new Party.Outsiders();

  @Test
  void aDemandThatMovesAtAFixedSupplyIsTheCurveItself() {
    var text =
        """
        parameter most = 10
        good tea:
            supply 4
            demand(p) = most - 2*p
        """;
    assertParts(parts(after("most=12", text).users("tea"), OUTSIDERS), Map.of(Cause.CURVE, 1.0));
    assertParts(
        parts(after("tea.supply=6", text).users("tea"), OUTSIDERS),
        Map.of(Cause.ALONG_CURVE, -1.0));
  }

  /** Demand 12 - p + price(milk) meets supply 4: the price is 8 + price(milk). */
  @Test
  void aDemandThatReadsAnotherPriceMovesWithIt() {
    var text =
        """
        good milk: price 1
        good tea:
            supply 4
            demand(p) = 12 - p + price(milk)
        """;
    assertParts(
        parts(after("milk.price=3", text).users("tea"), OUTSIDERS),
        Map.of(Cause.OTHER_PRICES, 2.0));
  }

  @Test
  void whatIsWantedWhateverItCostsExplainsNoPrice() {
    var changes =
        after(
            "tea.supply=6",
            """
            good tea:
                supply 4
                demand(p) = 3 + 0*p
            good pot: demand(p) = 12 - p
            firm Potter makes pot from tea: pot = tea
            """);
    assertThat(changes.users("tea").stream().filter(a -> a.party().equals(OUTSIDERS)))
        .singleElement()
        .isInstanceOf(Unexplained.class);
  }

  /** Price 1.5 of bread less a tax of 20%: the baker keeps 1.2, and flour makes 1 each. */
  @Test
  void aTaxOnAnOutputLowersWhatItsInputIsWorth() {
    var text =
        """
        good flour: supply 4
        good bread: price 1.5
        firm Baker makes bread (tax 20% to state) from flour: bread = flour
        consumer state:
            utility = bread
        """;
    var changes = after("Baker.bread.tax=40%", text);
    assertParts(
        parts(changes.users("flour"), new Party.OfFirm("Baker")), Map.of(Cause.OUTPUT_WEDGE, -0.3));
    assertThat(changes.price("flour").delta()).isCloseTo(-0.3, within(EXACT));
  }

  @Test
  void whatAPriceIsMadeOfIsWhatInputsCostAndTheMarkup() {
    var text =
        """
        good flour: price 2
        good bread: demand(p) = 30 - p
        firm Baker makes bread (markup 50%) from flour: bread = 0.5 * flour
        consumer owner:
            owns all of Baker
            utility = bread
        """;
    assertParts(
        parts(after("flour.price=3", text).makers("bread"), new Party.OfFirm("Baker")),
        Map.of(Cause.INPUT_PRICE, 3.0));
    assertParts(
        parts(after("Baker.bread.markup=25%", text).makers("bread"), new Party.OfFirm("Baker")),
        Map.of(Cause.MARKUP, -1.0));
  }

  /** Of a linear firm at its capacity the rent takes all that its output earns more. */
  @Test
  void aRentTakesWhatAnOutputEarnsMore() {
    var text =
        """
        good wood: price 1
        good chairs: price 4
        firm Joiner makes chairs from wood:
            chairs = wood
            capacity wood <= 5
        """;
    assertParts(
        parts(after("chairs.price=6", text).users("wood"), new Party.OfFirm("Joiner")),
        Map.of(Cause.OUTPUT_PRICE, 2.0, Cause.RENT, -2.0));
  }

  @Test
  void whoBuysNoneBeforeWasDearerOff() {
    var text =
        """
        good steel: price 3
        good toys: price 2
        firm Toys makes toys from steel: toys = ln(1 + steel)
        """;
    var toys = parts(after("toys.price=6", text).users("steel"), new Party.OfFirm("Toys"));
    // From 2 * 1 to 6 * 1/2 for the unit it buys: the price was 1 above its worth.
    assertParts(
        toys, Map.of(Cause.OUTPUT_PRICE, 3.0, Cause.MARGINAL_PRODUCT, -2.0, Cause.SLACK, -1.0));
  }

  /** A price in units of another good moves with that good's price too. */
  @Test
  void aGivenPriceInUnitsOfAnotherGoodMovesWithTheUnit() {
    var text =
        """
        good gold: price 2
        good tea: price 6
        firm Mint makes gold from tea: gold = sqrt(tea)
        """;
    var changes = new PriceChanges(solved(text), solved(text, "gold.price=4"), Optional.of("gold"));
    assertParts(parts(changes.users("tea"), OUTSIDERS), Map.of(Cause.UNIT_OF_ACCOUNT, -1.5));
  }

  /**
   * With utility sqrt(bread * fish) bread is worth 10 / bread: half of that through each factor.
   */
  @Test
  void aConsumersPriceIsMarginalUtilityTimesThePriceOfUtility() {
    var text =
        """
        good fish: price 1
        consumer household:
            owns bread 4, fish 10
            utility = bread^0.5 * fish^0.5
        """;
    assertParts(
        parts(after("household.bread=5", text).users("bread"), new Party.OfConsumer("household")),
        Map.of(Cause.MARGINAL_UTILITY, -0.25, Cause.PRICE_OF_UTILITY, -0.25));
  }
}
