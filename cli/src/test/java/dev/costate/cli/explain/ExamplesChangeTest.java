package dev.costate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.change.Account;
import dev.costate.equilibrium.change.Account.Explained;
import dev.costate.equilibrium.change.Part;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceChanges;
import dev.costate.language.Source;
import dev.costate.market.read.Reading;
import dev.costate.tables.CsvTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The changes of all prices of all examples after a shock to their first numbers. */
final class ExamplesChangeTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final double SHOCK = 1.1;
  private static final int PARAMETERS = 2;

  /** Of markets with more goods one number is enough. */
  private static final int LARGE = 8;

  /** Parts that are larger than the change round at their own size. */
  private static final double ROUNDING = 1e-12;

  /** How far an equilibrium may be from its conditions, as a fraction of a price. */
  private static final double SEARCHED = 1e-6;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(f -> f.toString().endsWith(".market")).sorted().toList();
    }
  }

  private static Optional<Economy> read(Path file, String... settings) throws IOException {
    var source = Source.of(file.toString(), Files.readString(file));
    var tables = new CsvTables(file.resolveSibling(""), "");
    return Reading.of(source, Overrides.settings(settings), tables)
        .elaborated()
        .map(elaborated -> elaborated.economy())
        .filter(Economy::isMarket);
  }

  private static Optional<PriceChanges.Solved> solved(Economy economy, Outcome outcome) {
    return outcome instanceof Outcome.Solved(var equilibrium)
        ? Optional.of(new PriceChanges.Solved(economy, equilibrium))
        : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyAccountAddsUpToTheChange(Path file) throws IOException {
    var economy = read(file);
    if (economy.isEmpty()) {
      return; // A file with functions only.
    }
    var before = solved(economy.get(), EquilibriumSearch.solve(economy.get()));
    int most = economy.get().goods().size() > LARGE ? 1 : PARAMETERS;
    for (var name : economy.get().parameters().keySet().stream().limit(most).toList()) {
      double number = economy.get().parameters().getOrDefault(name, Double.NaN);
      var shock = name + "=" + (number == 0 ? SHOCK - 1 : number * SHOCK);
      var shocked = read(file, shock);
      var after =
          shocked.flatMap(
              e -> before.flatMap(b -> solved(e, EquilibriumSearch.solveFrom(e, b.equilibrium()))));
      if (after.isPresent()) {
        var units = new ArrayList<Optional<String>>();
        units.add(Optional.empty());
        unit(before.get(), after.get()).ifPresent(good -> units.add(Optional.of(good)));
        for (var unit : units) {
          var changes = new PriceChanges(before.get(), after.get(), unit);
          before
              .get()
              .equilibrium()
              .prices()
              .keySet()
              .forEach(good -> check(shock + " in " + unit, good, changes));
        }
      }
    }
  }

  /** The last good that has a price before and after. */
  private static Optional<String> unit(PriceChanges.Solved before, PriceChanges.Solved after) {
    return List.copyOf(before.equilibrium().prices().keySet()).reversed().stream()
        .filter(good -> before.equilibrium().price(good) > 0)
        .filter(good -> after.equilibrium().price(good) > 0)
        .findFirst();
  }

  private static void check(String shock, String good, PriceChanges changes) {
    var price = changes.price(good);
    double size = Math.max(Math.abs(price.before()), Math.abs(price.after()));
    var accounts = new ArrayList<Account>(changes.users(good));
    accounts.addAll(changes.makers(good));
    for (var account : accounts) {
      if (account instanceof Explained(var party, var quantity, var parts)) {
        var what = "%s: price of %s, %s".formatted(shock, good, party);
        double sum = parts.stream().mapToDouble(Part::amount).sum();
        double moved = parts.stream().mapToDouble(p -> Math.abs(p.amount())).sum();
        assertThat(sum).as(what).isCloseTo(price.delta(), within(ROUNDING * Math.max(size, moved)));
        if (quantity.before() > 0 && quantity.after() > 0) {
          parts.stream()
              .filter(part -> part.cause() == Cause.SLACK)
              .forEach(part ->
                  assertThat(part.amount())
                      .as("slack: " + what)
                      .isCloseTo(0, within(SEARCHED * size)));
        }
      }
    }
  }
}
