package dev.costate.economy;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.ConsumerLine.FirmShare;
import dev.costate.language.syntax.Counter;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Generator;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.GoodLine.Curve;
import dev.costate.language.syntax.Members;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Subscript;
import dev.costate.language.syntax.Wedge;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that declarations read as parameters, in whatever place. */
final class ReadNames {
  private final Set<String> found = new HashSet<>();

  private ReadNames() {}

  static Set<String> in(List<Declaration> declarations) {
    var names = new ReadNames();
    declarations.forEach(names::visit);
    return names.found;
  }

  private void visit(Declaration declaration) {
    switch (declaration) {
      case Declaration.FunctionDeclaration d -> visit(d.body());
      case Declaration.GoodDeclaration d -> {
        subscripts(d.subscripts());
        d.lines().forEach(this::visit);
      }
      case Declaration.FirmDeclaration d -> {
        subscripts(d.subscripts());
        d.outputs().forEach(this::visit);
        d.inputs().forEach(this::visit);
        d.choices()
            .forEach(choice -> {
              visit(choice.bounds());
              choice.each().ifPresent(this::visit);
            });
        d.lines().forEach(this::visit);
      }
      case Declaration.ConsumerDeclaration d -> {
        subscripts(d.subscripts());
        d.lines().forEach(this::visit);
      }
      case Declaration.UnknownDeclaration d -> {
        subscripts(d.subscripts());
        d.bounds().ifPresent(this::visit);
        visit(d.condition().left());
        visit(d.condition().right());
      }
      case Declaration.ParameterDeclaration d -> {
        subscripts(d.subscripts());
        visit(d.value());
      }
      case Declaration.TableDeclaration d -> {
        subscripts(d.subscripts());
        d.otherwise().ifPresent(this::visit);
      }
      case Declaration.SetDeclaration d -> visit(d.members());
      case Declaration.ScenarioDeclaration d -> d.settings().forEach(s -> visit(s.value()));
      case Declaration.NumeraireDeclaration d -> visit(d.good());
      case Declaration.FirmTableDeclaration _ -> {}
    }
  }

  private void visit(Expression expression) {
    found.addAll(SyntaxWalk.reads(expression));
  }

  private void visit(Block block) {
    SyntaxWalk.statements(
        block.statements(), statement -> SyntaxWalk.expressions(statement).forEach(this::visit));
  }

  private void visit(Reference reference) {
    reference.indices().forEach(this::visit);
  }

  private void visit(Bounds bounds) {
    bounds.from().ifPresent(this::visit);
    bounds.to().ifPresent(this::visit);
  }

  private void visit(Generator generator) {
    generator.counters().forEach(this::visit);
    generator.condition().ifPresent(this::visit);
  }

  private void visit(Counter counter) {
    visit(counter.members());
  }

  private void visit(Members members) {
    if (members instanceof Members.Between(var from, var to, _)) {
      visit(from);
      visit(to);
    }
  }

  private void subscripts(List<Subscript> subscripts) {
    for (var subscript : subscripts) {
      switch (subscript) {
        case Subscript.At(var index) -> visit(index);
        case Subscript.Over(var counter) -> visit(counter);
      }
    }
  }

  private void visit(Port port) {
    visit(port.good());
    wedges(port.wedges());
    port.each().ifPresent(this::visit);
  }

  private void wedges(List<Wedge> wedges) {
    for (var wedge : wedges) {
      switch (wedge) {
        case Wedge.Tax tax -> visit(tax.rate());
        case Wedge.Subsidy subsidy -> visit(subsidy.rate());
        case Wedge.Markup markup -> visit(markup.rate());
      }
    }
  }

  private void visit(GoodLine line) {
    switch (line) {
      case GoodLine.FixedSupply l -> visit(l.quantity());
      case GoodLine.FixedDemand l -> visit(l.quantity());
      case GoodLine.FixedPrice l -> visit(l.price());
      case GoodLine.SupplyCurve l -> visit(l.curve());
      case GoodLine.DemandCurve l -> visit(l.curve());
      case GoodLine.Import l -> {
        visit(l.price());
        l.limit().ifPresent(this::visit);
      }
      case GoodLine.Export l -> {
        visit(l.price());
        l.limit().ifPresent(this::visit);
      }
      case GoodLine.Start l -> visit(l.price());
      case GoodLine.Unit _, GoodLine.Label _, GoodLine.NoDisposal _ -> {}
    }
  }

  private void visit(Curve curve) {
    switch (curve) {
      case Curve.Formula(var quantity) -> visit(quantity);
      case Curve.Code(var block) -> visit(block);
    }
  }

  private void visit(FirmLine line) {
    switch (line) {
      case FirmLine.Code(var statement) -> visit(Block.of(List.of(statement)));
      case FirmLine.Capacity capacity -> {
        visit(capacity.used());
        visit(capacity.limit());
      }
      case FirmLine.Start start -> visit(start.level());
    }
  }

  private void visit(ConsumerLine line) {
    switch (line) {
      case ConsumerLine.Owns(var items, _, _) ->
          items.forEach(item -> {
            switch (item) {
              case Endowment owned -> {
                visit(owned.good());
                visit(owned.quantity());
                wedges(owned.wedges());
              }
              case FirmShare share -> {
                share.share().ifPresent(this::visit);
                visit(share.firm());
              }
            }
            item.each().ifPresent(this::visit);
          });
      case ConsumerLine.Buys(var goods, _, _) -> goods.forEach(this::visit);
      case ConsumerLine.Transfers transfer -> visit(transfer.amount());
      case ConsumerLine.Saves saves -> visit(saves.share());
      case ConsumerLine.Code(var statement) -> visit(Block.of(List.of(statement)));
    }
  }

  private void visit(Amount amount) {
    switch (amount) {
      case Amount.OfGood(var quantity, _, _) -> visit(quantity);
      case Amount.OfIncome(var share, _) -> visit(share);
      case Amount.OfMoney(var money) -> visit(money);
    }
  }
}
