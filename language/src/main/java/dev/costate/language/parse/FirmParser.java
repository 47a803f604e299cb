package dev.costate.language.parse;

import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.Choice;
import dev.costate.language.syntax.Declaration.FirmDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Binary;
import dev.costate.language.syntax.FirmBody;
import dev.costate.language.syntax.FirmLine;
import dev.costate.language.syntax.Port;
import dev.costate.language.syntax.Trivia;
import java.util.List;
import java.util.Optional;

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
    try {
      var complete = head(tokens);
      if (tokens.at(TokenKind.ASSIGN)) {
        return Optional.of(JavaMethods.read(tokens, complete));
      }
      var trivia = Head.trivia(tokens);
      Head.colon(tokens, lines);
      if (tokens.atWord("outside") && tokens.peek(1).kind() == TokenKind.END) {
        var outside = new FirmBody.Outside(tokens.place(tokens.next()));
        return Optional.of(complete.with(outside, tokens.trivia()));
      }
      var body = lines.block(tokens, this::line);
      checkStarts(body.items());
      return Optional.of(complete.with(new FirmBody.Lines(body.items(), body.closing()), trivia));
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
  }

  /** What becomes of a head once the firm's code is known. */
  interface Complete {
    Declaration with(FirmBody body, Trivia trivia);
  }

  private static Complete head(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a firm");
    var subscripts = Subscripts.ofHead(tokens);
    tokens.expectWord("makes", FORM);
    var outputs = PortParser.ports(tokens);
    List<Port> inputs = tokens.skipWord("from") ? PortParser.ports(tokens) : List.of();
    List<Choice> choices = tokens.skipWord("choosing") ? PortParser.choices(tokens) : List.of();
    if (!tokens.at(TokenKind.COLON)
        && !tokens.at(TokenKind.END)
        && !(tokens.at(TokenKind.ASSIGN) && tokens.peek(1).isWord("java"))) {
      throw Unexpected.after(tokens, FORM);
    }
    var place = tokens.from(word);
    return (body, trivia) ->
        new FirmDeclaration(name, subscripts, outputs, inputs, choices, body, trivia, place);
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
