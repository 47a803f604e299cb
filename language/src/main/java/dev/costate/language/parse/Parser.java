package dev.costate.language.parse;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.Source;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.MarketFile;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads texts of the language. Nothing is thrown for a wrong text: all errors go to the
 * diagnostics, and what could be read is returned.
 *
 * <p>Bounds: brackets and blocks nest at most 1,000 deep, and an expression has at most 10,000
 * operators in one chain; beyond that is an error like any other.
 */
public final class Parser {
  private Parser() {}

  /** The declarations of a file; where it has errors, those that could be read. */
  public static MarketFile parse(Source source, Diagnostics diagnostics) {
    var lines = new LineReader(source, diagnostics);
    var body = lines.file(new DeclarationParser(lines)::declaration);
    Redeclarations.check(body.items(), diagnostics);
    return new MarketFile(source, body.items(), body.closing());
  }

  /** A text that is one expression, such as {@code f(4)}; nothing if it has errors. */
  public static Optional<Expression> parseExpression(Source source, Diagnostics diagnostics) {
    return parseLine(
        source,
        diagnostics,
        "an expression",
        tokens -> {
          var expression = ExpressionParser.expression(tokens);
          tokens.expectEnd("");
          return expression;
        });
  }

  /**
   * A text that sets one parameter, such as {@code oil.import[2].price = 30%}; nothing if it has
   * errors.
   */
  public static Optional<Setting> parseSetting(Source source, Diagnostics diagnostics) {
    return parseLine(
        source, diagnostics, "a setting such as natgas.supply=3", SettingParser::plain);
  }

  private static <T> Optional<T> parseLine(
      Source source, Diagnostics diagnostics, String what, Function<TokenReader, T> reading) {
    var lines = new LineReader(source, diagnostics);
    if (!lines.hasNext()) {
      if (!diagnostics.hasErrors()) {
        diagnostics.error(
            new Place(source, 0, 0), "expected %s but found nothing".formatted(what), "");
      }
      return Optional.empty();
    }
    var tokens = lines.next();
    try {
      var read = reading.apply(tokens);
      if (lines.hasNext()) {
        var second = lines.peek().tokens().getFirst();
        throw tokens.error(
            second,
            "expected %s but found a second line".formatted(what),
            "a line goes on only inside brackets");
      }
      return tokens.line().errors().isEmpty() ? Optional.of(read) : Optional.empty();
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      return Optional.empty();
    }
  }
}
