package dev.costate.economy.index;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Bounds;
import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.ConsumerLine.FirmShare;
import dev.costate.language.syntax.ConsumerLine.Ownership;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Condition;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Reference;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Wedge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes out what is declared of one good, firm, consumer or unknown. */
final class MemberWriting {
  private final Substitution market;
  private final Names names;
  private final String name;

  /**
   * @param market expressions in which everything with indices can be named
   */
  MemberWriting(Substitution market, Names names, String name) {
    this.market = market;
    this.names = names;
    this.name = name;
  }

  Declaration of(Declaration declaration) {
    return switch (declaration) {
      case GoodDeclaration d ->
          new GoodDeclaration(
              named(d.name()),
              List.of(),
              d.lines().stream().map(this::line).toList(),
              d.closing(),
              d.trivia(),
              d.place());
      case UnknownDeclaration d ->
          new UnknownDeclaration(
              named(d.name()),
              List.of(),
              d.bounds().map(this::bounds),
              condition(d.condition()),
              d.closing(),
              d.trivia(),
              d.place());
      case ConsumerDeclaration d -> consumer(d);
      case FirmDeclaration d -> new FirmWriting(market, names, named(d.name())).of(d);
      default -> throw new IllegalArgumentException("no members: " + declaration.place());
    };
  }

  private Name named(Name written) {
    return new Name(name, written.place());
  }

  private Bounds bounds(Bounds bounds) {
    return bounds(market, bounds);
  }

  static Bounds bounds(Substitution substitution, Bounds bounds) {
    return new Bounds(
        bounds.from().map(substitution::expression),
        bounds.to().map(substitution::expression),
        bounds.place());
  }

  private Condition condition(Condition condition) {
    return new Condition(
        market.expression(condition.left()),
        condition.relation(),
        market.expression(condition.right()),
        condition.trivia(),
        condition.place());
  }

  private GoodLine line(GoodLine line) {
    return switch (line) {
      case GoodLine.FixedSupply(var quantity, var trivia, var place) ->
          new GoodLine.FixedSupply(market.expression(quantity), trivia, place);
      case GoodLine.FixedDemand(var quantity, var trivia, var place) ->
          new GoodLine.FixedDemand(market.expression(quantity), trivia, place);
      case GoodLine.FixedPrice(var price, var trivia, var place) ->
          new GoodLine.FixedPrice(market.expression(price), trivia, place);
      case GoodLine.SupplyCurve(var price, var curve, var trivia, var place) ->
          new GoodLine.SupplyCurve(price, curve(price, curve), trivia, place);
      case GoodLine.DemandCurve(var price, var curve, var trivia, var place) ->
          new GoodLine.DemandCurve(price, curve(price, curve), trivia, place);
      case GoodLine.Import(var price, var limit, var trivia, var place) ->
          new GoodLine.Import(
              market.expression(price), limit.map(market::expression), trivia, place);
      case GoodLine.Export(var price, var limit, var trivia, var place) ->
          new GoodLine.Export(
              market.expression(price), limit.map(market::expression), trivia, place);
      case GoodLine.Start(var price, var trivia, var place) ->
          new GoodLine.Start(market.expression(price), trivia, place);
      case GoodLine.Unit _, GoodLine.Label _, GoodLine.NoDisposal _ -> line;
    };
  }

  private GoodLine.Curve curve(Name price, GoodLine.Curve curve) {
    return switch (curve) {
      case GoodLine.Curve.Formula(var quantity) ->
          new GoodLine.Curve.Formula(
              code(names.ofMarket(), Set.of(price.text())).expression(quantity));
      case GoodLine.Curve.Code(var block) -> {
        var locals = new HashSet<>(Locals.of(block.statements()));
        locals.add(price.text());
        yield new GoodLine.Curve.Code(
            new CodeSubstitution(code(names.ofMarket(), locals)).block(block));
      }
    };
  }

  private Substitution code(List<Families> visible, Set<String> locals) {
    return market.code(visible, locals);
  }

