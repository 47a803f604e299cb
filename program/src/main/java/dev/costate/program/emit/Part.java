package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Statement;
import java.util.List;
import java.util.Set;

/** What a function that is too long for one method is cut into. */
sealed interface Part {
  /** A statement that stays where it is. */
  record Inline(Statement statement) implements Part {}

  /**
   * Statements in a method of their own.
   *
   * @param number distinguishes the pieces of a function
   * @param exits how they can end, other than by reaching their end
   */
  record Piece(int number, List<Part> parts, Set<Exit> exits) implements Part {}

  /** How a piece ends before its end; its method says which by the number. */
  enum Exit {
    RETURN(1),
    BREAK(2),
    CONTINUE(3);

    private final int status;

    Exit(int status) {
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** An expression in a method of its own. */
  record Value(int number, Expression expression) {}

  /**
   * A method that computes some of many numbers and puts them into an array.
   *
   * @param from the position of the first
   */
  record Fill(int number, List<Expression> numbers, int from) {}
}
