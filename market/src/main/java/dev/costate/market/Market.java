package dev.costate.market;

import dev.costate.dynamics.Settings;
import dev.costate.dynamics.Shock;
import dev.costate.dynamics.Simulation;
import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.economy.Suggestion;
import dev.costate.economy.index.Tables;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.EquilibriumSearch;
import dev.costate.equilibrium.IndexedEquilibrium;
import dev.costate.equilibrium.Outcome;
import dev.costate.equilibrium.sensitivity.Measure;
import dev.costate.equilibrium.sensitivity.Sensitivities;
import dev.costate.language.Diagnostic;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.market.read.Asked;
import dev.costate.market.read.Reading;
import dev.costate.runtime.NumberText;
import dev.costate.tables.CsvTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An economy that can be solved, and solved again with other numbers. Immutable: {@link #with}
 * returns another market. May be used by several threads at once.
 *
 * <p>Prices, profits, incomes and rents are in money where outsiders trade, else in units of the
 * numeraire; {@link Equilibrium#in} expresses them in any good.
 */
public final class Market {
  private static final String TEXT = "market";

  private final Reading reading;
  private final Economy economy;
  private final List<Diagnostic> warnings;

  private Market(Reading reading) {
    this.reading = reading;
    economy =
        reading
            .elaborated()
            .orElseThrow(() -> new InvalidMarketException(reading.diagnostics()))
            .economy();
    warnings = reading.diagnostics();
  }

  /**
   * The market of a {@code .market} file; tables that it names are looked for beside it.
   *
   * @throws IOException if the file cannot be read or is not UTF-8
   * @throws InvalidMarketException if there are errors in it
   */
  public static Market read(Path path) throws IOException {
    var source = Source.of(path.toString(), Files.readString(path));
    var folder = path.getParent();
    return of(
        source,
        folder == null
            ? new CsvTables(Path.of(""), "")
            : new CsvTables(folder, folder + folder.getFileSystem().getSeparator()));
  }

  /**
   * The market that a text describes.
   *
   * @throws InvalidMarketException if there are errors in it; if it names a table, which has to be
   *     beside a file
   */
  public static Market parse(String text) {
    return of(Source.of(TEXT, text), Tables.none());
  }

  static Market of(Source source, Tables tables) {
    return new Market(Reading.of(source, Overrides.NONE, tables));
  }

  /** What is solved: goods, firms, consumers, with every number known. */
  public Economy economy() {
    return economy;
  }

  /** What is suspicious about it though no error, such as a good that nobody buys. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /**
   * Every number of the declarations by its name ({@code payroll}, {@code natgas.supply}, {@code
   * Bakery.bread.tax}), as it is here.
   */
  public Map<String, Double> parameters() {
    return economy.parameters();
  }

  /**
   * The same market with another value of one parameter. Parameters that are computed from it
   * follow.
   *
   * @param parameter its name, for a number of a declaration the dotted one ({@code natgas.supply})
   * @param value in the parameter's unit; a rate of 20% is 0.2
   * @throws IllegalArgumentException if there is no such parameter or the value is not finite
   * @throws InvalidMarketException if the market is wrong with this value
   */
  public Market with(String parameter, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "the value of '%s' is %s, but must be a finite number".formatted(parameter, value));
    }
    return with(parameter, NumberText.of(value));
  }

  /**
   * The same with an expression of the language, such as {@code 20%} or {@code 2 * base}.
   *
   * @throws IllegalArgumentException if there is no such parameter
   * @throws InvalidMarketException if the market is wrong with this value
   */
  public Market with(String parameter, String value) {
    if (!economy.parameters().containsKey(parameter)) {
      throw new IllegalArgumentException(
          "there is no parameter '%s': %s"
              .formatted(parameter, Suggestion.of(parameter, economy.parameters().keySet())));
    }
    var settings = new ArrayList<>(reading.overrides().settings());
    settings.removeIf(setting -> setting.startsWith(parameter + " ="));
    settings.add(parameter + " = " + value);
    return changed(reading.overrides().scenarios(), settings);
  }

  /**
   * The same market with a scenario that it declares. Values from {@link #with} go before those of
   * scenarios, whatever is said first; of two scenarios the later goes before.
   *
   * @throws IllegalArgumentException if there is no such scenario
   */
  public Market withScenario(String name) {
    var names = economy.scenarios().stream().map(s -> s.name()).toList();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "there is no scenario '%s': %s".formatted(name, Suggestion.of(name, names)));
    }
    var scenarios = new ArrayList<>(reading.overrides().scenarios());
    scenarios.add(name);
    return changed(scenarios, reading.overrides().settings());
  }

  /**
   * The market out of equilibrium, to be run round by round.
   *
   * @param settings the dynamics, the most rounds, and what chance does
   * @param shocks in the order of their rounds; the market of each is this one with other numbers
   * @throws IllegalArgumentException if agents cannot act with what they know, with the reason (see
   *     {@link Simulation#obstacle}), or shocks are out of order
   */
  public Simulation simulation(Settings settings, Shock... shocks) {
    Simulation.obstacle(economy)
        .ifPresent(obstacle -> {
          throw new IllegalArgumentException("this market cannot be run: " + obstacle);
        });
    return Simulation.of(traded(), settings, List.of(shocks));
  }

  private Market changed(List<String> scenarios, List<String> settings) {
    var changed = new Overrides(scenarios, settings, "withScenario", "with");
    return new Market(Reading.of(reading.file(), changed, reading.tables()));
  }

  /**
   * The equilibrium.
   *
   * @throws NoEquilibriumException if none was found or none exists, with the reason
   */
  public Equilibrium solve() {
    return equilibrium(search());
  }

  /**
   * The equilibrium, looked for first near one of a market like this, which takes fewer steps where
   * little has changed. Where nothing is found from there the search begins as usual; {@link
   * Equilibrium.Effort#start} says so. Where there are several equilibria it is one near the last.
   *
   * @param last of this market with other numbers, or with a firm, a good or a consumer more or
   *     less; in any unit of account
   * @throws NoEquilibriumException if none was found or none exists, with the reason
   */
  public Equilibrium solveFrom(Equilibrium last) {
    return equilibrium(searchFrom(last));
  }

  /**
   * The derivatives of an equilibrium of this market with respect to its numbers: of any measure
   * with respect to all numbers from one adjoint solve, or of all measures with respect to one
   * number. Measures in money are in the unit of account of the equilibrium.
   *
   * @throws dev.costate.equilibrium.sensitivity.NoDerivative if the conditions do not say how the
   *     equilibrium moves, or it is not one of this market
   */
  public Sensitivities sensitivities(Equilibrium equilibrium) {
    return Sensitivities.of(economy, equilibrium);
  }

  /**
   * Something about an equilibrium that is one number, in the words of {@code costate sensitivity
   * --of}: a measure ({@code price bread}) or an expression of several ({@code income(state) - 0.5
   * * price(bread)}).
   *
   * @throws InvalidMarketException if there are errors in it
   */
  public Measure measure(String words) {
    var asked = Asked.of(Source.of("measure", words), reading);
    return asked.measure().orElseThrow(() -> new InvalidMarketException(asked.diagnostics()));
  }

  /** An equilibrium, or what stands in its way. */
  public Outcome search() {
    return inNumeraire(EquilibriumSearch.solve(traded()));
  }

  /** As {@link #solveFrom}, for who expects that there may be none. */
  public Outcome searchFrom(Equilibrium last) {
    return inNumeraire(EquilibriumSearch.solveFrom(traded(), last));
  }

  /**
   * The distinct equilibria that searches from several starts find, each with its index.
   *
   * @param starts how many searches; the more, the less likely it is that one is missed
   */
  public List<IndexedEquilibrium> equilibria(int starts) {
    return EquilibriumSearch.all(traded(), starts).stream()
        .map(each ->
            inNumeraire(new Outcome.Solved(each.equilibrium()))
                    instanceof Outcome.Solved(var equilibrium)
                ? new IndexedEquilibrium(equilibrium, each.index())
                : each)
        .toList();
  }

  /**
   * The economy, if anything is traded in it.
   *
   * @throws InvalidMarketException if the text has functions alone
   */
  private Economy traded() {
    if (economy.isMarket()) {
      return economy;
    }
    throw new InvalidMarketException(
        List.of(
            Diagnostic.error(
                new Place(reading.file().source(), 0, 0),
                "there are no goods and no firms",
                "a market begins like this: good bread: price 2")));
  }

  private static Equilibrium equilibrium(Outcome outcome) {
    if (outcome instanceof Outcome.Solved(var equilibrium)) {
      return equilibrium;
    }
    throw new NoEquilibriumException(outcome);
  }

  /** A closed market has been solved in its numeraire; one with money may declare another unit. */
  private Outcome inNumeraire(Outcome outcome) {
    var unit = economy.numeraire().filter(_ -> !economy.isClosed());
    if (unit.isEmpty() || !(outcome instanceof Outcome.Solved(var equilibrium))) {
      return outcome;
    }
    var good = unit.get();
    if (equilibrium.price(good) != 0) {
      return new Outcome.Solved(equilibrium.in(good));
    }
    return new Outcome.Refused(
        List.of(
            Diagnostic.error(
                economy.good(good).place(),
                "prices cannot be expressed in '%s': its price is 0".formatted(good),
                "choose a good that has a price")));
  }
}