  private ConsumerDeclaration consumer(ConsumerDeclaration consumer) {
    var statements = new ArrayList<Statement>();
    for (var line : consumer.lines()) {
      if (line instanceof ConsumerLine.Code(var statement)) {
        statements.add(statement);
      }
    }
    var locals = Locals.of(statements);
    Locals.withoutCounters(locals, consumer.subscripts());
    var code = new CodeSubstitution(code(names.ofMarket(), locals));
    var lines = new ArrayList<ConsumerLine>();
    consumer.lines().forEach(line -> line(line, code, lines));
    return new ConsumerDeclaration(
        named(consumer.name()),
        List.of(),
        lines,
        consumer.closing(),
        consumer.trivia(),
        consumer.place());
  }

  private void line(ConsumerLine line, CodeSubstitution code, List<ConsumerLine> out) {
    switch (line) {
      case ConsumerLine.Owns(var items, var trivia, var place) -> {
        var written = new ArrayList<Ownership>();
        items.forEach(item -> written.addAll(ownership(item)));
        out.add(new ConsumerLine.Owns(written, trivia, place));
      }
      case ConsumerLine.Buys(var goods, var trivia, var place) ->
          out.add(
              new ConsumerLine.Buys(new PortWriting(market, names).ports(goods), trivia, place));
      case ConsumerLine.Transfers(var amount, var receiver, var trivia, var place) ->
          out.add(
              new ConsumerLine.Transfers(
                  amount(amount), named(Kind.CONSUMER, receiver), trivia, place));
      case ConsumerLine.Saves(var share, var good, var trivia, var place) ->
          out.add(
              new ConsumerLine.Saves(
                  market.expression(share), named(Kind.GOOD, good), trivia, place));
      case ConsumerLine.Code(var statement) ->
          code.block(Block.of(List.of(statement)))
              .statements()
              .forEach(written -> out.add(new ConsumerLine.Code(written)));
    }
  }

  private Reference named(Kind kind, Reference reference) {
    return market.seeing(names.of(kind)).reference(reference);
  }

  private Amount amount(Amount amount) {
    return switch (amount) {
      case Amount.OfGood(var quantity, var good, var place) ->
          new Amount.OfGood(market.expression(quantity), named(Kind.GOOD, good), place);
      case Amount.OfIncome(var share, var place) ->
          new Amount.OfIncome(market.expression(share), place);
      case Amount.OfMoney(var money) -> new Amount.OfMoney(market.expression(money));
    };
  }

  private List<Ownership> ownership(Ownership item) {
    return item.each()
        .map(generator -> market.each(generator, inner -> ownership(inner, item)))
        .orElseGet(() -> List.of(ownership(market, item)));
  }

  private Ownership ownership(Substitution inner, Ownership item) {
    return switch (item) {
      case Endowment(var good, var quantity, var wedges, _, var place) ->
          new Endowment(
              inner.seeing(names.of(Kind.GOOD)).reference(good),
              inner.expression(quantity),
              wedges(inner, names, wedges),
              Optional.empty(),
              place);
      case FirmShare(var share, var firm, _, var place) ->
          new FirmShare(
              share.map(inner::expression),
              inner.seeing(names.of(Kind.FIRM)).reference(firm),
              Optional.empty(),
              place);
    };
  }

  static List<Wedge> wedges(Substitution inner, Names names, List<Wedge> wedges) {
    var consumers = inner.seeing(names.of(Kind.CONSUMER));
    return wedges.stream()
        .<Wedge>map(wedge ->
            switch (wedge) {
              case Wedge.Tax(var rate, var basis, var receiver, var place) ->
                  new Wedge.Tax(
                      inner.expression(rate), basis, consumers.reference(receiver), place);
              case Wedge.Subsidy(var rate, var basis, var payer, var place) ->
                  new Wedge.Subsidy(
                      inner.expression(rate), basis, consumers.reference(payer), place);
              case Wedge.Markup(var rate, var place) ->
                  new Wedge.Markup(inner.expression(rate), place);
            })
        .toList();
  }
}
