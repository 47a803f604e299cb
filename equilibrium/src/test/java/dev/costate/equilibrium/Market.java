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
import java.util.List;

/** Markets for tests, from text or from the examples. */
final class Market {
  private Market() {}

  static Economy of(String text, Overrides overrides) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy = Elaboration.elaborate(file, overrides, diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return economy.orElseThrow();
  }

  static Economy of(String text, String... settings) {
    return of(text, new Overrides(List.of(), List.of(settings)));
  }

  /** A file of the examples, by its name without ending. */
  static String example(String name) {
    try {
      return Files.readString(Path.of("..", "examples", name + ".market"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Outcome outcome(String text, String... settings) {
    return EquilibriumSearch.solve(of(text, settings));
  }

  static Equilibrium solved(Economy economy) {
    var outcome = EquilibriumSearch.solve(economy);
    assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Solved.class);
    return ((Outcome.Solved) outcome).equilibrium();
  }

  static Equilibrium solved(String text, String... settings) {
    return solved(of(text, settings));
  }
}
