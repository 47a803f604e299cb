package dev.costate.economy.index;

import dev.costate.economy.index.Instances.Instance;
import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.DottedName;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Subscript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The writing out of one market: first what there is, then what is said of each. */
final class Writing {
  private final MarketFile file;
  private final Reports reports;
  private final Parameters parameters = new Parameters();
  private final Constants constants;
  private final Instances instances;
  private final ParameterTables tables;
  private final FirmTables firmTables;
  private final Names names;

  /** What each indexed declaration stands for; nothing where that could not be found out. */
  private final Map<Declaration, List<Instance>> all = new IdentityHashMap<>();

  Writing(MarketFile file, Tables tables, Reports reports) {
    this.file = file;
    this.reports = reports;
    this.constants = new Constants(declared(SetDeclaration.class), parameters, new Budget());
    this.instances = new Instances(constants);
    this.tables = new ParameterTables(tables, constants, reports);
    this.firmTables = new FirmTables(tables, file.functions(), constants, reports);
    this.names = new Names(reports);
  }

  MarketFile run(List<Setting> replaced) {
    defineParameters(replaced);
    checkSets();
    file.declarations().forEach(this::enumerate);
    var written = new ArrayList<Declaration>();
    for (var declaration : file.declarations()) {
      write(declaration, written);
    }
    return new MarketFile(file.source(), written, file.closing());
  }

  /** The parameters at whose values a condition decided by a hair. */
  Set<String> decisive() {
    return parameters.decisive();
  }

