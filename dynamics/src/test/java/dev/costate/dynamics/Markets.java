package dev.costate.dynamics;

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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Markets for tests, from text or from the examples. */
public final class Markets {
  /** Scarf 1960: everybody owns one good and wants it with the next in equal amounts. */
  public static final String SCARF =
      """
      consumer one:
          owns a 1
          utility = min(a, b)
      consumer two:
          owns b 1
          utility = min(b, c)
      consumer three:
          owns c 1
          utility = min(c, a)
      """;

  private Markets() {}

  public static Economy of(String text, String... settings) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    var economy = Elaboration.elaborate(file, Overrides.settings(settings), diagnostics);
    assertThat(economy).as("%s", diagnostics.all()).isPresent();
    return economy.orElseThrow();
  }

  /** A file of the examples, by its name without ending. */
  public static Economy example(String name, String... settings) {
    try {
      return of(Files.readString(Path.of("..", "examples", name + ".market")), settings);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static Equilibrium solved(Economy economy) {
    var outcome = EquilibriumSearch.solve(economy);
    assertThat(outcome).as(outcome.message()).isInstanceOf(Outcome.Solved.class);
    return ((Outcome.Solved) outcome).equilibrium();
  }
}
