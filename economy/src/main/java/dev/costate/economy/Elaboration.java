package dev.costate.economy;

import dev.costate.economy.index.Expansion;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a market out of a syntax tree: names resolved, scenarios and overrides applied, every
 * number evaluated.
 */
public final class Elaboration {
  private final MarketFile file;
  private final Overrides overrides;
  private final Diagnostics diagnostics;
  private final Draft draft;
  private final Map<String, Name> goods = new LinkedHashMap<>();
  private final LinkedHashSet<String> parameters = new LinkedHashSet<>();

  private final Derivatives derivatives;
  private List<Function<Numbers, Firm>> laterFirms = List.of();
  private List<Function<Numbers, Consumer>> laterConsumers = List.of();
  private List<Function<Numbers, Unknown>> laterUnknowns = List.of();
  private Optional<Expression> asked = Optional.empty();
  private Optional<Question> question = Optional.empty();

  private Elaboration(
      MarketFile file, Overrides overrides, Derivatives derivatives, Diagnostics diagnostics) {
    this.file = file;
    this.derivatives = derivatives;
    this.overrides = overrides;
    this.diagnostics = diagnostics;
    this.draft = new Draft(file.functions(), diagnostics);
  }

  /**
   * The market that a file describes; empty if there are errors, all of which are in the
   * diagnostics then.
   *
   * @param overrides scenarios and settings that replace numbers of the file
   */
  public static Optional<Economy> elaborate(
      MarketFile file, Overrides overrides, Diagnostics diagnostics) {
    return elaborate(file, overrides, Derivatives.none(), diagnostics);
  }

  /** The same where code may take gradients. */
  public static Optional<Economy> elaborate(
      MarketFile file, Overrides overrides, Derivatives derivatives, Diagnostics diagnostics) {
    return elaborate(file, overrides, derivatives, Tables.none(), diagnostics)
        .map(Elaborated::economy);
  }

  /** The same where the file may name tables. */
  public static Optional<Elaborated> elaborate(
      MarketFile file,
      Overrides overrides,
      Derivatives derivatives,
      Tables tables,
      Diagnostics diagnostics) {
    // Once, or each part of the work would begin a thread of its own.
    return DeepStack.call(() -> elaborateHere(file, overrides, derivatives, tables, diagnostics));
  }

  private static Optional<Elaborated> elaborateHere(
      MarketFile file,
      Overrides overrides,
      Derivatives derivatives,
      Tables tables,
      Diagnostics diagnostics) {
    var expanded = Expansion.written(file, Settings.replaced(file, overrides), tables, diagnostics);
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    var economy =
        OncePerPlace.reported(
            diagnostics,
            own ->
                new Elaboration(expanded.get().file(), overrides, derivatives, own)
                    .run(expanded.get().decisive()));
    if (economy.isPresent()) {
      Unused.parameters(file, diagnostics);
    }
    return economy.map(found -> new Elaborated(expanded.get().file(), found));
  }

  /**
   * An expression that is asked of a market; empty if there are errors, all of which are in the
   * diagnostics then.
   *
   * @param file of a market without errors, as it was written
   * @param asked may read what conditions may, and {@code utility(c)}, {@code taxes(c)}, {@code
   *     profit(f)}, {@code welfare} and {@code surplus} besides
   */
  public static Optional<Question> question(
      MarketFile file,
      Expression asked,
      Overrides overrides,
      Derivatives derivatives,
      Tables tables,
      Diagnostics diagnostics) {
    var name = free(file);
    var expanded =
        Expansion.written(
            Question.into(file, asked, name),
            Settings.replaced(file, overrides),
            tables,
            diagnostics);
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    var whole = expanded.get().file();
    var elaboration =
        new Elaboration(Question.without(whole, name), overrides, derivatives, diagnostics);
    elaboration.asked = Optional.of(Question.outOf(whole, name));
    elaboration.run(Set.of());
    return diagnostics.hasErrors() ? Optional.empty() : elaboration.question;
  }

  /** A name for what is asked that nothing in the text has. */
  private static String free(MarketFile file) {
    var name = "answer";
    while (file.source().text().contains(name)) {
      name += "_";
    }
    return name;
  }

  /**
   * A market and the file it was read from, without sets.
   *
   * @param file every declaration written out
   */
  public record Elaborated(MarketFile file, Economy economy) {}

