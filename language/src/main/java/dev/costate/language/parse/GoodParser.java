package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.GoodDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.GoodLine.Curve;
import dev.costate.language.syntax.GoodLine.DemandCurve;
import dev.costate.language.syntax.GoodLine.Export;
import dev.costate.language.syntax.GoodLine.FixedDemand;
import dev.costate.language.syntax.GoodLine.FixedPrice;
import dev.costate.language.syntax.GoodLine.FixedSupply;
import dev.costate.language.syntax.GoodLine.Import;
import dev.costate.language.syntax.GoodLine.Label;
import dev.costate.language.syntax.GoodLine.NoDisposal;
import dev.costate.language.syntax.GoodLine.Start;
import dev.costate.language.syntax.GoodLine.SupplyCurve;
import dev.costate.language.syntax.GoodLine.Unit;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Trivia;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code good natgas:} and the lines under it. */
final class GoodParser {
  private static final List<String> WORDS =
      List.of("supply", "demand", "price", "import", "export", "unit", "no", "start");

  private final LineReader lines;
  private final StatementParser statements;

  GoodParser(LineReader lines) {
    this.lines = lines;
    this.statements = new StatementParser(lines);
  }

  Optional<Declaration> good(TokenReader tokens) {
    Head<LineReader.Body<GoodLine>, Declaration> head = this::head;
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    var body = lines.block(tokens, this::line);
    GoodLines.check(body.items(), lines);
    return Optional.of(complete.get().apply(body));
  }

  private Function<LineReader.Body<GoodLine>, Declaration> head(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a good");
    var subscripts = Subscripts.ofHead(tokens);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body ->
        new GoodDeclaration(name, subscripts, body.items(), body.closing(), trivia, place);
  }

  private Optional<GoodLine> line(TokenReader tokens) {
    try {
      return Optional.of(read(tokens));
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
  }

  private GoodLine read(TokenReader tokens) {
    var first = tokens.next();
    if (first.kind() == TokenKind.TEXT) {
      tokens.expectEnd("a label stands alone");
      return new Label(first.text(), tokens.trivia(), tokens.place(first));
    }
    return switch (first.text()) {
      case "supply", "demand" -> quantity(tokens, first);
      case "price" -> {
        var price = amount(tokens, first);
        yield new FixedPrice(price, tokens.trivia(), tokens.from(first));
      }
      case "start" -> {
        var price = amount(tokens, first);
        yield new Start(price, tokens.trivia(), tokens.from(first));
      }
      case "import", "export" -> trade(tokens, first);
      case "unit" -> {
        var text = tokens.expect(TokenKind.TEXT, "a unit is quoted: unit \"t\"").text();
        tokens.expectEnd("");
        yield new Unit(text, tokens.trivia(), tokens.from(first));
      }
      case "no" -> {
        tokens.expectWord("disposal", "write 'no disposal'");
        tokens.expectEnd("");
        yield new NoDisposal(tokens.trivia(), tokens.from(first));
      }
      default ->
          throw tokens.error(
              first,
              "%s is no line of a good".formatted(first.described()),
              Suggestion.of(first.text(), WORDS)
                  .orElse(
                      "a good has supply, demand, price, import at, export at, unit, no disposal, start or a label"));
    };
  }

  /** A number behind a word; what is written like an assignment is refused. */
  private static Expression amount(TokenReader tokens, Token word) {
    if (tokens.at(TokenKind.ASSIGN)) {
      throw tokens.error(
          tokens.peek(), "unexpected '='", "write '%s 4', without '='".formatted(word.text()));
    }
    var amount = ExpressionParser.expression(tokens);
    tokens.expectEnd("");
    return amount;
  }

  private GoodLine quantity(TokenReader tokens, Token word) {
    boolean isSupply = word.isWord("supply");
    if (!isCurve(tokens)) {
      var quantity = amount(tokens, word);
      var place = tokens.from(word);
      return isSupply
          ? new FixedSupply(quantity, tokens.trivia(), place)
          : new FixedDemand(quantity, tokens.trivia(), place);
    }
    var price = curvePrice(tokens, word);
    var curve = tokens.at(TokenKind.COLON) ? block(tokens, word) : formula(tokens, word);
    return isSupply
        ? new SupplyCurve(price, curve.curve(), curve.trivia(), curve.place())
        : new DemandCurve(price, curve.curve(), curve.trivia(), curve.place());
  }

  /** A curve, and the comments and the place of its line. */
  private record CurveLine(Curve curve, Trivia trivia, Place place) {}

  private CurveLine block(TokenReader tokens, Token word) {
    var trivia = Head.trivia(tokens);
    var place = tokens.from(word);
    var colon = tokens.next();
    if (!tokens.line().tokens().getFirst().equals(word)) {
      throw tokens.error(
          colon, "a block behind a colon", "give the curve a line of its own below the good");
    }
    return new CurveLine(new Curve.Code(statements.block(tokens)), trivia, place);
  }

  private static CurveLine formula(TokenReader tokens, Token word) {
    tokens.next();
    var quantity = ExpressionParser.expression(tokens);
    tokens.expectEnd("");
    return new CurveLine(new Curve.Formula(quantity), tokens.trivia(), tokens.from(word));
  }

  /** Whether {@code (p)} and a sign of a curve follow, and not an amount in brackets. */
  private static boolean isCurve(TokenReader tokens) {
    return tokens.at(TokenKind.OPEN_ROUND)
        && (tokens.assigns() || tokens.peek(3).kind() == TokenKind.COLON);
  }

  private static Name curvePrice(TokenReader tokens, Token word) {
    var form =
        "a curve is written %s(p) = …; price(coal) is another good's price".formatted(word.text());
    tokens.expect(TokenKind.OPEN_ROUND, form);
    var price = tokens.name("the name of the good's price");
    tokens.expect(TokenKind.CLOSE_ROUND, form);
    if (!tokens.at(TokenKind.COLON) && !tokens.at(TokenKind.ASSIGN)) {
      throw tokens.unexpected("'=' or ':'", form);
    }
    return price;
  }

  private static GoodLine trade(TokenReader tokens, Token word) {
    var form = "write '%s at 5' or '%s at 5 up to 100'".formatted(word.text(), word.text());
    tokens.expectWord("at", form);
    var price = ExpressionParser.expression(tokens);
    Optional<Expression> limit = Optional.empty();
    if (tokens.skipWord("up")) {
      tokens.expectWord("to", form);
      limit = Optional.of(ExpressionParser.expression(tokens));
    }
    tokens.expectEnd(tokens.at(TokenKind.COMMA) ? "give each step a line of its own" : form);
    var place = tokens.from(word);
    return word.isWord("import")
        ? new Import(price, limit, tokens.trivia(), place)
        : new Export(price, limit, tokens.trivia(), place);
  }
}
