package dev.costate.market;

import dev.costate.language.Place;
import dev.costate.language.print.Formatter;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.FirmTableDeclaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ParameterDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.SetDeclaration;
import dev.costate.language.syntax.Declaration.TableDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.GoodLine.Curve;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Subscript;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says with a builder what stands in a file, declaration by declaration. */
final class Rebuilt {
  private final EconomyBuilder model = new EconomyBuilder();

  private Rebuilt() {}

  static EconomyBuilder of(MarketFile file) {
    var rebuilt = new Rebuilt();
    for (var declaration : file.declarations()) {
      switch (declaration) {
        case FunctionDeclaration function -> rebuilt.function(function);
        case GoodDeclaration good -> rebuilt.good(good);
        case FirmDeclaration firm -> rebuilt.firm(firm);
        case ConsumerDeclaration consumer -> rebuilt.consumer(consumer);
        case UnknownDeclaration unknown -> rebuilt.unknown(unknown);
        case SetDeclaration set -> rebuilt.set(set);
        case ScenarioDeclaration scenario -> rebuilt.scenario(scenario);
        case NumeraireDeclaration numeraire -> rebuilt.model.numeraire(numeraire.good().text());
        case ParameterDeclaration p ->
            rebuilt.model.parameter(head(p.name(), p.subscripts()), text(p.value()));
        case TableDeclaration t ->
            rebuilt.model.parameterTable(head(t.name(), t.subscripts()), t.file().text());
        case FirmTableDeclaration t -> rebuilt.model.firmTable(t.firms().text(), t.inputs().text());
      }
    }
    return rebuilt.model;
  }

  private static String text(Expression expression) {
    return Formatter.print(expression);
  }

  /** A name with its subscripts as written. */
  private static String head(Name name, List<Subscript> subscripts) {
    if (subscripts.isEmpty()) {
      return name.text();
    }
    var source = name.place().source().text();
    int end = source.indexOf(']', subscripts.getLast().place().end() - 1);
    return source.substring(name.place().start(), end + 1);
  }

  private static String code(List<Statement> statements) {
    return statements.stream().map(Formatter::print).collect(Collectors.joining());
  }

  private void function(FunctionDeclaration function) {
    var names = function.parameters().stream().map(Name::text).toList();
    model.function(
        "%s(%s)".formatted(function.name(), String.join(", ", names)),
        code(function.body().statements()));
  }

  private void good(GoodDeclaration declaration) {
    var good = model.good(head(declaration.name(), declaration.subscripts()));
    for (var line : declaration.lines()) {
      switch (line) {
        case GoodLine.FixedSupply l -> good.supply(text(l.quantity()));
        case GoodLine.FixedDemand l -> good.demand(text(l.quantity()));
        case GoodLine.FixedPrice l -> good.price(text(l.price()));
        case GoodLine.SupplyCurve(var price, Curve.Formula(var curve), _, _) ->
            good.supply(price.text(), text(curve));
        case GoodLine.DemandCurve(var price, Curve.Formula(var curve), _, _) ->
            good.demand(price.text(), text(curve));
        case GoodLine.SupplyCurve(var price, Curve.Code(var block), _, _) ->
            good.supplyCode(price.text(), code(block.statements()));
        case GoodLine.DemandCurve(var price, Curve.Code(var block), _, _) ->
            good.demandCode(price.text(), code(block.statements()));
        case GoodLine.Import l -> {
          if (l.limit().isPresent()) {
            good.importAt(text(l.price()), text(l.limit().get()));
          } else {
            good.importAt(text(l.price()));
          }
        }
        case GoodLine.Export l -> {
          if (l.limit().isPresent()) {
            good.exportAt(text(l.price()), text(l.limit().get()));
          } else {
            good.exportAt(text(l.price()));
          }
        }
        case GoodLine.Unit l -> good.unit(l.text());
        case GoodLine.Label l -> good.label(l.text());
        case GoodLine.NoDisposal _ -> good.noDisposal();
        case GoodLine.Start l -> good.start(text(l.price()));
      }
    }
  }

  private void firm(FirmDeclaration declaration) {
    var firm = model.firm(head(declaration.name(), declaration.subscripts()));
    declaration.outputs().forEach(port -> output(firm, port));
    declaration.inputs().forEach(port -> input(firm, port));
    declaration
        .choices()
        .forEach(choice -> firm.choosing(choice.name().text(), choice.bounds().place().text()));
    for (var line : declaration.lines()) {
      switch (line) {
        case FirmLine.Code(var statement) -> firm.code(Formatter.print(statement));
        case FirmLine.Capacity l -> firm.capacity(text(l.used()) + " <= " + text(l.limit()));
        case FirmLine.Start l -> firm.start(text(l.level()));
      }
    }
  }

