package dev.costate.verification.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few of the economies that {@code bin/count-robustness} counts by the thousand. */
final class RobustnessTest {
  /** Every band of elasticities with every size, and some with each kind of start. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.range(0, 35), LongStream.of(141, 148, 283, 290, 430));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anEquilibriumIsFoundAndIsOne(long seed) {
    var trial = Trial.of(seed);
    assertThat(trial.message()).isEmpty();
    assertThat(trial.wrong()).isEmpty();
  }

  @Test
  void theCheckFindsWhatIsNoEquilibrium() {
    var economy = RandomEconomy.of(1);
    var found = equilibrium(economy);
    assertThat(TextbookCheck.violations(economy, found)).isEmpty();
    assertThat(TextbookCheck.violations(richer(economy), found))
        .anyMatch(violation -> violation.contains("is left"))
        .anyMatch(violation -> violation.contains("spends"));
  }

  private static Equilibrium equilibrium(TestEconomy economy) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("random.market", economy.text()), diagnostics);
    var outcome =
        EquilibriumSearch.solve(
            Elaboration.elaborate(file, Overrides.NONE, diagnostics).orElseThrow());
    assertThat(outcome).isInstanceOf(Outcome.Solved.class);
    return ((Outcome.Solved) outcome).equilibrium();
  }

  /** The same economy where the first consumer owns a thousandth more of everything. */
  private static TestEconomy richer(TestEconomy economy) {
    var consumers = new ArrayList<>(economy.consumers());
    var first = consumers.getFirst();
    var owns = new HashMap<String, Double>();
    first.owns().forEach((good, quantity) -> owns.put(good, 1.001 * quantity));
    consumers.set(
        0,
        new TestConsumer(
            first.name(),
            owns,
            first.ownLevies(),
            first.buysLevies(),
            first.profits(),
            first.transfers(),
            first.utility()));
    return new TestEconomy(
        economy.title(), economy.goods(), economy.firms(), consumers, economy.starts());
  }
}