  private Optional<Economy> run(Set<String> decisive) {
    if (NotYet.refuses(file, diagnostics)) {
      return Optional.empty();
    }
    for (var parameter : all(ParameterDeclaration.class)) {
      parameters.add(parameter.name().text());
      draft.constant(parameter.name().text(), parameter.value(), Dotted.Range.ANY);
    }
    all(UnknownDeclaration.class).forEach(unknown -> draft.unknown(unknown.name().text()));
    nameGoods();
    var names = names();
    var amounts = new AmountReader(draft, names);
    var wedges = new WedgeReader(draft, names, amounts);
    var curves = new CurveReader(draft, goods.keySet());
    var laterGoods = new LinkedHashMap<String, Function<Numbers, Good>>();
    for (var good : all(GoodDeclaration.class)) {
      laterGoods.putIfAbsent(good.name().text(), GoodReader.read(good, draft, curves));
    }
    laterFirms =
        all(FirmDeclaration.class).stream()
            .map(f -> FirmReader.read(f, draft, parameters, wedges))
            .toList();
    laterConsumers =
        all(ConsumerDeclaration.class).stream()
            .map(c -> ConsumerReader.read(c, draft, names, amounts, wedges))
            .toList();
    laterUnknowns =
        all(UnknownDeclaration.class).stream()
            .map(u -> UnknownReader.read(u, draft, amounts))
            .toList();
    var answer = asked.map(e -> AmountReader.question(draft, names, "answer", e));
    var settings = new Settings(draft, all(ScenarioDeclaration.class));
    settings.apply(overrides);
    var functions = numberFunctions();
    var program = Code.lower(draft, derivatives);
    if (diagnostics.hasErrors() || program.isEmpty()) {
      return Optional.empty();
    }
    var numbers = new Numbers(draft, program.get(), functions).evaluate();
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    question =
        answer.map(amount -> new Question(numbers.program(), amount.function(), amount.readings()));
    var economy = economy(numbers, decisive, laterGoods, settings);
    MarketChecks.check(economy, draft.fixedSupplies(), diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(economy);
  }

  private Economy economy(
      Numbers numbers,
      Set<String> decisive,
      Map<String, Function<Numbers, Good>> laterGoods,
      Settings settings) {
    var known = new ArrayList<Good>();
    goods.forEach((name, first) -> {
      var declared = laterGoods.get(name);
      known.add(declared == null ? named(first) : declared.apply(numbers));
    });
    var numeraire = all(NumeraireDeclaration.class).stream().findFirst().map(n -> n.good().text());
    var firms = laterFirms.stream().map(later -> later.apply(numbers)).toList();
    var consumers = laterConsumers.stream().map(later -> later.apply(numbers)).toList();
    var economy =
        new Economy(
            known,
            firms,
            consumers,
            laterUnknowns.stream().map(later -> later.apply(numbers)).toList(),
            numbers.program(),
            numbers.values(),
            numbers.definitions(decisive),
            numeraire,
            settings.scenarios());
    return numeraire.isEmpty() && economy.isClosed() && !goods.isEmpty()
        ? economy.withNumeraire(firstNamed())
        : economy;
  }

  /** The good whose name comes first in the file. */
  private String firstNamed() {
    return goods.entrySet().stream()
        .min(Comparator.comparingInt(entry -> entry.getValue().place().start()))
        .orElseThrow()
        .getKey();
  }

  /** A good that is only named in a firm. */
  private static Good named(Name name) {
    return new Good(
        name.text(), "", "", List.of(), Good.Disposal.FREE, OptionalDouble.empty(), name.place());
  }

  private MarketNames names() {
    return new MarketNames(
        goods.keySet(),
        named(FirmDeclaration.class, d -> d.name().text()),
        named(ConsumerDeclaration.class, d -> d.name().text()),
        named(UnknownDeclaration.class, d -> d.name().text()),
        parameters);
  }

  private <T extends Declaration> Set<String> named(Class<T> kind, Function<T, String> name) {
    return new LinkedHashSet<>(all(kind).stream().map(name).toList());
  }

  /** Every good in order of first appearance in the file. */
  private void nameGoods() {
    for (var declaration : file.declarations()) {
      switch (declaration) {
        case GoodDeclaration good -> goods.putIfAbsent(good.name().text(), good.name());
        case FirmDeclaration firm -> {
          firm.inputs().forEach(port -> goods.putIfAbsent(port.good().text(), port.good().name()));
          firm.outputs().forEach(port -> goods.putIfAbsent(port.good().text(), port.good().name()));
        }
        case ConsumerDeclaration consumer ->
            ConsumerReader.goods(consumer).forEach(good -> goods.putIfAbsent(good.text(), good));
        case Declaration.FunctionDeclaration _,
            ParameterDeclaration _,
            Declaration.TableDeclaration _,
            Declaration.FirmTableDeclaration _,
            UnknownDeclaration _,
            Declaration.SetDeclaration _,
            NumeraireDeclaration _,
            ScenarioDeclaration _ -> {}
      }
    }
    for (var numeraire : all(NumeraireDeclaration.class)) {
      if (!goods.containsKey(numeraire.good().text())) {
        diagnostics.error(
            numeraire.good().place(),
            "there is no good '%s'".formatted(numeraire.good()),
            Suggestion.of(numeraire.good().text(), goods.keySet()));
      }
    }
  }

  /** One function without parameters for each number. */
  private Map<String, String> numberFunctions() {
    var functions = new LinkedHashMap<String, String>();
    for (var number : draft.numbers().values()) {
      Place place = number.place();
      var body = new Statement.Return(List.of(number.expression()), Trivia.NONE, place);
      functions.put(number.name(), draft.helper(number.name(), List.of(body), place));
    }
    return functions;
  }

  private <T extends Declaration> List<T> all(Class<T> kind) {
    return file.declarations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