  private static void output(FirmBuilder firm, Port port) {
    var wedges = wedges(port.wedges());
    if (port.each().isPresent()) {
      firm.makes(port.place().text());
    } else if (port.alias().isPresent()) {
      firm.makesAs(port.good().text(), port.alias().get().text(), wedges);
    } else if (wedges.length == 0) {
      firm.makes(port.good().text());
    } else {
      firm.makes(port.good().text(), wedges[0], rest(wedges));
    }
  }

  private static void input(FirmBuilder firm, Port port) {
    var wedges = wedges(port.wedges());
    if (port.each().isPresent()) {
      firm.from(port.place().text());
    } else if (port.alias().isPresent()) {
      firm.fromAs(port.good().text(), port.alias().get().text(), wedges);
    } else if (wedges.length == 0) {
      firm.from(port.good().text());
    } else {
      firm.from(port.good().text(), wedges[0], rest(wedges));
    }
  }

  private static Wedge[] rest(Wedge... wedges) {
    return java.util.Arrays.copyOfRange(wedges, 1, wedges.length);
  }

  private static Wedge[] wedges(List<dev.costate.language.syntax.Wedge> wedges) {
    var built = new ArrayList<Wedge>();
    for (var wedge : wedges) {
      built.add(
          switch (wedge) {
            case dev.costate.language.syntax.Wedge.Tax(var rate, var basis, var receiver, _) ->
                switch (basis) {
                  case VALUE -> Wedge.tax(text(rate), receiver.text());
                  case EACH -> Wedge.taxEach(text(rate), receiver.text());
                };
            case dev.costate.language.syntax.Wedge.Subsidy(var rate, var basis, var payer, _) ->
                switch (basis) {
                  case VALUE -> Wedge.subsidy(text(rate), payer.text());
                  case EACH -> Wedge.subsidyEach(text(rate), payer.text());
                };
            case dev.costate.language.syntax.Wedge.Markup(var rate, _) -> Wedge.markup(text(rate));
          });
    }
    return built.toArray(Wedge[]::new);
  }

  private void consumer(ConsumerDeclaration declaration) {
    var consumer = model.consumer(head(declaration.name(), declaration.subscripts()));
    for (var line : declaration.lines()) {
      switch (line) {
        case ConsumerLine.Owns owns -> owns.items().forEach(item -> owns(consumer, item));
        case ConsumerLine.Buys buys ->
            buys.goods().forEach(port -> consumer.buys(port.good().text(), wedges(port.wedges())));
        case ConsumerLine.Transfers(var amount, var receiver, _, _) -> {
          switch (amount) {
            case ConsumerLine.Amount.OfGood(var quantity, var good, _) ->
                consumer.transfers(text(quantity), good.text(), receiver.text());
            case ConsumerLine.Amount.OfIncome(var share, _) ->
                consumer.transfersOfIncome(text(share), receiver.text());
            case ConsumerLine.Amount.OfMoney(var money) ->
                consumer.transfersMoney(text(money), receiver.text());
          }
        }
        case ConsumerLine.Saves(var share, var good, _, _) ->
            consumer.saves(text(share), good.text());
        case ConsumerLine.Code(var statement) -> consumer.code(Formatter.print(statement));
      }
    }
  }

  private static void owns(ConsumerBuilder consumer, ConsumerLine.Ownership item) {
    switch (item) {
      case ConsumerLine.Endowment(var good, var quantity, var wedges, _, _) ->
          consumer.owns(good.text(), text(quantity), wedges(wedges));
      case ConsumerLine.FirmShare(var share, var firm, _, _) -> {
        if (share.isPresent()) {
          consumer.ownsShareOf(firm.text(), text(share.get()));
        } else {
          consumer.ownsAllOf(firm.text());
        }
      }
    }
  }

  private void unknown(UnknownDeclaration unknown) {
    var name = head(unknown.name(), unknown.subscripts());
    var condition = unknown.condition().place().text();
    if (unknown.bounds().isPresent()) {
      model.unknown(name, unknown.bounds().get().place().text(), condition);
    } else {
      model.unknown(name, condition);
    }
  }

  private void set(SetDeclaration set) {
    switch (set.members()) {
      case Members.Listed(var members, Place _) -> {
        var names = members.stream().map(Name::text).toList();
        model.set(
            set.name().text(),
            names.getFirst(),
            names.subList(1, names.size()).toArray(String[]::new));
      }
      case Members.Between(var from, var to, _) ->
          model.set(set.name().text(), Integer.parseInt(text(from)), Integer.parseInt(text(to)));
      case Members.Named _ -> model.declare(set.place().text());
    }
  }

  private void scenario(ScenarioDeclaration declaration) {
    var scenario = model.scenario(declaration.name().text());
    declaration
        .settings()
        .forEach(s -> scenario.set(s.parameter().place().text(), text(s.value())));
  }
}
