package dev.costate.language.parse;

import dev.costate.language.Place;
import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Expression.Call;
import dev.costate.language.syntax.Expression.Index;
import dev.costate.language.syntax.Expression.Read;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Statement.Assignment;
import dev.costate.language.syntax.Statement.Break;
import dev.costate.language.syntax.Statement.Continue;
import dev.costate.language.syntax.Statement.Evaluation;
import dev.costate.language.syntax.Statement.Return;
import dev.costate.language.syntax.Target;
import java.util.List;

/**
 * Reads the statements of one line: assignments, calls, {@code return}, {@code break}, {@code
 * continue}.
 */
final class SimpleStatement {
  private SimpleStatement() {}

  /** Reads the rest of a line as one statement. */
  static Statement read(TokenReader tokens) {
    var first = tokens.peek();
    return switch (first.kind()) {
      case RETURN -> returned(tokens);
      case BREAK -> {
        tokens.next();
        tokens.expectEnd("'break' stands alone");
        yield new Break(tokens.trivia(), tokens.place(first));
      }
      case CONTINUE -> {
        tokens.next();
        tokens.expectEnd("'continue' stands alone");
        yield new Continue(tokens.trivia(), tokens.place(first));
      }
      default -> assignmentOrCall(tokens);
    };
  }

  private static Statement returned(TokenReader tokens) {
    var word = tokens.next();
    if (tokens.at(TokenKind.END)) {
      throw tokens.error(word, "'return' without a value", "write 'return a' or 'return a, b'");
    }
    var values = ExpressionParser.list(tokens);
    tokens.expectEnd("");
    return new Return(values, tokens.trivia(), tokens.from(word));
  }

  private static Statement assignmentOrCall(TokenReader tokens) {
    var first = tokens.peek();
    if (first.kind().isReserved() && tokens.peek(1).kind().assignment().isPresent()) {
      throw tokens.error(
          first,
          "'%s' is a reserved word and cannot be a name".formatted(first.text()),
          "choose another name, such as %s_".formatted(first.text()));
    }
    var left = ExpressionParser.list(tokens);
    var assignment = tokens.kind().assignment();
    if (assignment.isPresent()) {
      return assignment(tokens, first, left, assignment.get());
    }
    tokens.expectEnd(
        first.isWord("capacity")
            ? "a capacity stands directly in the block of a firm, not in a branch or loop"
            : "");
    var place = tokens.from(first);
    if (left.size() == 1 && left.getFirst() instanceof Call call) {
      return new Evaluation(call, tokens.trivia(), place);
    }
    throw new SyntaxError(
        place,
        "this line computes a value and does nothing with it",
        left.getFirst() instanceof Expression.Binary(var operator, _, _, _)
                && operator.isComparison()
            ? "assign with '=', as in 'a = 1'"
            : "assign it, as in 'a = …', or give it back with 'return'");
  }

  private static Statement assignment(
      TokenReader tokens, Token first, List<Expression> left, AssignmentOperator operator) {
    var sign = tokens.next();
    var targets = left.stream().map(SimpleStatement::target).toList();
    if (targets.size() > 1 && operator != AssignmentOperator.ASSIGN) {
      throw tokens.error(
          sign,
          "'%s' with %d targets".formatted(operator.text(), targets.size()),
          "only '=' assigns several at once; write one line for each");
    }
    var values = ExpressionParser.list(tokens);
    tokens.expectEnd(
        tokens.at(TokenKind.ASSIGN) ? "a line assigns once; to compare, write '=='" : "");
    var place = tokens.from(first);
    boolean severalOfOneCall = values.size() == 1 && values.getFirst() instanceof Call;
    if (targets.size() != values.size() && !severalOfOneCall) {
      throw new SyntaxError(
          values.getFirst().place().to(values.getLast().place()),
          "%s for %s".formatted(counted(values.size(), "value"), counted(targets.size(), "target")),
          "give as many values as targets, or one call that returns as many; an array is written [1, 2]");
    }
    return new Assignment(targets, operator, values, tokens.trivia(), place);
  }

  private static String counted(int count, String noun) {
    return count == 1 ? "1 " + noun : "%d %ss".formatted(count, noun);
  }

  private static Target target(Expression left) {
    return switch (left) {
      case Read(var name) -> new Target.Whole(name);
      case Index(Read(var array), var indices, var place) ->
          new Target.Element(array, indices, place);
      case Index(Index _, _, var place) ->
          throw notAssignable(place, "an element of a matrix is written m[i, j]");
      default ->
          throw notAssignable(
              left.place(), "the left side is a name or an element: a = …, v[i] = …, m[i, j] = …");
    };
  }

  private static SyntaxError notAssignable(Place place, String hint) {
    return new SyntaxError(place, "this cannot be assigned to", hint);
  }
}
