package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.MarketFile;
import dev.costate.language.syntax.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of parameters that nothing reads. */
final class Unused {
  private Unused() {}

  static void parameters(MarketFile file, Diagnostics diagnostics) {
    var read = new HashSet<String>();
    file.declarations().forEach(declaration -> read.addAll(reads(declaration)));
    for (var declaration : file.declarations()) {
      if (declaration instanceof Declaration.ParameterDeclaration parameter
          && !read.contains(parameter.name().text())) {
        diagnostics.warning(
            parameter.name().place(),
            "nothing reads the parameter '%s'".formatted(parameter.name()),
            "remove it, or use it");
      }
    }
  }

  private static Set<String> reads(Declaration declaration) {
    var found = new HashSet<String>();
    switch (declaration) {
      case Declaration.FunctionDeclaration d -> found.addAll(reads(d.body()));
      case Declaration.GoodDeclaration d -> d.lines().forEach(line -> found.addAll(reads(line)));
      case Declaration.FirmDeclaration d -> {
        d.lines().forEach(line -> found.addAll(reads(line)));
        d.outputs().forEach(port -> found.addAll(wedges(port.wedges())));
        d.inputs().forEach(port -> found.addAll(wedges(port.wedges())));
        d.choices().forEach(choice -> found.addAll(bounds(choice.bounds())));
      }
      case Declaration.ConsumerDeclaration d ->
          d.lines().forEach(line -> found.addAll(reads(line)));
      case Declaration.UnknownDeclaration d -> {
        d.bounds().ifPresent(bounds -> found.addAll(bounds(bounds)));
        found.addAll(SyntaxWalk.reads(d.condition().left()));
        found.addAll(SyntaxWalk.reads(d.condition().right()));
      }
      case Declaration.ParameterDeclaration d -> found.addAll(SyntaxWalk.reads(d.value()));
      case Declaration.ScenarioDeclaration d ->
          d.settings().forEach(setting -> found.addAll(SyntaxWalk.reads(setting.value())));
      case Declaration.NumeraireDeclaration _,
          Declaration.TableDeclaration _,
          Declaration.FirmTableDeclaration _,
          Declaration.SetDeclaration _ -> {}
    }
    return found;
  }

  private static Set<String> wedges(List<dev.costate.language.syntax.Wedge> wedges) {
    var found = new HashSet<String>();
    for (var wedge : wedges) {
      found.addAll(
          SyntaxWalk.reads(
              switch (wedge) {
                case dev.costate.language.syntax.Wedge.Tax tax -> tax.rate();
                case dev.costate.language.syntax.Wedge.Subsidy subsidy -> subsidy.rate();
                case dev.costate.language.syntax.Wedge.Markup markup -> markup.rate();
              }));
    }
    return found;
  }

  private static Set<String> bounds(Bounds bounds) {
    var found = new HashSet<String>();
    bounds.from().ifPresent(e -> found.addAll(SyntaxWalk.reads(e)));
    bounds.to().ifPresent(e -> found.addAll(SyntaxWalk.reads(e)));
    return found;
  }

  private static Set<String> reads(ConsumerLine line) {
    var found = new HashSet<String>();
    switch (line) {
      case ConsumerLine.Owns l -> l.items().forEach(item -> found.addAll(reads(item)));
      case ConsumerLine.Buys l -> l.goods().forEach(port -> found.addAll(wedges(port.wedges())));
      case ConsumerLine.Transfers l ->
          found.addAll(
              SyntaxWalk.reads(
                  switch (l.amount()) {
                    case ConsumerLine.Amount.OfGood amount -> amount.quantity();
                    case ConsumerLine.Amount.OfIncome amount -> amount.share();
                    case ConsumerLine.Amount.OfMoney amount -> amount.money();
                  }));
      case ConsumerLine.Saves l -> found.addAll(SyntaxWalk.reads(l.share()));
      case ConsumerLine.Code(var statement) -> found.addAll(reads(Block.of(List.of(statement))));
    }
    return found;
  }

  private static Set<String> reads(ConsumerLine.Ownership item) {
    var found = new HashSet<String>();
    switch (item) {
      case ConsumerLine.Endowment endowment -> {
        found.addAll(SyntaxWalk.reads(endowment.quantity()));
        found.addAll(wedges(endowment.wedges()));
      }
      case ConsumerLine.FirmShare share ->
          share.share().ifPresent(e -> found.addAll(SyntaxWalk.reads(e)));
    }
    return found;
  }

  private static Set<String> reads(Block block) {
    var found = new HashSet<String>();
    SyntaxWalk.statements(
        block.statements(),
        statement ->
            SyntaxWalk.expressions(statement).forEach(e -> found.addAll(SyntaxWalk.reads(e))));
    return found;
  }

  private static Set<String> reads(FirmLine line) {
    return switch (line) {
      case FirmLine.Code(Statement statement) -> reads(Block.of(List.of(statement)));
      case FirmLine.Capacity capacity -> {
        var both = new HashSet<>(SyntaxWalk.reads(capacity.used()));
        both.addAll(SyntaxWalk.reads(capacity.limit()));
        yield both;
      }
      case FirmLine.Start start -> SyntaxWalk.reads(start.level());
    };
  }

  private static Set<String> reads(GoodLine line) {
    var found = new HashSet<String>();
    switch (line) {
      case GoodLine.SupplyCurve(_, GoodLine.Curve.Code(var block), _, _) ->
          found.addAll(reads(block));
      case GoodLine.DemandCurve(_, GoodLine.Curve.Code(var block), _, _) ->
          found.addAll(reads(block));
      default -> expressions(line).forEach(e -> found.addAll(SyntaxWalk.reads(e)));
    }
    return found;
  }

  private static List<Expression> expressions(GoodLine line) {
    return switch (line) {
      case GoodLine.FixedSupply l -> List.of(l.quantity());
      case GoodLine.FixedDemand l -> List.of(l.quantity());
      case GoodLine.FixedPrice l -> List.of(l.price());
      case GoodLine.SupplyCurve(_, GoodLine.Curve.Formula(var quantity), _, _) -> List.of(quantity);
      case GoodLine.SupplyCurve _ -> List.of();
      case GoodLine.DemandCurve(_, GoodLine.Curve.Formula(var quantity), _, _) -> List.of(quantity);
      case GoodLine.DemandCurve _ -> List.of();
      case GoodLine.Import l -> step(l.price(), l.limit().stream().toList());
      case GoodLine.Export l -> step(l.price(), l.limit().stream().toList());
      case GoodLine.Start l -> List.of(l.price());
      case GoodLine.Unit _, GoodLine.Label _, GoodLine.NoDisposal _ -> List.of();
    };
  }

  private static List<Expression> step(Expression price, List<Expression> limit) {
    var both = new ArrayList<>(limit);
    both.add(price);
    return both;
  }
}
