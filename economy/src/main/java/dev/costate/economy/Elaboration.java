package dev.costate.economy;

import dev.costate.economy.index.Expansion;
import dev.costate.economy.index.Tables;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
    var expanded = Expansion.expand(file, Settings.replaced(file, overrides), tables, diagnostics);
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    var ofMembers = new Diagnostics();
    var economy = new Elaboration(expanded.get(), overrides, derivatives, ofMembers).run();
    OncePerPlace.report(ofMembers, diagnostics);
    if (economy.isPresent()) {
      Unused.parameters(file, diagnostics);
    }
    return economy.map(found -> new Elaborated(expanded.get(), found));
  }

  /**
   * A market and the file it was read from, without sets.
   *
   * @param file every declaration written out
   */
  public record Elaborated(MarketFile file, Economy economy) {}

  private Optional<Economy> run() {
    if (NotYet.refuses(file, diagnostics)) {
      return Optional.empty();
    }
    for (var parameter : all(ParameterDeclaration.class)) {
      parameters.add(parameter.name().text());
      draft.constant(parameter.name().text(), parameter.value(), Dotted.Range.ANY);
    }
    nameGoods();
    var curves = new CurveReader(draft, goods.keySet());
    var laterGoods = new LinkedHashMap<String, Function<Numbers, Good>>();
    for (var good : all(GoodDeclaration.class)) {
      laterGoods.putIfAbsent(good.name().text(), GoodReader.read(good, draft, curves));
    }
    var laterFirms =
        all(FirmDeclaration.class).stream()
            .map(f -> FirmReader.read(f, draft, parameters))
            .toList();
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
    var economy = economy(numbers, laterGoods, laterFirms, settings);
    MarketChecks.check(economy, diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(economy);
  }

  private Economy economy(
      Numbers numbers,
      Map<String, Function<Numbers, Good>> laterGoods,
      List<Function<Numbers, Firm>> laterFirms,
      Settings settings) {
    var known = new ArrayList<Good>();
    goods.forEach((name, first) -> {
      var declared = laterGoods.get(name);
      known.add(declared == null ? named(first) : declared.apply(numbers));
    });
    var numeraire = all(NumeraireDeclaration.class).stream().findFirst().map(n -> n.good().text());
    return new Economy(
        known,
        laterFirms.stream().map(later -> later.apply(numbers)).toList(),
        List.of(),
        List.of(),
        numbers.program(),
        numbers.values(),
        numeraire,
        settings.scenarios());
  }

  /** A good that is only named in a firm. */
  private static Good named(Name name) {
    return new Good(
        name.text(), "", "", List.of(), Good.Disposal.FREE, OptionalDouble.empty(), name.place());
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
        case Declaration.FunctionDeclaration _,
            ParameterDeclaration _,
            Declaration.TableDeclaration _,
            Declaration.FirmTableDeclaration _,
            Declaration.ConsumerDeclaration _,
            Declaration.UnknownDeclaration _,
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
