package dev.costate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.cli.json.Json;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.change.PriceChanges;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainJsonTest {
  private static final double ROUNDING = 1e-12;

  private static Shock shock(String example, String setting) throws IOException {
    var before = Solved.of(example);
    var after = Solved.of(example, setting);
    return new Shock(
        solved(before.economy(), before),
        solved(after.economy(), after),
        Optional.empty(),
        Shock.numbers(before.economy(), after.economy(), List.of(setting)));
  }

  private static PriceChanges.Solved solved(Economy economy, Solved solved) {
    return new PriceChanges.Solved(economy, solved.equilibrium());
  }

  private static Json member(Json json, String name) {
    var member = ((Json.Members) json).members().get(name);
    assertThat(member).as(name).isNotNull();
    return member;
  }

  private static double number(Json json, String name) {
    return ((Json.Number) member(json, name)).value();
  }

  private static List<Json> elements(Json json, String name) {
    return ((Json.Array) member(json, name)).elements();
  }

  /** Every account's parts make the change that it accounts for. */
  private static int check(List<Json> accounts, double change) {
    int deepest = 0;
    for (var account : accounts) {
      double sum = 0;
      double size = 0;
      for (var part : elements(account, "parts")) {
        double amount = number(part, "amount");
        sum += amount;
        size += Math.abs(amount);
        if (((Json.Members) part).members().containsKey("through")) {
          deepest = Math.max(deepest, check(elements(part, "through"), amount));
        }
      }
      assertThat(sum).isCloseTo(change, within(1e-8 * Math.abs(change) + ROUNDING * size));
    }
    return deepest + 1;
  }

  /** What is smaller than a billionth of the change is left out, so that so much may be missing. */
  @ParameterizedTest
  @CsvSource({
    "tupperware, natgas, natgas.supply=3, users, 3",
    "bakery, labor, labor.supply=30, users, 3",
    "bakery, flour, labor.supply=30, makers, 1",
    "two-sectors-tax, capital, rate=20%, makers, 0",
    "shared-good, steel, steel.supply=20, users, 1"
  })
  void theTreeAddsUpAtEveryDepth(
      String example, String good, String setting, String side, int depth) throws IOException {
    var json = Explanation.json(good, OptionalInt.of(9), shock(example, setting));
    var accounts = elements(json, side);
    assertThat(accounts.isEmpty() ? 0 : check(accounts, number(json, "change"))).isEqualTo(depth);
  }

  @Test
  void derivativesAndWhatTheyLeaveAreTheChange() throws IOException {
    var json =
        Explanation.json("natgas", OptionalInt.of(1), shock("tupperware", "natgas.supply=16"));
    var first = member(member(json, "first_order"), "natgas.supply");
    // The price is 1/2 natgas^(-1/2) / (1 + natgas^(1/2)) / natgas^(1/2): 1/24 at 4, 1/160 at 16.
    assertThat(number(first, "derivative")).isCloseTo(-1.0 / 72, within(1e-9));
    assertThat(number(json, "change")).isCloseTo(1.0 / 160 - 1.0 / 24, within(1e-9));
    assertThat(number(first, "amount") + number(json, "higher_order"))
        .isCloseTo(number(json, "change"), within(ROUNDING));
  }

  @Test
  void aTreeHasTheConditionsOfEachUse() throws IOException {
    var solved = Solved.of("bakery");
    var json = Explanation.json("labor", OptionalInt.of(1), solved.economy(), solved.equilibrium());
    assertThat(elements(json, "uses")).hasSize(2);
    for (var use : elements(json, "uses")) {
      var condition = elements(use, "conditions").getFirst();
      assertThat(number(condition, "worth"))
          .isCloseTo(number(json, "price"), within(1e-8 * number(json, "price")));
    }
  }

  /** The derivative by a counts what b does, which the shock replaces; that by c does not. */
  @Test
  void numbersThatCountEachOtherAreNotAddedUp() {
    var text =
        """
        parameter a = 2
        parameter b = 2 * a
        parameter c = 1
        good tea:
            supply 4
            demand(p) = 10 + a + b + c - p
        """;
    assertThat(Double.isNaN(number(tea(text, "a=3", "b=7"), "higher_order"))).isTrue();
    assertThat(number(tea(text, "b=7", "c=3"), "higher_order")).isCloseTo(0, within(1e-7));
    assertThat(number(tea(text, "a=3", "c=3"), "higher_order")).isCloseTo(0, within(1e-7));
  }

  private static Json tea(String text, String... settings) {
    var before = Solved.text(text);
    var after = Solved.text(text, settings);
    var shock =
        new Shock(
            solved(before.economy(), before),
            solved(after.economy(), after),
            Optional.empty(),
            Shock.numbers(before.economy(), after.economy(), List.of(settings)));
    return Explanation.json("tea", OptionalInt.of(1), shock);
  }
}
