package dev.costate.cli.command;

import dev.costate.cli.arguments.Arguments;
import dev.costate.cli.arguments.Option;
import dev.costate.cli.arguments.UsageError;
import dev.costate.cli.input.Console;
import dev.costate.cli.input.NewFile;
import dev.costate.cli.input.Refusal;
import dev.costate.cli.simulation.Collected;
import dev.costate.cli.simulation.Series;
import dev.costate.cli.simulation.SeriesTable;
import dev.costate.dynamics.measure.Alignment;
import dev.costate.dynamics.measure.Potentials;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which table of its rounds a run writes.
 *
 * @param file to write, if one is asked for
 * @param collected what it has; all there is, if nothing is said
 */
record CollectOptions(Optional<String> file, Set<Collected> collected) {
  static final String OUT = "--out";
  private static final String COLLECT = "--collect";

  static List<Option> options() {
    return List.of(
        Option.once(OUT, "FILE", "also write every round, as a table (CSV)"),
        Option.once(COLLECT, "KINDS", "only these: " + String.join(",", Collected.words())));
  }

  /**
   * @throws UsageError if there is nothing of a kind, or no file for it
   */
  static CollectOptions read(Arguments arguments) {
    var file = arguments.value(OUT);
    var kinds = arguments.value(COLLECT);
    if (kinds.isPresent() && file.isEmpty()) {
      throw new UsageError(
          "'%s' does not say where to".formatted(COLLECT), "name a file: " + OUT + " FILE");
    }
    return new CollectOptions(
        file, kinds.map(CollectOptions::collected).orElseGet(() -> EnumSet.allOf(Collected.class)));
  }

  private static Set<Collected> collected(String kinds) {
    var collected = EnumSet.noneOf(Collected.class);
    for (var word : kinds.split(",", -1)) {
      collected.add(
          Collected.of(word.strip())
              .orElseThrow(() ->
                  new UsageError(
                      "'%s' collects no '%s'".formatted(COLLECT, word.strip()),
                      "write some of %s, with commas between them"
                          .formatted(String.join(", ", Collected.words())))));
    }
    return collected;
  }

  /**
   * Goes on only if the market has all that was asked for by name.
   *
   * @throws Refusal if it has not
   */
  void check(Arguments arguments, Economy economy, Optional<Equilibrium> equilibrium) {
    if (arguments.value(COLLECT).isEmpty()) {
      return;
    }
    for (var kind : collected) {
      var obstacle =
          switch (kind) {
            case DISTANCE ->
                equilibrium.isPresent()
                    ? Optional.<String>empty()
                    : Optional.of("no equilibrium of it was found");
            case SURPLUS -> Potentials.obstacle(economy);
            case ALIGNMENT ->
                Potentials.obstacle(economy).isEmpty()
                    ? Optional.<String>empty()
                    : Alignment.obstacle(economy);
            case PRICES, DEMAND, SUPPLY, QUANTITIES, UNMET, STOCKS, PROFITS ->
                Optional.<String>empty();
          };
      obstacle.ifPresent(why -> {
        throw Refusal.ofWhole(
            arguments.operand(0),
            "this market has no %s to collect: %s".formatted(kind.word(), why),
            "leave out '%s'".formatted(kind.word()));
      });
    }
  }

  /** Writes the table if one is asked for. */
  void write(Series series, Economy economy, Console console) {
    file.ifPresent(
        name -> NewFile.write(name, new SeriesTable(series, economy, collected).csv(), console));
  }
}
