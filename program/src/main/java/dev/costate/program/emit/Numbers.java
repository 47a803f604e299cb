package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.facts.Range;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Writes arithmetic: of numbers as double, and of indices and bounds as int where they are known to
 * be whole.
 */
final class Numbers {
  private static final MethodTypeDesc TO_NUMBER = MethodTypeDesc.of(Types.DOUBLE);
  private static final MethodTypeDesc TO_NUMBER_AT = MethodTypeDesc.of(Types.DOUBLE, Types.INT);
  private static final MethodTypeDesc TO_INT = MethodTypeDesc.of(Types.INT);
  private static final MethodTypeDesc ELEMENT =
      MethodTypeDesc.of(Types.DOUBLE, Types.INT, Types.INT);
  private static final MethodTypeDesc ELEMENT_MATRIX =
      MethodTypeDesc.of(Types.DOUBLE, Types.INT, Types.INT, Types.INT);

  private final Method method;
  private final CodeBuilder code;
  private final Expressions expressions;

  Numbers(Method method, Expressions expressions) {
    this.method = method;
    this.code = method.code();
    this.expressions = expressions;
  }

  void constant(double value) {
    if (method.plan().isConstant(value)) {
      code.loadConstant(value);
    } else {
      expressions.arrays().table(0);
      code.loadConstant(method.plan().moreNumbers(value));
      code.daload();
    }
  }

  void apply(Apply apply) {
    var folded = Folding.value(apply, method.plan().program());
    if (folded.isPresent()) {
      constant(folded.getAsDouble());
      return;
    }
    if (Repeated.isSlow(apply)) {
      once(apply);
    } else {
      compute(apply);
    }
  }

  /** A call that takes long, or its value if that is at hand. */
  private void once(Apply call) {
    var known = method.repeated().slot(call);
    if (known.isPresent()) {
      code.dload(known.getAsInt());
      return;
    }
    compute(call);
    if (method.repeated().isWorthKeeping(call)) {
      int slot = method.slots().wide();
      code.dup2();
      code.dstore(slot);
      method.repeated().keep(call, slot);
    }
  }

  private void compute(Apply apply) {
    switch (apply.operation()) {
      case ADD -> {
        operands(apply);
        code.dadd();
      }
      case SUBTRACT -> {
        operands(apply);
        code.dsub();
      }
      case MULTIPLY -> {
        operands(apply);
        code.dmul();
      }
      case DIVIDE -> {
        operands(apply);
        code.ddiv();
      }
      case NEGATE -> {
        operands(apply);
        code.dneg();
      }
      case POWER -> power(apply);
      case LN -> math(apply, "log");
      case LOG10, EXP, SQRT, ABS, SIN, COS, TAN, ASIN, ACOS, ATAN, SINH, COSH, TANH, FLOOR, CEIL ->
          math(apply, apply.operation().text());
      case SIGN -> math(apply, "signum");
      case ATAN2 -> {
        operands(apply);
        expressions.math("atan2", Types.BINARY);
      }
      case ERF -> {
        operands(apply);
        code.invokestatic(Types.ERF, "erf", Types.UNARY);
      }
      case MOD -> {
        operands(apply);
        code.invokestatic(Types.NUMBERS, "mod", Types.BINARY);
      }
      case MAX -> fold(apply, "max");
      case MIN -> fold(apply, "min");
      case MAX_OF -> ofArrayAt(apply, "max");
      case MIN_OF -> ofArrayAt(apply, "min");
      case SUM -> {
        operands(apply);
        code.invokevirtual(arrayType(apply), "sum", TO_NUMBER);
      }
      case LENGTH, ROWS, COLUMNS -> {
        size(apply);
        code.i2d();
      }
      case ELEMENT, ELEMENT_MATRIX -> element(apply);
      case ZEROS,
          ZEROS_MATRIX,
          EQUAL,
          NOT_EQUAL,
          LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          AND,
          OR,
          NOT ->
          throw new IllegalArgumentException(apply.operation() + " does not give a number");
    }
  }

