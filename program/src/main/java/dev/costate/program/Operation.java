package dev.costate.program;

import static dev.costate.program.Operation.Form.*;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The built-in operations: one table for lowering, printing, interpreting, compiling and
 * differentiating. Kinds are as {@code Signatures} in {@code lower} says; the derivative of each is
 * in {@code differentiation}, or declared absent there.
 */
public enum Operation {
  // numbers and, where shapes agree, arrays
  ADD("+", INFIX, 2),
  SUBTRACT("-", INFIX, 2),
  /** Also an array times a number, on either side. */
  MULTIPLY("*", INFIX, 2),
  /** Also an array over a number. */
  DIVIDE("/", INFIX, 2),
  NEGATE("-", PREFIX, 1),
  POWER("^", INFIX, 2),

  LN("ln", CALL, 1),
  LOG10("log10", CALL, 1),
  EXP("exp", CALL, 1),
  SQRT("sqrt", CALL, 1),
  ABS("abs", CALL, 1),
  SIN("sin", CALL, 1),
  COS("cos", CALL, 1),
  TAN("tan", CALL, 1),
  ASIN("asin", CALL, 1),
  ACOS("acos", CALL, 1),
  ATAN("atan", CALL, 1),
  ATAN2("atan2", CALL, 2),
  SINH("sinh", CALL, 1),
  COSH("cosh", CALL, 1),
  TANH("tanh", CALL, 1),
  ERF("erf", CALL, 1),
  FLOOR("floor", CALL, 1),
  CEIL("ceil", CALL, 1),
  SIGN("sign", CALL, 1),
  /** {@code a - b*floor(a/b)}: the result has the sign of b. */
  MOD("mod", CALL, 2),

  /** The largest of two or more numbers; of equal ones the first counts in derivatives. */
  MAX("max", CALL, Operation.ANY),
  MIN("min", CALL, Operation.ANY),
  /** The largest element of one array (at least one element). */
  MAX_OF("max", CALL, 1),
  MIN_OF("min", CALL, 1),

  SUM("sum", CALL, 1),
  LENGTH("length", CALL, 1),
  ROWS("rows", CALL, 1),
  COLUMNS("columns", CALL, 1),
  /** {@code zeros(n)}. */
  ZEROS("zeros", CALL, 1),
  /** {@code zeros(n, m)}. */
  ZEROS_MATRIX("zeros", CALL, 2),
  /** {@code v[i]}, from 1. */
  ELEMENT("[]", INDEX, 2),
  /** {@code m[i, j]}, from 1. */
  ELEMENT_MATRIX("[]", INDEX, 3),

  EQUAL("==", INFIX, 2),
  NOT_EQUAL("!=", INFIX, 2),
  LESS("<", INFIX, 2),
  LESS_OR_EQUAL("<=", INFIX, 2),
  GREATER(">", INFIX, 2),
  GREATER_OR_EQUAL(">=", INFIX, 2),
  /** The right side is evaluated only when the left is true. */
  AND("and", INFIX, 2),
  /** The right side is evaluated only when the left is false. */
  OR("or", INFIX, 2),
  NOT("not", PREFIX, 1);

  /** How an operation is written. */
  public enum Form {
    INFIX,
    PREFIX,
    CALL,
    INDEX
  }

  /** The arity of operations that take two or more arguments. */
  public static final int ANY = -1;

  private static final Map<String, Operation> CALLS =
      Arrays.stream(values())
          .filter(o -> o.form == CALL && o != MAX_OF && o != MIN_OF && o != ZEROS_MATRIX)
          .collect(Collectors.toUnmodifiableMap(Operation::text, Function.identity()));

  private final String text;
  private final Form form;
  private final int arity;

  Operation(String text, Form form, int arity) {
    this.text = text;
    this.form = form;
    this.arity = arity;
  }

  public String text() {
    return text;
  }

  public Form form() {
    return form;
  }

  public int arity() {
    return arity;
  }

  public boolean isComparison() {
    return compareTo(EQUAL) >= 0 && compareTo(GREATER_OR_EQUAL) <= 0;
  }

  public boolean isLogic() {
    return this == AND || this == OR || this == NOT;
  }

  /**
   * The built-in called by a name; for {@code max} and {@code min} the form over several numbers,
   * for {@code zeros} the vector.
   */
  public static Optional<Operation> called(String name) {
    return Optional.ofNullable(CALLS.get(name));
  }
}
