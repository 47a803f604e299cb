package dev.costate.market;

import static dev.costate.market.Composition.number;
import static dev.costate.market.Composition.quoted;

import dev.costate.economy.Economy;
import dev.costate.economy.Overrides;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.parse.Parser;
import dev.costate.language.print.Formatter;
import dev.costate.market.read.Reading;
import dev.costate.tables.CsvTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds an economy. It composes the text of a {@code .market} file, each element at its place in
 * the order of the calls, and reads it as such a file is read: checks and messages are the same,
 * with the element as the place ({@code firm bakery, buys flour}). Names, rates, conditions and
 * code are language text; sets are rarely needed, since a loop of Java declares {@code power[1]},
 * {@code power[2]} one by one.
 *
 * <p>Nothing is checked before {@link #market}, {@link #build} or {@link #text}; these may be
 * called several times, with more declared in between. Not thread-safe.
 */
public final class EconomyBuilder {
  private final List<Element> elements = new ArrayList<>();
  private Tables tables = Tables.none();
  private int texts;

  /** Nothing is declared yet. */
  public EconomyBuilder() {}

  /** One declaration of one line. */
  private EconomyBuilder line(String element, String text) {
    elements.add(composition -> composition.fragment(element, text).words(element, "\n"));
    return this;
  }

  /**
   * A good, also an indexed one ({@code power[3]}). Needed only for how outsiders trade it and how
   * it is shown.
   */
  public GoodBuilder good(String name) {
    var good = new GoodBuilder(name);
    elements.add(good::compose);
    return good;
  }

  /** A firm. */
  public FirmBuilder firm(String name) {
    var firm = new FirmBuilder(name);
    elements.add(firm::compose);
    return firm;
  }

  /** A consumer. */
  public ConsumerBuilder consumer(String name) {
    var consumer = new ConsumerBuilder(name);
    elements.add(consumer::compose);
    return consumer;
  }

  /** A number that code, rates and amounts can read, and that {@link Market#with} changes. */
  public EconomyBuilder parameter(String name, double value) {
    return parameter(name, number(value));
  }

  /** The same with an expression, which may read other parameters. */
  public EconomyBuilder parameter(String name, String value) {
    return line("parameter " + name, "parameter %s = %s".formatted(name, value));
  }

  /**
   * A number for each member of a set, from a CSV file: {@code parameterTable("load[hour]",
   * "load.csv")}.
   */
  public EconomyBuilder parameterTable(String name, String file) {
    return line("parameter " + name, "parameter %s from %s".formatted(name, quoted(file)));
  }

  /** The same with the value of what the table leaves out. */
  public EconomyBuilder parameterTable(String name, String file, double otherwise) {
    return line(
        "parameter " + name,
        "parameter %s from %s default %s".formatted(name, quoted(file), number(otherwise)));
  }

  /** As many firms as a CSV file has rows, with their inputs in another. */
  public EconomyBuilder firmTable(String firms, String inputs) {
    return line(
        "firms " + firms, "firms from %s with inputs %s".formatted(quoted(firms), quoted(inputs)));
  }

  /** The same with further outputs in a third file. */
  public EconomyBuilder firmTable(String firms, String inputs, String outputs) {
    return line(
        "firms " + firms,
        "firms from %s with inputs %s outputs %s"
            .formatted(quoted(firms), quoted(inputs), quoted(outputs)));
  }

  /** Where tables are looked for; without this there are none. */
  public EconomyBuilder tablesFrom(Path folder) {
    tables =
        new CsvTables(
            folder,
            folder.toString().isEmpty() ? "" : folder + folder.getFileSystem().getSeparator());
    return this;
  }

  /**
   * A number that is solved for with the market: {@code unknown("rate", "income(state) == 10")}.
   */
  public EconomyBuilder unknown(String name, String condition) {
    return line("unknown " + name, "unknown %s: %s".formatted(name, condition));
  }

  /**
   * A number between bounds that is solved for with the market: at the lower bound its condition
   * {@code F >= G} holds, inside F equals G, at the upper bound F is at most G.
   *
   * @param bounds as the language writes them: {@code 0..1}, {@code 0..}
   */
  public EconomyBuilder unknown(String name, String bounds, String condition) {
    return line("unknown " + name, "unknown %s in %s: %s".formatted(name, bounds, condition));
  }

  /** A set with members by name. */
  public EconomyBuilder set(String name, String first, String... more) {
    var members = new ArrayList<String>();
    members.add(first);
    members.addAll(List.of(more));
    return line("set " + name, "set %s = %s".formatted(name, String.join(", ", members)));
  }

  /** A set of whole numbers. */
  public EconomyBuilder set(String name, int from, int to) {
    return line("set " + name, "set %s = %d..%d".formatted(name, from, to));
  }

  /** A function that code can call: {@code function("twice(x)", "return 2 * x")}. */
  public EconomyBuilder function(String head, String code) {
    var element = "function " + head;
    elements.add(composition ->
        composition
            .words(element, "function ")
            .fragment(element, head)
            .words(element, ":\n")
            .code(element + ", code", code, 1));
    return this;
  }

  /** A named change of parameters, for {@link Market#withScenario}. */
  public ScenarioBuilder scenario(String name) {
    var scenario = new ScenarioBuilder(name);
    elements.add(scenario::compose);
    return scenario;
  }

  /** The good in units of which prices are reported. */
  public EconomyBuilder numeraire(String good) {
    return line("numeraire " + good, "numeraire " + good);
  }

  /** Declarations as language text, any number of them. */
  public EconomyBuilder declare(String text) {
    var element = "text " + ++texts;
    elements.add(composition -> composition.words(element, text.stripIndent().strip() + "\n"));
    return this;
  }

  /**
   * The text of a {@code .market} file that describes the same economy, in canonical form; as far
   * as it can be composed if there are errors.
   */
  public String text() {
    var source = composed().source();
    var diagnostics = new Diagnostics();
    var file = Parser.parse(source, diagnostics);
    return diagnostics.hasErrors() ? source.text() : Formatter.print(file);
  }

  /**
   * The economy: immutable, whatever is declared later.
   *
   * @throws InvalidMarketException with every error
   */
  public Economy build() {
    return market().economy();
  }

  /**
   * The economy, ready to be solved.
   *
   * @throws InvalidMarketException with every error
   */
  public Market market() {
    var composition = composed();
    if (composition.errors().hasErrors()) {
      throw new InvalidMarketException(errors(composition));
    }
    return Market.of(composition.source(), tables);
  }

  /** Those of elements, and those of the rest as far as they are no consequence. */
  private List<Diagnostic> errors(Composition composition) {
    var all = new ArrayList<>(composition.errors().all());
    var reading = Reading.of(composition.source(), Overrides.NONE, tables);
    if (composition.isComplete()) {
      all.addAll(reading.diagnostics());
    }
    return all.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).toList();
  }

  private Composition composed() {
    var composition = new Composition();
    elements.forEach(element -> element.compose(composition));
    return composition;
  }
}
