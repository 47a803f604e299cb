package dev.costate.language.parse;

import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Statement.Branch;
import dev.costate.language.syntax.Statement.ForEach;
import dev.costate.language.syntax.Statement.ForRange;
import dev.costate.language.syntax.Statement.Otherwise;
import dev.costate.language.syntax.Statement.While;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads statements that have a block, and the blocks; the others are read by {@link
 * SimpleStatement}.
 */
final class StatementParser implements LineParser<Statement> {
  private final LineReader lines;

  StatementParser(LineReader lines) {
    this.lines = lines;
  }

  /** The block behind the colon of a head. */
  Block block(TokenReader head) {
    var body = lines.block(head, this);
    return new Block(body.items(), body.closing());
  }

  /** Reads the block under a head that could not be read, for its errors only. */
  void blockOfBroken(TokenReader head) {
    lines.blockOfBroken(head, this);
  }

  @Override
  public Optional<Statement> read(TokenReader tokens) {
    if (tokens.kind().opensBlock() && !tokens.isAtLineStart()) {
      lines.report(
          tokens.line(),
          tokens.error(
              tokens.peek(),
              "'%s' behind a colon".formatted(tokens.peek().text()),
              "a one-line block is one simple statement; give '%s' a line of its own below"
                  .formatted(tokens.peek().text())));
      return Optional.empty();
    }
    return switch (tokens.kind()) {
      case IF -> choice(tokens);
      case FOR -> compound(tokens, this::loop);
      case WHILE -> compound(tokens, this::whileLoop);
      case ELIF, ELSE ->
          stray(
              tokens,
              "'%s' without an 'if' above it".formatted(tokens.peek().text()),
              "it stands at the same indentation as its 'if', directly after its block");
      case FUNCTION ->
          stray(
              tokens,
              "a function inside a block",
              "functions stand at the left margin of the file");
      default -> simple(tokens);
    };
  }

  private Optional<Statement> simple(TokenReader tokens) {
    try {
      return Optional.of(SimpleStatement.read(tokens));
    } catch (SyntaxError error) {
      lines.report(tokens.line(), error);
      return Optional.empty();
    }
  }

  private Optional<Statement> stray(TokenReader tokens, String message, String hint) {
    lines.report(tokens.line(), tokens.error(tokens.peek(), message, hint));
    lines.blockOfBroken(tokens, this);
    return Optional.empty();
  }

  private <T> Optional<T> compound(TokenReader tokens, Head<Block, T> head) {
    var complete = head.readTo(tokens, lines);
    if (complete.isEmpty()) {
      lines.blockOfBroken(tokens, this);
      return Optional.empty();
    }
    var body = lines.block(tokens, this);
    return Optional.of(complete.get().apply(new Block(body.items(), body.closing())));
  }

  private Optional<Statement> choice(TokenReader first) {
    var line = first.line();
    var branches = new ArrayList<Optional<Branch>>();
    branches.add(compound(first, this::branch));
    while (lines.continuesWith(TokenKind.ELIF, line)) {
      branches.add(compound(lines.next(), this::branch));
    }
    var otherwise = new ArrayList<Optional<Otherwise>>();
    if (lines.continuesWith(TokenKind.ELSE, line)) {
      otherwise.add(compound(lines.next(), this::otherwise));
    }
    if (branches.stream().anyMatch(Optional::isEmpty)
        || otherwise.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var whole = branches.stream().flatMap(Optional::stream).toList();
    var place = whole.getFirst().place();
    return Optional.of(
        new Statement.If(whole, otherwise.stream().flatMap(Optional::stream).findFirst(), place));
  }

  private Function<Block, Branch> branch(TokenReader tokens) {
    var word = tokens.next();
    var condition = ExpressionParser.expression(tokens);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new Branch(condition, body, trivia, place);
  }

  private Function<Block, Otherwise> otherwise(TokenReader tokens) {
    var word = tokens.next();
    if (tokens.at(TokenKind.IF)) {
      throw tokens.error(tokens.peek(), "'else if' is written 'elif'", "write 'elif condition:'");
    }
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new Otherwise(body, trivia, place);
  }

  private Function<Block, Statement> whileLoop(TokenReader tokens) {
    var word = tokens.next();
    var condition = ExpressionParser.expression(tokens);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new While(condition, body, trivia, place);
  }

  private Function<Block, Statement> loop(TokenReader tokens) {
    var word = tokens.next();
    var counter = tokens.name("the name of a loop's counter");
    tokens.expect(TokenKind.IN, "a loop is written 'for i in 1..n:' or 'for x in v:'");
    var from = ExpressionParser.expression(tokens);
    if (!tokens.skip(TokenKind.RANGE)) {
      rangeOnly(tokens);
      var place = tokens.from(word);
      var trivia = Head.trivia(tokens);
      return body -> new ForEach(counter, from, body, trivia, place);
    }
    var to = ExpressionParser.expression(tokens);
    Optional<Expression> step =
        tokens.skipWord("step")
            ? Optional.of(ExpressionParser.expression(tokens))
            : Optional.empty();
    var checkpointed = checkpointed(tokens);
    var place = tokens.from(word);
    var trivia = Head.trivia(tokens);
    return body -> new ForRange(counter, from, to, step, checkpointed, body, trivia, place);
  }

  private static Optional<Expression> checkpointed(TokenReader tokens) {
    if (!tokens.skipWord("checkpointed")) {
      return Optional.empty();
    }
    tokens.expect(TokenKind.OPEN_ROUND, "write 'checkpointed(10)'");
    var memory = ExpressionParser.expression(tokens);
    tokens.expect(TokenKind.CLOSE_ROUND, "write 'checkpointed(10)'");
    if (tokens.atWord("step")) {
      throw tokens.error(
          tokens.peek(),
          "'step' behind 'checkpointed'",
          "write 'for i in 1..n step 2 checkpointed(10):'");
    }
    return Optional.of(memory);
  }

  private static void rangeOnly(TokenReader tokens) {
    if (tokens.atWord("step") || tokens.atWord("checkpointed")) {
      throw tokens.error(
          tokens.peek(),
          "'%s' in a loop that has no range".formatted(tokens.peek().text()),
          "write 'for i in 1..length(v) %s:'"
              .formatted(tokens.atWord("step") ? "step 2" : "checkpointed(10)"));
    }
  }
}
