package dev.costate.economy.index;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Declaration.Choice;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes out one firm: its goods, then its code, in which these have indices. */
final class FirmWriting {
  private final Substitution market;
  private final Names names;
  private final Name name;

  FirmWriting(Substitution market, Names names, Name name) {
    this.market = market;
    this.names = names;
    this.name = name;
  }

  FirmDeclaration of(FirmDeclaration firm) {
    var ports = new PortWriting(market, names);
    return new FirmDeclaration(
        name,
        List.of(),
        ports.ports(firm.outputs()),
        ports.ports(firm.inputs()),
        choices(firm.choices()),
        body(firm),
        firm.trivia(),
        firm.place());
  }

  private List<Choice> choices(List<Choice> written) {
    var choices = new ArrayList<Choice>();
    for (var choice : written) {
      if (choice.each().isPresent()) {
        choices.addAll(market.each(choice.each().get(), inner -> choice(inner, choice)));
      } else {
        choices.add(choice(market, choice));
      }
    }
    return choices;
  }

  private static Choice choice(Substitution inner, Choice choice) {
    return new Choice(
        inner.seeing(List.of()).reference(choice.name()),
        MemberWriting.bounds(inner, choice.bounds()),
        Optional.empty(),
        choice.place());
  }

  private FirmBody body(FirmDeclaration firm) {
    return switch (firm.body()) {
      case FirmBody.Lines(var lines, var closing) -> {
        var code = code(firm);
        var written = new ArrayList<FirmLine>();
        lines.forEach(line -> line(line, code, written));
        yield new FirmBody.Lines(written, closing);
      }
      case FirmBody.JavaMethod _, FirmBody.Outside _ -> firm.body();
    };
  }

  /**
   * The code sees parameters, and of goods only the firm's own, under the names they have there.
   */
  private Substitution code(FirmDeclaration firm) {
    var own = new Families();
    Stream.concat(firm.outputs().stream(), firm.inputs().stream())
        .filter(port -> !port.good().indices().isEmpty())
        .filter(port -> port.alias().isEmpty() || port.each().isPresent())
        .forEach(port -> own.use(port.local().text()));
    firm.choices().stream()
        .filter(choice -> !choice.name().indices().isEmpty())
        .forEach(choice -> own.use(choice.name().name().text()));
    var statements = new ArrayList<Statement>();
    for (var line : firm.lines()) {
      if (line instanceof FirmLine.Code(var statement)) {
        statements.add(statement);
      }
    }
    var locals = Locals.of(statements);
    firm.inputs().stream().filter(FirmWriting::isPlain).forEach(p -> locals.add(p.local().text()));
    Locals.withoutCounters(locals, firm.subscripts());
    return market.code(names.ofNumbersAnd(own), locals);
  }

  private static boolean isPlain(Port port) {
    return port.alias().isPresent() ? port.each().isEmpty() : port.good().indices().isEmpty();
  }

  private static void line(FirmLine line, Substitution code, List<FirmLine> out) {
    switch (line) {
      case FirmLine.Code(var statement) ->
          new CodeSubstitution(code)
              .block(Block.of(List.of(statement)))
              .statements()
              .forEach(written -> out.add(new FirmLine.Code(written)));
      case FirmLine.Capacity(var used, var limit, var trivia, var place) ->
          out.add(
              new FirmLine.Capacity(code.expression(used), code.expression(limit), trivia, place));
      case FirmLine.Start(var level, var trivia, var place) ->
          out.add(new FirmLine.Start(code.expression(level), trivia, place));
    }
  }
}
