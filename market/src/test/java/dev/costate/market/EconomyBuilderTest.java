package dev.costate.market;

import static dev.costate.market.Wedge.markup;
import static dev.costate.market.Wedge.subsidy;
import static dev.costate.market.Wedge.tax;
import static dev.costate.market.Wedge.taxEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.costate.language.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a builder says, and what it refuses. */
final class EconomyBuilderTest {
  private static EconomyBuilder tupperware() {
    var model = new EconomyBuilder();
    model.good("natgas").supply(4);
    model.good("tupperware").price(1);
    model.firm("A").makes("ethylene").from("natgas").code("ethylene = natgas^(1/2)");
    model
        .firm("B")
        .makes("polyethylene")
        .from("ethylene")
        .code("polyethylene = 1 - 1/(ethylene + 1)");
    model.firm("C").makes("tupperware").from("polyethylene").code("tupperware = ln(polyethylene)");
    return model;
  }

  private static List<Diagnostic> errors(EconomyBuilder model) {
    var refused = catchThrowableOfType(InvalidMarketException.class, model::market);
    assertThat(refused).as("refused").isNotNull();
    return refused.diagnostics();
  }

  private static List<String> texts(EconomyBuilder model) {
    return errors(model).stream().map(d -> d.place() + ": " + d.message()).toList();
  }

  @Test
  void theTextIsTheFileThatSaysTheSame() {
    var model = new EconomyBuilder();
    model.parameter("payroll", "20%");
    model.good("oil").unit("t").label("crude oil").importAt(5, 100).importAt(7);
    model
        .good("wheat")
        .supply("p", "2 * p^0.5")
        .demandCode(
            "p",
            """
            if p > 30:
                return 0
            return 30 - p
            """);
    model
        .firm("Bakery")
        .makes("bread", tax(0.1, "state"), markup("5%"))
        .from("wheat", subsidy(0.02, "state"), taxEach(3, "state"))
        .fromAs("bread", "crumbs")
        .choosing("cut", 0, 1)
        .code(
            """
            dough = min(wheat, 4*crumbs)
            bread = cut * dough
            """)
        .capacity("dough <= 100")
        .start(2);
    model
        .consumer("household")
        .owns("labor", 100, tax("payroll", "state"))
        .ownsShareOf("Bakery", 0.5)
        .buys("bread", tax(0.08, "state"))
        .utility("bread^0.4 * labor^0.6")
        .transfers(2, "bread", "state")
        .transfersOfIncome(0.1, "state")
        .transfersMoney(1, "state")
        .saves(0.05, "oil");
    model.consumer("state").ownsAllOf("Refinery");
    model.unknown("u", "0..1", "price(labor) >= 1.1");
    model.unknown("v", "income(state) == 10");
    model.set("hour", 1, 24);
    model.set("region", "north", "south");
    model.function("twice(x)", "return 2 * x");
    model.scenario("crisis").set("oil.import[1].price", 9).set("payroll", "30%");
    model.numeraire("bread");
    assertThat(model.text())
        .isEqualTo(
            """
            parameter payroll = 20%

            good oil:
                unit "t"
                "crude oil"
                import at 5 up to 100
                import at 7

            good wheat:
                supply(p) = 2 * p^0.5
                demand(p):
                    if p > 30:
                        return 0
                    return 30 - p

            firm Bakery makes bread (tax 0.1 to state) (markup 5%) from wheat (subsidy 0.02 from state) (tax 3 each to state), bread as crumbs choosing cut in 0..1:
                dough = min(wheat, 4*crumbs)
                bread = cut * dough
                capacity dough <= 100
                start 2

            consumer household:
                owns labor 100 (tax payroll to state)
                owns 0.5 of Bakery
                buys bread (tax 0.08 to state)
                utility = bread^0.4 * labor^0.6
                transfers 2 bread to state
                transfers 0.1 of income to state
                transfers 1 to state
                saves 0.05 of income in oil

            consumer state:
                owns all of Refinery

            unknown u in 0..1: price(labor) >= 1.1
            unknown v: income(state) == 10
            set hour = 1..24
            set region = north, south

            function twice(x):
                return 2 * x

            scenario crisis:
                oil.import[1].price = 9
                payroll = 30%

            numeraire bread
            """);
  }

  @Test
  void theEssaysMarketHasThePriceOfTheEssay() {
    var equilibrium = tupperware().market().solve();
    assertThat(equilibrium.price("natgas")).isCloseTo(1.0 / 24, within(1e-12));
    assertThat(equilibrium.firm("C").makes("tupperware"))
        .isCloseTo(Math.log(2.0 / 3), within(1e-12));
  }

  @Test
  void anEconomyDoesNotChangeWhenMoreIsDeclared() {
    var model = tupperware();
    var economy = model.build();
    model.good("steam").supply(1);
    assertThat(economy.goods()).extracting(g -> g.name()).doesNotContain("steam");
    assertThat(model.build().goods()).extracting(g -> g.name()).contains("steam");
  }

