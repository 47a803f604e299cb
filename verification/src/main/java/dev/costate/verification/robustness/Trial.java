package dev.costate.verification.robustness;

import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.util.List;

/**
 * One random economy, solved as its file would be.
 *
 * @param wrong what the textbook finds wrong with a result that the solver calls solved
 * @param message why it was not solved; empty if it was
 * @param firms how many
 * @param shut how many of them are shut at the equilibrium
 * @param method the solver that found it; empty if none did
 * @param seconds for parsing, elaboration, search and certificate
 */
record Trial(
    long seed,
    Recipe recipe,
    String message,
    List<String> wrong,
    int firms,
    long shut,
    String method,
    int iterations,
    double seconds) {
  Trial {
    wrong = List.copyOf(wrong);
  }

  /** Whether an equilibrium was found, and is one. */
  boolean succeeded() {
    return message.isEmpty() && wrong.isEmpty();
  }

  /** Solves the economy of a seed. */
  static Trial of(long seed) {
    var economy = RandomEconomy.of(seed);
    var recipe = Recipe.of(seed);
    long began = System.nanoTime();
    var outcome = solve(economy, seed);
    double seconds = (System.nanoTime() - began) * 1e-9;
    int firms = economy.firms().size();
    return outcome instanceof Outcome.Solved(var found)
        ? new Trial(
            seed,
            recipe,
            "",
            TextbookCheck.violations(economy, found),
            firms,
            shut(found),
            found.effort().method(),
            found.effort().iterations(),
            seconds)
        : new Trial(seed, recipe, outcome.message(), List.of(), firms, 0, "", 0, seconds);
  }

  private static Outcome solve(TestEconomy economy, long seed) {
    var diagnostics = new Diagnostics();
    var source = Source.of("random-%d.market".formatted(seed), economy.text());
    var file = Parser.parse(source, diagnostics);
    var market = Elaboration.elaborate(file, Overrides.NONE, diagnostics);
    return EquilibriumSearch.solve(
        market.orElseThrow(
            () -> new IllegalStateException("seed %d: %s".formatted(seed, diagnostics.all()))));
  }

  private static long shut(Equilibrium equilibrium) {
    return equilibrium.firms().values().stream()
        .filter(firm -> firm.activity() == FirmAccount.Activity.SHUT)
        .count();
  }
}
