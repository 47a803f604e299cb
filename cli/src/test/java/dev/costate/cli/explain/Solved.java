package dev.costate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.economy.Economy;
import dev.costate.economy.Elaboration;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A market of a test and its equilibrium. */
record Solved(Economy economy, Equilibrium equilibrium) {
  static Solved of(String example, String... settings) throws IOException {
    return text(Files.readString(Path.of("../examples", example + ".market")), settings);
  }

  static Solved text(String text, String... settings) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy =
        Elaboration.elaborate(file, Overrides.settings(settings), diagnostics).orElseThrow();
    var outcome = EquilibriumSearch.solve(economy);
    assertThat(outcome).isInstanceOf(Outcome.Solved.class);
    return new Solved(economy, ((Outcome.Solved) outcome).equilibrium());
  }
}