  private void operands(Apply apply) {
    apply.arguments().forEach(expressions::value);
  }

  private void math(Apply apply, String name) {
    operands(apply);
    expressions.math(name, Types.UNARY);
  }

  private void power(Apply apply) {
    expressions.value(apply.argument(0));
    if (apply.argument(1) instanceof Literal(var exponent, _) && exponent == 2) {
      code.dup2();
      code.dmul();
      return;
    }
    expressions.value(apply.argument(1));
    code.invokestatic(Types.NUMBERS, "power", Types.BINARY);
  }

  private void fold(Apply apply, String name) {
    expressions.value(apply.argument(0));
    for (var argument : apply.arguments().subList(1, apply.arguments().size())) {
      expressions.value(argument);
      code.invokestatic(Types.NUMBERS, name, Types.BINARY);
    }
  }

  private void ofArrayAt(Apply apply, String name) {
    operands(apply);
    method.place(apply.place());
    code.invokevirtual(arrayType(apply), name, TO_NUMBER_AT);
  }

  private static ClassDesc arrayType(Apply apply) {
    return Types.of(apply.argument(0).kind());
  }

  /** The length, rows or columns of an array as an int. */
  private void size(Apply apply) {
    operands(apply);
    code.invokevirtual(arrayType(apply), apply.operation().text(), TO_INT);
  }

  private void element(Apply apply) {
    expressions.value(apply.argument(0));
    index(apply.argument(1));
    if (apply.operation() == Operation.ELEMENT_MATRIX) {
      index(apply.argument(2));
    }
    method.place(apply.argument(1).place());
    code.invokevirtual(
        arrayType(apply), "get", apply.operation() == Operation.ELEMENT ? ELEMENT : ELEMENT_MATRIX);
  }

  /** An index as an int, known to be whole but not yet to be in range. */
  void index(Expression expression) {
    whole(expression, "index");
  }

  /** A bound of a loop as an int; gives what is known of it. */
  Range bound(Expression expression) {
    var range = Range.of(expression, method.ranges());
    if (range.isPresent() && Range.BOUND.contains(range.get())) {
      integer(expression);
      return range.get();
    }
    checked(expression, "bound");
    return Range.BOUND;
  }

  /** The step of a loop as an int, known not to be 0. */
  void step(Expression expression) {
    checked(expression, "step");
  }

  private void whole(Expression expression, String check) {
    if (Range.of(expression, method.ranges()).isPresent()) {
      integer(expression);
    } else {
      checked(expression, check);
    }
  }

  private void checked(Expression expression, String check) {
    expressions.value(expression);
    method.place(expression.place());
    code.invokestatic(Types.WHOLE, check, Types.CHECK);
  }

  /** An expression that has a {@link Range}, as an int. */
  void integer(Expression expression) {
    switch (expression) {
      case Literal(var value, _) -> code.loadConstant((int) value);
      case Read(var variable, _) -> code.iload(method.counter(variable).orElseThrow());
      case Apply apply -> integer(apply);
      case Expression.Truth _,
          Expression.Constant _,
          Expression.Call _,
          Expression.Conditional _,
          Expression.Elements _,
          Expression.Gradient _ ->
          throw new IllegalArgumentException("no integer: " + expression);
    }
  }

  private void integer(Apply apply) {
    switch (apply.operation()) {
      case LENGTH, ROWS, COLUMNS -> size(apply);
      case NEGATE -> {
        integer(apply.argument(0));
        code.ineg();
      }
      case ADD -> {
        integers(apply);
        code.iadd();
      }
      case SUBTRACT -> {
        integers(apply);
        code.isub();
      }
      case MULTIPLY -> {
        integers(apply);
        code.imul();
      }
      default -> throw new IllegalArgumentException("no integer: " + apply);
    }
  }

  private void integers(Apply apply) {
    integer(apply.argument(0));
    integer(apply.argument(1));
  }

  /** Whether a value of this kind is an int while code runs. */
  static boolean isInt(Kind kind) {
    return kind == Kind.TRUTH;
  }
}