  @Test
  void everyErrorIsReportedWithItsElement() {
    var model = tupperware();
    model.firm("Bakery").makes("bread", tax("10%", "stat")).from("flour").code("bread = flor");
    model.consumer("state").owns("flour", 10);
    model.good("flour").price("ln(").supply("1 + ");
    model.good("salt");
    model.unknown("u", "incom(state) == 3");
    assertThat(texts(model))
        .anySatisfy(e -> assertThat(e).startsWith("good flour, price: "))
        .anySatisfy(e -> assertThat(e).startsWith("good flour, supply: "))
        .contains(
            "good salt: nothing is said about the good 'salt'",
            "firm Bakery, makes bread, tax: there is no consumer 'stat'");
  }

  @Test
  void whatIsNamedWrongIsSaidAtItsElementWithItsText() {
    var model = new EconomyBuilder();
    model.good("flour").price(1);
    model.good("bread").demand(10);
    model.firm("Bakery").makes("bread", tax(0.1, "stat")).from("flour").code("bread = flour");
    model.consumer("state").owns("flour", 10);
    assertThatThrownBy(model::market)
        .hasMessage(
            """
            one error:
            firm Bakery, makes bread, tax: error: there is no consumer 'stat'
                3 | firm Bakery makes bread (tax 0.1 to stat) from flour:
                  |                                     ^^^^
            hint: did you mean 'state'?\
            """);
  }

  @Test
  void aLineOfCodeIsCountedFromItsOwnFirst() {
    var model = tupperware();
    model
        .firm("D")
        .makes("soap")
        .from("natgas")
        .code(
            """
            x = natgas
            soap = fatt * x
            """);
    assertThat(texts(model)).singleElement().asString().startsWith("firm D, code, line 2: ");
  }

  @Test
  void numbersThatAreNoneAreRefusedWhereTheyStand() {
    var model = tupperware();
    model.good("steam").supply(Double.NaN);
    model.good("sun").importAt(1, Double.POSITIVE_INFINITY);
    assertThat(texts(model))
        .anySatisfy(e -> assertThat(e).startsWith("good steam, supply: "))
        .anySatisfy(e -> assertThat(e).startsWith("good sun, import: "));
  }

  @Test
  void aFragmentCannotBecomeAnotherDeclaration() {
    var model = tupperware();
    model.good("steam").price("1\ngood gold: price 2");
    model.parameter("rate", "1 # and more");
    assertThat(texts(model))
        .contains(
            "good steam, price: this has to be part of one line, without comments",
            "parameter rate: this has to be part of one line, without comments");
  }

  @Test
  void linesMayEndInsideOfBrackets() {
    var model = new EconomyBuilder();
    model
        .consumer("h")
        .owns("a", 1)
        .owns("b", 1)
        .utility(
            """
            cobb_douglas(1, [0.5, 0.5],
                         [a, b])
            """);
    assertThat(model.market().solve().price("b")).isCloseTo(1, within(1e-9));
  }

  @Test
  void firmsAndConsumersThatSayNothingAreRefused() {
    var model = tupperware();
    model.firm("D").from("natgas").code("x = natgas");
    model.firm("E").makes("steam");
    model.consumer("state");
    model.scenario("calm");
    assertThat(texts(model))
        .containsExactlyInAnyOrder(
            "firm D: firm 'D' makes nothing",
            "firm E: firm 'E' has no code",
            "consumer state: nothing is said about the consumer 'state'",
            "scenario calm: the scenario 'calm' sets nothing");
  }

  @Test
  void aGoodThatIsDeclaredTwiceIsRefused() {
    var model = tupperware();
    model.good("natgas").supply(5);
    assertThat(texts(model)).singleElement().asString().contains("'natgas' is already declared");
  }

  @Test
  void goodsOfAnHourAreDeclaredInALoop() {
    var model = new EconomyBuilder();
    model.good("gas").price(20);
    for (int h = 1; h <= 3; h++) {
      var power = "power[" + h + "]";
      model.good(power).demand(50 + h);
      model.firm("Gas[" + h + "]").makes(power).from("gas").code(power + " = 0.5 * gas");
    }
    var equilibrium = model.market().solve();
    assertThat(equilibrium.price("power[2]")).isCloseTo(40, within(1e-9));
    assertThat(equilibrium.firm("Gas[3]").makes("power[3]")).isCloseTo(53, within(1e-9));
  }

  @Test
  void codeMayTakeGradients() {
    var model = new EconomyBuilder();
    model.function("f(x)", "return x^2");
    model.function("slope(x)", "return sum(gradient(f, x))");
    model.good("a").supply(1);
    model.good("b").price(1);
    model.firm("F").makes("b").from("a").code("b = slope(3) * a^0.5");
    assertThat(model.market().solve().firm("F").makes("b")).isCloseTo(6, within(1e-9));
  }
}
