package dev.costate.language.parse;

import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Declaration.Port;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Binary;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code firm A makes ethylene from natgas:} and the lines under it. */
final class FirmParser {
  private static final String FORM = "a firm is written 'firm A makes bread from flour, labor:'";

  private final LineReader lines;
  private final StatementParser statements;

  FirmParser(LineReader lines) {
    this.lines = lines;
    this.statements = new StatementParser(lines);
  }

  Optional<Declaration> firm(TokenReader tokens) {
    Head<LineReader.Body<FirmLine>, Declaration> head = this::head;
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    if (tokens.atWord("outside") && tokens.peek(1).kind() == TokenKind.END) {
      lines.report(tokens.line(), NotYet.outside(tokens));
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    var body = lines.block(tokens, this::line);
    checkStarts(body.items());
    return Optional.of(complete.get().apply(body));
  }

  private Function<LineReader.Body<FirmLine>, Declaration> head(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a firm");
    if (tokens.at(TokenKind.OPEN_SQUARE)) {
      throw NotYet.indexed(tokens, tokens.peek());
    }
    tokens.expectWord("makes", FORM);
    var outputs = ports(tokens);
    List<Port> inputs = tokens.skipWord("from") ? ports(tokens) : List.of();
    if (tokens.atWord("choosing")) {
      throw NotYet.choosing(tokens);
    }
    if (tokens.at(TokenKind.ASSIGN) && tokens.peek(1).isWord("java")) {
      throw NotYet.java(tokens);
    }
    if (!tokens.at(TokenKind.COLON) && !tokens.at(TokenKind.END)) {
      throw Unexpected.after(tokens, FORM);
    }
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body ->
        new FirmDeclaration(name, outputs, inputs, body.items(), body.closing(), trivia, place);
  }

  private static List<Port> ports(TokenReader tokens) {
    var ports = new ArrayList<Port>();
    do {
      ports.add(port(tokens));
    } while (tokens.skip(TokenKind.COMMA));
    return ports;
  }

  private static Port port(TokenReader tokens) {
    var first = tokens.peek();
    if (first.kind() == TokenKind.OPEN_SQUARE) {
      throw NotYet.lists(tokens);
    }
    var good = tokens.name("the name of a good");
    if (tokens.at(TokenKind.OPEN_SQUARE)) {
      throw NotYet.indexed(tokens, tokens.peek());
    }
    Optional<Name> alias =
        tokens.skipWord("as")
            ? Optional.of(tokens.name("the name of the good in the firm's code"))
            : Optional.empty();
    if (tokens.at(TokenKind.OPEN_ROUND)) {
      throw NotYet.wedges(tokens);
    }
    return new Port(good, alias, tokens.from(first));
  }

  private Optional<FirmLine> line(TokenReader tokens) {
    if (!tokens.assigns() && (tokens.atWord("capacity") || tokens.atWord("start"))) {
      try {
        return Optional.of(tokens.atWord("capacity") ? capacity(tokens) : start(tokens));
      } catch (SyntaxError error) {
        lines.report(tokens.line(), error);
        return Optional.empty();
      }
    }
    return statements.read(tokens).map(FirmLine.Code::new);
  }

  private static FirmLine capacity(TokenReader tokens) {
    var word = tokens.next();
    var limit = ExpressionParser.expression(tokens);
    tokens.expectEnd("");
    if (limit instanceof Binary(var operator, var used, var most, _)
        && operator == BinaryOperator.LESS_OR_EQUAL) {
      return new FirmLine.Capacity(used, most, tokens.trivia(), tokens.from(word));
    }
    throw new SyntaxError(limit.place(), "a capacity has the form 'used <= limit'", hint(limit));
  }

  private static String hint(Expression limit) {
    return limit instanceof Binary(var operator, _, _, _)
            && operator == BinaryOperator.GREATER_OR_EQUAL
        ? "exchange the two sides and write '<='"
        : "write, for example, 'capacity output <= 100'";
  }

  private static FirmLine start(TokenReader tokens) {
    var word = tokens.next();
    var level = ExpressionParser.expression(tokens);
    tokens.expectEnd("");
    return new FirmLine.Start(level, tokens.trivia(), tokens.from(word));
  }

  private void checkStarts(List<FirmLine> firmLines) {
    var starts = firmLines.stream().filter(FirmLine.Start.class::isInstance).toList();
    for (var again : starts.subList(Math.min(1, starts.size()), starts.size())) {
      lines.report(
          again.place(),
          "the start is already given at line %d".formatted(starts.getFirst().place().line()),
          "delete one of the two lines");
    }
  }
}
