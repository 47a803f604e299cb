package dev.costate.language.parse;

import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.ConsumerLine.FirmShare;
import dev.costate.language.syntax.ConsumerLine.Ownership;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.ConsumerDeclaration;
import dev.costate.language.syntax.Expression;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads {@code consumer households:} and the lines under it. */
final class ConsumerParser {
  private static final Set<String> WORDS = Set.of("owns", "buys", "transfers", "saves");
  private static final String OWNS = "write 'owns labor 100' or 'owns 50% of A'";
  private static final String TRANSFERS =
      "write 'transfers 10 food to state', 'transfers 20% of income to state' or 'transfers 5 to state'";
  private static final String SAVES = "write 'saves 10% of income in bonds'";

  private final LineReader lines;
  private final StatementParser statements;

  ConsumerParser(LineReader lines) {
    this.lines = lines;
    this.statements = new StatementParser(lines);
  }

  Optional<Declaration> consumer(TokenReader tokens) {
    Head<LineReader.Body<ConsumerLine>, Declaration> head = this::head;
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    return Optional.of(complete.get().apply(lines.block(tokens, this::line)));
  }

  private Function<LineReader.Body<ConsumerLine>, Declaration> head(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a consumer");
    var subscripts = Subscripts.ofHead(tokens);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body ->
        new ConsumerDeclaration(name, subscripts, body.items(), body.closing(), trivia, place);
  }

  private Optional<ConsumerLine> line(TokenReader tokens) {
    if (tokens.at(TokenKind.NAME) && WORDS.contains(tokens.peek().text()) && !tokens.assigns()) {
      try {
        return Optional.of(read(tokens));
      } catch (SyntaxError error) {
        lines.report(tokens.line(), error);
        lines.skipBlock(tokens);
        return Optional.empty();
      }
    }
    if (tokens.atWord("utility") && tokens.peek(1).kind() == TokenKind.NAME) {
      lines.report(
          tokens.line(),
          new SyntaxError(
              tokens.place(tokens.peek(1)),
              "a utility is assigned, and here stands no '='",
              "write: utility = %s".formatted(tokens.peek(1).text())));
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    return statements.read(tokens).map(ConsumerLine.Code::new);
  }

  private static ConsumerLine read(TokenReader tokens) {
    var word = tokens.next();
    return switch (word.text()) {
      case "owns" -> {
        var items = PortParser.list(tokens, "a good", ConsumerParser::ownership);
        tokens.expectEnd(OWNS);
        yield new ConsumerLine.Owns(items, tokens.trivia(), tokens.from(word));
      }
      case "buys" -> buys(tokens, word);
      case "transfers" -> transfers(tokens, word);
      default -> saves(tokens, word);
    };
  }

  private static PortParser.Item<Ownership> ownership(TokenReader tokens) {
    if (tokens.atWord("all") && tokens.peek(1).isWord("of")) {
      tokens.next();
      tokens.next();
      var firm = Subscripts.reference(tokens, "the name of a firm");
      return (each, place) -> new FirmShare(Optional.empty(), firm, each, place);
    }
    if (!tokens.at(TokenKind.NAME) || isShare(tokens)) {
      var share = ExpressionParser.expression(tokens);
      tokens.expectWord("of", OWNS);
      var firm = Subscripts.reference(tokens, "the name of a firm");
      return (each, place) -> new FirmShare(Optional.of(share), firm, each, place);
    }
    var good = Subscripts.reference(tokens, "the name of a good");
    boolean isNumber = tokens.kind().startsOperand() || tokens.at(TokenKind.MINUS);
    if (!isNumber || WedgeParser.startsAt(tokens)) {
      throw tokens.unexpected("how much of '%s' is owned".formatted(good), OWNS);
    }
    var quantity = ExpressionParser.expression(tokens);
    var wedges = WedgeParser.wedges(tokens);
    return (each, place) -> new Endowment(good, quantity, wedges, each, place);
  }

  /** Whether {@code of} stands in the item that begins here. */
  private static boolean isShare(TokenReader tokens) {
    int depth = 0;
    for (int i = 0; ; i++) {
      var token = tokens.peek(i);
      switch (token.kind()) {
        case OPEN_ROUND, OPEN_SQUARE -> depth++;
        case CLOSE_ROUND, CLOSE_SQUARE -> depth--;
        case END -> {
          return false;
        }
        case COMMA, FOR -> {
          if (depth <= 0) {
            return false;
          }
        }
        default -> {
          if (depth == 0 && i > 0 && token.isWord("of")) {
            return true;
          }
        }
      }
      if (depth < 0) {
        return false;
      }
    }
  }

  private static ConsumerLine buys(TokenReader tokens, Token word) {
    var goods = PortParser.ports(tokens);
    tokens.expectEnd("write 'buys food (tax 8% to state)'; how much is found out");
    for (var good : goods) {
      if (good.alias().isPresent()) {
        throw new SyntaxError(
            good.alias().get().place(),
            "a good that a consumer buys has no other name",
            "a consumer's code reads each good by its own name");
      }
    }
    return new ConsumerLine.Buys(goods, tokens.trivia(), tokens.from(word));
  }

  private static ConsumerLine transfers(TokenReader tokens, Token word) {
    var amount = amount(tokens);
    tokens.expectWord("to", TRANSFERS);
    var receiver = Subscripts.reference(tokens, "the name of a consumer");
    tokens.expectEnd(
        tokens.at(TokenKind.COMMA) ? "give each transfer a line of its own" : TRANSFERS);
    return new ConsumerLine.Transfers(amount, receiver, tokens.trivia(), tokens.from(word));
  }

  private static Amount amount(TokenReader tokens) {
    var first = tokens.peek();
    Expression number = ExpressionParser.expression(tokens);
    if (tokens.skipWord("of")) {
      tokens.expectWord("income", TRANSFERS);
      return new Amount.OfIncome(number, tokens.from(first));
    }
    if (tokens.atWord("to")) {
      return new Amount.OfMoney(number);
    }
    if (!tokens.at(TokenKind.NAME)) {
      throw tokens.unexpected("a good, 'of income' or 'to'", TRANSFERS);
    }
    if (number instanceof Expression.NumberLiteral(_, var percent, _)
        && percent
        && tokens.atWord("income")) {
      throw tokens.unexpected("'of income'", TRANSFERS);
    }
    var good = Subscripts.reference(tokens, "the name of a good");
    return new Amount.OfGood(number, good, tokens.from(first));
  }

  private static ConsumerLine saves(TokenReader tokens, Token word) {
    var share = ExpressionParser.expression(tokens);
    tokens.expectWord("of", SAVES);
    tokens.expectWord("income", SAVES);
    tokens.expect(TokenKind.IN, SAVES);
    var good = Subscripts.reference(tokens, "the name of a good");
    tokens.expectEnd(tokens.at(TokenKind.COMMA) ? "give each good a line of its own" : SAVES);
    return new ConsumerLine.Saves(share, good, tokens.trivia(), tokens.from(word));
  }
}
