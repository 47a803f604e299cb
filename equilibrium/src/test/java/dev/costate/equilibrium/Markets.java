package dev.costate.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text to market to equilibrium, for tests. */
final class Markets {
  private Markets() {}

  static Economy economy(String text, String... settings) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy = Elaboration.elaborate(file, Overrides.settings(settings), diagnostics);
    assertThat(diagnostics.hasErrors()).as(diagnostics.all().toString()).isFalse();
    return economy.orElseThrow();
  }

  static Economy example(String name, String... settings) {
    try {
      return economy(Files.readString(Path.of("../examples", name)), settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Equilibrium solved(Economy economy) {
    var outcome = EquilibriumSearch.solve(economy);
    assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Solved.class);
    return ((Outcome.Solved) outcome).equilibrium();
  }
}
