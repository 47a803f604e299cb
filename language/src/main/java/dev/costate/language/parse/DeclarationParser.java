package dev.costate.language.parse;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Declaration;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Declaration.NumeraireDeclaration;
import dev.costate.language.syntax.Declaration.ScenarioDeclaration;
import dev.costate.language.syntax.Declaration.Setting;
import dev.costate.language.syntax.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what stands at the left margin of a file. */
final class DeclarationParser {
  private static final List<String> WORDS =
      List.of(
          "function",
          "good",
          "firm",
          "parameter",
          "numeraire",
          "scenario",
          "consumer",
          "unknown",
          "set",
          "firms");

  private final LineReader lines;
  private final StatementParser statements;
  private final GoodParser goods;
  private final FirmParser firms;
  private final ConsumerParser consumers;
  private final UnknownParser unknowns;

  DeclarationParser(LineReader lines) {
    this.lines = lines;
    this.statements = new StatementParser(lines);
    this.goods = new GoodParser(lines);
    this.firms = new FirmParser(lines);
    this.consumers = new ConsumerParser(lines);
    this.unknowns = new UnknownParser(lines);
  }

  /**
   * The declaration that begins on a line; nothing if it could not be read, which has then been
   * reported.
   */
  Optional<Declaration> declaration(TokenReader tokens) {
    var first = tokens.peek();
    try {
      return switch (first.text()) {
        case "function" -> function(tokens);
        case "good" -> goods.good(tokens);
        case "firm" -> firms.firm(tokens);
        case "scenario" -> scenario(tokens);
        case "parameter" -> Optional.of(ParameterParser.parameter(tokens));
        case "numeraire" -> Optional.of(numeraire(tokens));
        case "consumer" -> consumers.consumer(tokens);
        case "unknown" -> unknowns.unknown(tokens);
        case "set" -> Optional.of(SetParser.set(tokens));
        case "firms" -> Optional.of(ParameterParser.firms(tokens));
        default -> throw unknown(tokens, first);
      };
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
  }

  private static SyntaxError unknown(TokenReader tokens, Token first) {
    if (tokens.assigns()) {
      return tokens.error(
          first,
          "an assignment outside of any block",
          "a constant of the file is declared by 'parameter name = value'");
    }
    return tokens.error(
        first,
        "%s does not begin a declaration".formatted(first.described()),
        suggestion(first)
            .orElse(
                "a file consists of function, good, firm, consumer, parameter, unknown, set, numeraire and scenario"));
  }

  private static Optional<String> suggestion(Token first) {
    return first.kind() == TokenKind.NAME ? Suggestion.of(first.text(), WORDS) : Optional.empty();
  }

  private Optional<Declaration> function(TokenReader tokens) {
    Head<Block, Declaration> head = this::functionHead;
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      statements.blockOfBroken(tokens);
      return Optional.empty();
    }
    return Optional.of(complete.get().apply(statements.block(tokens)));
  }

  private Function<Block, Declaration> functionHead(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a function");
    tokens.expect(TokenKind.OPEN_ROUND, "a function is written 'function f(x, y):'");
    var parameters = new ArrayList<Name>();
    if (!tokens.at(TokenKind.CLOSE_ROUND)) {
      do {
        parameters.add(tokens.name("the name of a function's parameter"));
      } while (tokens.skip(TokenKind.COMMA));
    }
    tokens.expect(TokenKind.CLOSE_ROUND, "parameters are names separated by commas");
    checkDistinct(parameters);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new FunctionDeclaration(name, parameters, body, trivia, place);
  }

  private void checkDistinct(List<Name> parameters) {
    var seen = new HashMap<String, Name>();
    for (var parameter : parameters) {
      if (seen.putIfAbsent(parameter.text(), parameter) != null) {
        throw new SyntaxError(
            parameter.place(),
            "the parameter '%s' is there twice".formatted(parameter),
            "give it another name");
      }
    }
  }

  private Declaration numeraire(TokenReader tokens) {
    var word = tokens.next();
    var good = Subscripts.reference(tokens, "the name of a good");
    tokens.expectEnd("write 'numeraire bread'");
    return new NumeraireDeclaration(good, tokens.trivia(), tokens.from(word));
  }

  private Optional<Declaration> scenario(TokenReader tokens) {
    Head<LineReader.Body<Setting>, Declaration> head = this::scenarioHead;
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      lines.skipBlock(tokens);
      return Optional.empty();
    }
    return Optional.of(complete.get().apply(lines.block(tokens, this::setting)));
  }

  private Function<LineReader.Body<Setting>, Declaration> scenarioHead(TokenReader tokens) {
    var word = tokens.next();
    var name = tokens.name("the name of a scenario");
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new ScenarioDeclaration(name, body.items(), body.closing(), trivia, place);
  }

  private Optional<Setting> setting(TokenReader tokens) {
    try {
      return Optional.of(SettingParser.setting(tokens));
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      lines.skipBlock(tokens);
      return Optional.empty();
    }
  }
}