  private <T extends Declaration> List<T> declared(Class<T> kind) {
    return file.declarations().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void defineParameters(List<Setting> replaced) {
    for (var parameter : declared(ParameterDeclaration.class)) {
      if (parameter.subscripts().isEmpty()) {
        parameters.define(parameter.name().text(), parameter.value(), Bindings.NONE);
      } else {
        family(parameter, parameter.name());
      }
    }
    declared(TableDeclaration.class).forEach(table -> family(table, table.name()));
    for (var setting : replaced) {
      if (setting.parameter().isPlain()) {
        parameters.replace(setting.parameter().text(), setting.value(), Bindings.NONE);
      }
    }
    for (var setting : replaced) {
      attempt(() ->
          settings(setting)
              .forEach((name, bindings) -> parameters.replace(name, setting.value(), bindings)));
    }
  }

  private void family(Declaration declaration, Name base) {
    parameters.family(base.text());
    parameters.defineLater(base.text(), () -> enumerate(declaration));
  }

  private void checkSets() {
    for (var set : declared(SetDeclaration.class)) {
      attempt(() -> constants.sets().of(set.members(), Bindings.NONE));
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (IndexError error) {
      reports.error(error);
    }
  }

  /** Finds what a declaration stands for, once. */
  private void enumerate(Declaration declaration) {
    if (all.containsKey(declaration)) {
      return;
    }
    all.put(declaration, List.of());
    switch (declaration) {
      case GoodDeclaration d -> enumerate(d, Kind.GOOD, d.name(), d.subscripts());
      case FirmDeclaration d -> {
        enumerate(d, Kind.FIRM, d.name(), d.subscripts());
        d.outputs().forEach(names::use);
        d.inputs().forEach(names::use);
      }
      case ConsumerDeclaration d -> {
        enumerate(d, Kind.CONSUMER, d.name(), d.subscripts());
        names.use(d);
      }
      case UnknownDeclaration d -> enumerate(d, Kind.NUMBER, d.name(), d.subscripts());
      case ParameterDeclaration d -> {
        enumerate(d, Kind.NUMBER, d.name(), d.subscripts());
        define(d);
      }
      case TableDeclaration d -> {
        enumerate(d, Kind.NUMBER, d.name(), d.subscripts());
        tables
            .read(d, found(d))
            .forEach((name, value) -> parameters.define(name, value, Bindings.NONE));
      }
      case FunctionDeclaration _,
          SetDeclaration _,
          FirmTableDeclaration _,
          NumeraireDeclaration _,
          ScenarioDeclaration _ -> {}
    }
  }

  private List<Instance> found(Declaration declaration) {
    return all.getOrDefault(declaration, List.of());
  }

  private void define(ParameterDeclaration parameter) {
    for (var instance : found(parameter)) {
      parameters.define(instance.name(), parameter.value(), instance.bindings());
    }
  }

  private void enumerate(
      Declaration declaration, Kind kind, Name name, List<Subscript> subscripts) {
    attempt(() -> {
      var found = instances.of(name, subscripts, declaration.place());
      all.put(declaration, found);
      if (!subscripts.isEmpty()) {
        names.declare(kind, name, found, !instances.areSingle(subscripts));
      }
    });
  }

  private void write(Declaration declaration, List<Declaration> out) {
    switch (declaration) {
      case FunctionDeclaration d -> out.add(function(d));
      case SetDeclaration _ -> {}
      case FirmTableDeclaration d -> out.addAll(firmTables.firms(d));
      case NumeraireDeclaration d ->
          out.add(
              new NumeraireDeclaration(
                  substitution(names.ofMarket(), Set.of(), Bindings.NONE).reference(d.good()),
                  d.trivia(),
                  d.place()));
      case ScenarioDeclaration d -> out.add(scenario(d));
      case TableDeclaration d ->
          tables
              .read(d, found(d))
              .forEach((name, value) ->
                  out.add(
                      new ParameterDeclaration(
                          new Name(name, d.name().place()),
                          List.of(),
                          value,
                          d.trivia(),
                          d.place())));
      case ParameterDeclaration d -> {
        for (var instance : found(d)) {
          var inner = substitution(names.ofNumbers(), Set.of(), instance.bindings());
          out.add(
              new ParameterDeclaration(
                  new Name(instance.name(), d.name().place()),
                  List.of(),
                  inner.expression(d.value()),
                  d.trivia(),
                  d.place()));
        }
      }
      case GoodDeclaration d -> members(d, out);
      case FirmDeclaration d -> members(d, out);
      case ConsumerDeclaration d -> members(d, out);
      case UnknownDeclaration d -> members(d, out);
    }
  }

  private void members(Declaration declaration, List<Declaration> out) {
    for (var instance : found(declaration)) {
      var member =
          new MemberWriting(
              substitution(names.ofMarket(), Set.of(), instance.bindings()),
              names,
              instance.name());
      out.add(member.of(declaration));
    }
  }

  private Declaration function(FunctionDeclaration function) {
    var locals = new HashSet<>(Locals.of(function.body().statements()));
    function.parameters().forEach(parameter -> locals.add(parameter.text()));
    var code = new CodeSubstitution(substitution(names.ofNumbers(), locals, Bindings.NONE));
    return new FunctionDeclaration(
        function.name(),
        function.parameters(),
        code.block(function.body()),
        function.trivia(),
        function.place());
  }

  private Substitution substitution(List<Families> visible, Set<String> locals, Bindings bindings) {
    return new Substitution(constants, reports, visible, locals, bindings);
  }

  private Declaration scenario(ScenarioDeclaration scenario) {
    var written = new ArrayList<Setting>();
    for (var setting : scenario.settings()) {
      attempt(() ->
          settings(setting)
              .forEach((name, bindings) -> {
                var inner = substitution(names.ofNumbers(), Set.of(), bindings);
                written.add(
                    new Setting(
                        plain(name, setting.parameter().place()),
                        inner.expression(setting.value()),
                        setting.trivia(),
                        setting.place()));
              }));
    }
    return new ScenarioDeclaration(
        scenario.name(), written, scenario.closing(), scenario.trivia(), scenario.place());
  }

  private static DottedName plain(String name, Place place) {
    return new DottedName(List.of(new DottedName.Part(new Name(name, place), List.of())), place);
  }

  /** The numbers that a setting sets, by their full names. */
  private Map<String, Bindings> settings(Setting setting) {
    Map<String, Bindings> prefixes = new LinkedHashMap<>();
    prefixes.put("", Bindings.NONE);
    for (var part : setting.parameter().parts()) {
      var longer = new LinkedHashMap<String, Bindings>();
      prefixes.forEach((prefix, bindings) -> {
        for (var instance :
            instances.of(part.name(), part.subscripts(), setting.place(), bindings)) {
          longer.put(
              prefix.isEmpty() ? instance.name() : prefix + "." + instance.name(),
              instance.bindings());
        }
      });
      prefixes = longer;
    }
    return prefixes;
  }
}
