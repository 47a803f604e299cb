package dev.costate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.program.Variable;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.util.HashMap;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplanationTest {
  @ParameterizedTest
  @ValueSource(strings = {"tupperware", "two-inputs"})
  void theLinesOfTheDerivativeWithPricesInTheirPlaceGiveThePrices(String example)
      throws IOException {
    var solved = Solved.of(example, "tupperware.price=7");
    var composition = Composition.of(solved.economy(), solved.equilibrium()).orElseThrow();
    composition
        .prices()
        .forEach((good, price) ->
            assertThat(solved.equilibrium().prices().get(good))
                .as(good)
                .isCloseTo(price, within(1e-12)));
    assertThat(composition.prices()).hasSize(solved.economy().goods().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shared-good", "joint-products", "reads-three-times", "loop-branch-call"})
  void whatIsNoChainIsNotPutTogether(String example) throws IOException {
    var solved = Solved.of(example);
    assertThat(Composition.of(solved.economy(), solved.equilibrium())).isEmpty();
  }

  /** Of the whole the next firm would make more than it does of its part. */
  @Test
  void aChainWhoseGoodAlsoGoesToOutsidersIsNotPutTogether() {
    var solved =
        Solved.text(
            """
            good oil: supply 50
            good petrol: demand(p) = 40 - p
            good transport: demand(p) = 30 - p
            firm Refinery makes petrol from oil: petrol = oil
            firm Truck makes transport from petrol: transport = 4 * sqrt(petrol)
            """);
    assertThat(Composition.of(solved.economy(), solved.equilibrium())).isEmpty();
  }

  @Test
  void whatOutsidersTakeOfTheFirstGoodIsNotPutTogether() {
    var solved =
        Solved.text(
            """
            good oil:
                supply 50
                demand(p) = 40 - p
            good petrol: price 100
            firm Refinery makes petrol from oil: petrol = sqrt(oil)
            """);
    var composition = Composition.of(solved.economy(), solved.equilibrium()).orElseThrow();
    assertThat(composition.prices().get("oil"))
        .isCloseTo(solved.equilibrium().good("oil").price(), within(1e-12));
  }

  /** The formulas that are printed and the numbers beside them come from different places. */
  @ParameterizedTest
  @ValueSource(
      strings = {"tupperware", "two-inputs", "shared-good", "joint-products", "reads-three-times"})
  void formulasHaveTheValuesThatThePricesWereFoundWith(String example) throws IOException {
    var solved = Solved.of(example);
    for (var firm : solved.economy().firms()) {
      var account = solved.equilibrium().firms().get(firm.name());
      var code = FirmFormulas.of(solved.economy(), firm, account).code().orElseThrow();
      var evaluator = new Evaluator(solved.economy().program());
      var values = new HashMap<Variable, Value>();
      for (int i = 0; i < code.inputs().size(); i++) {
        values.put(code.inputs().get(i), Value.of(account.marginals().get(i).quantity()));
      }
      code.lines()
          .forEach(line -> values.put(line.target(), evaluator.value(line.value(), values)));
      for (int k = 0; k < code.outputs().size(); k++) {
        var gradient = code.gradient(code.outputs().get(k));
        for (int i = 0; i < code.inputs().size(); i++) {
          double derivative = account.marginals().get(i).terms().get(k).derivative();
          var term = gradient.get(code.inputs().get(i));
          double value = term == null ? 0 : evaluator.number(term.expression(), values);
          assertThat(value)
              .as("%s, output %d by input %d", firm.name(), k, i)
              .isCloseTo(derivative, within(1e-9));
        }
      }
    }
  }

  @Test
  void atAKinkEachArgumentGetsItsShare() {
    var solved =
        Solved.text(
            """
            good left: supply 4
            good right: supply 4
            good pair: price 3
            good cheap: price 1
            firm Cheap makes left from cheap: left = cheap
            firm Match makes pair from left, right: pair = min(left, right)
            """);
    var text = Explanation.of(solved.economy(), solved.equilibrium());
    assertThat(text)
        .contains("min(left, right) = 4 is at its kink: of its price 3 inside the firm");
  }

  @Test
  void whatOutsidersTakeOfAnInputIsAmongItsUses() {
    var solved =
        Solved.text(
            """
            good oil:
                supply 50
                demand(p) = 40 - p
            good petrol: price 100
            firm Refinery makes petrol from oil: petrol = sqrt(oil)
            """);
    assertThat(Explanation.of("oil", OptionalInt.empty(), solved.economy(), solved.equilibrium()))
        .contains("├── Refinery buys ", "└── outsiders buy ");
  }

  @Test
  void aGoodThatMakesItselfIsFollowedOnce() {
    var solved =
        Solved.text(
            """
            good corn: price 1
            good land: supply 10
            firm Farm makes corn from corn as seed, land: corn = 4 * sqrt(seed * land) ^ 0.9
            """);
    assertThat(Explanation.of("corn", OptionalInt.empty(), solved.economy(), solved.equilibrium()))
        .contains("price(corn) = 1, given");
    assertThat(Explanation.of(solved.economy(), solved.equilibrium())).contains("0 <= seed");
  }
}
