package dev.costate.language.parse;

import dev.costate.language.syntax.AssignmentOperator;
import dev.costate.language.syntax.BinaryOperator;
import java.util.Optional;

/** What a token is, and how it is written in canonical form. */
enum TokenKind {
  NUMBER("a number"),
  PERCENTAGE("a percentage"),
  NAME("a name"),
  TEXT("a quoted text"),

  FUNCTION("function"),
  RETURN("return"),
  IF("if"),
  ELIF("elif"),
  ELSE("else"),
  FOR("for"),
  WHILE("while"),
  BREAK("break"),
  CONTINUE("continue"),
  IN("in"),
  OR("or", BinaryOperator.OR),
  AND("and", BinaryOperator.AND),
  NOT("not"),
  TRUE("true"),
  FALSE("false"),

  PLUS("+", BinaryOperator.ADD),
  MINUS("-", BinaryOperator.SUBTRACT),
  TIMES("*", BinaryOperator.MULTIPLY),
  OVER("/", BinaryOperator.DIVIDE),
  POWER("^", BinaryOperator.POWER),
  EQUAL("==", BinaryOperator.EQUAL),
  NOT_EQUAL("!=", BinaryOperator.NOT_EQUAL),
  LESS("<", BinaryOperator.LESS),
  LESS_OR_EQUAL("<=", BinaryOperator.LESS_OR_EQUAL),
  GREATER(">", BinaryOperator.GREATER),
  GREATER_OR_EQUAL(">=", BinaryOperator.GREATER_OR_EQUAL),

  ASSIGN("=", AssignmentOperator.ASSIGN),
  PLUS_ASSIGN("+=", AssignmentOperator.ADD),
  MINUS_ASSIGN("-=", AssignmentOperator.SUBTRACT),
  TIMES_ASSIGN("*=", AssignmentOperator.MULTIPLY),
  OVER_ASSIGN("/=", AssignmentOperator.DIVIDE),

  OPEN_ROUND("("),
  CLOSE_ROUND(")"),
  OPEN_SQUARE("["),
  CLOSE_SQUARE("]"),
  COMMA(","),
  COLON(":"),
  DOT("."),
  RANGE(".."),
  END("the end of the line");

  private final String text;
  private final Optional<BinaryOperator> infix;
  private final Optional<AssignmentOperator> assignment;

  TokenKind(String text) {
    this.text = text;
    this.infix = Optional.empty();
    this.assignment = Optional.empty();
  }

  TokenKind(String text, BinaryOperator infix) {
    this.text = text;
    this.infix = Optional.of(infix);
    this.assignment = Optional.empty();
  }

  TokenKind(String text, AssignmentOperator assignment) {
    this.text = text;
    this.infix = Optional.empty();
    this.assignment = Optional.of(assignment);
  }

  String text() {
    return text;
  }

  Optional<BinaryOperator> infix() {
    return infix;
  }

  Optional<AssignmentOperator> assignment() {
    return assignment;
  }

  boolean isReserved() {
    return compareTo(FUNCTION) >= 0 && compareTo(FALSE) <= 0;
  }

  /** Whether a statement that begins with it has a block. */
  boolean opensBlock() {
    return switch (this) {
      case IF, ELIF, ELSE, FOR, WHILE, FUNCTION -> true;
      default -> false;
    };
  }

  /** Whether it can be the first token of an operand. */
  boolean startsOperand() {
    return switch (this) {
      case NUMBER, PERCENTAGE, NAME, TRUE, FALSE, OPEN_ROUND, OPEN_SQUARE -> true;
      default -> false;
    };
  }

  /** The kind of a word: a reserved word or a name. */
  static TokenKind ofWord(String word) {
    return switch (word) {
      case "function" -> FUNCTION;
      case "return" -> RETURN;
      case "if" -> IF;
      case "elif" -> ELIF;
      case "else" -> ELSE;
      case "for" -> FOR;
      case "while" -> WHILE;
      case "break" -> BREAK;
      case "continue" -> CONTINUE;
      case "in" -> IN;
      case "or" -> OR;
      case "and" -> AND;
      case "not" -> NOT;
      case "true" -> TRUE;
      case "false" -> FALSE;
      default -> NAME;
    };
  }
}
