package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/** Writes the making of arrays. */
final class Arrays {
  private static final MethodTypeDesc VECTOR_OF = MethodTypeDesc.of(Types.VECTOR, Types.DOUBLES);
  private static final MethodTypeDesc MATRIX_OF =
      MethodTypeDesc.of(Types.MATRIX, Types.INT, Types.INT, Types.DOUBLES);
  private static final MethodTypeDesc MATRIX_OF_ROWS =
      MethodTypeDesc.of(Types.MATRIX, Types.VECTOR.arrayType(), Types.INT);
  private static final MethodTypeDesc ZEROS =
      MethodTypeDesc.of(Types.VECTOR, Types.DOUBLE, Types.INT);
  private static final MethodTypeDesc ZEROS_MATRIX =
      MethodTypeDesc.of(Types.MATRIX, Types.DOUBLE, Types.DOUBLE, Types.INT);

  private final Method method;
  private final CodeBuilder code;
  private final Expressions expressions;

  Arrays(Method method, Expressions expressions) {
    this.method = method;
    this.code = method.code();
    this.expressions = expressions;
  }

  /** Replaces the array on the stack by a copy. */
  void copy(Kind kind) {
    var type = Types.of(kind);
    code.invokevirtual(type, "copy", MethodTypeDesc.of(type));
  }

  /** Pushes a table of the generated class. */
  void table(int position) {
    code.getstatic(Types.GENERATED, "TABLES", Types.DOUBLES.arrayType());
    code.loadConstant(position);
    code.aaload();
  }

  /** An operation that gives an array. */
  void apply(Apply apply) {
    var type = Types.of(apply.kind());
    switch (apply.operation()) {
      case ADD -> elementwise(apply, type, "plus");
      case SUBTRACT -> elementwise(apply, type, "minus");
      case MULTIPLY -> {
        operands(apply);
        if (apply.argument(0).kind() == Kind.NUMBER) {
          code.invokestatic(type, "scaled", MethodTypeDesc.of(type, Types.DOUBLE, type));
        } else {
          code.invokevirtual(type, "times", MethodTypeDesc.of(type, Types.DOUBLE));
        }
      }
      case DIVIDE -> {
        operands(apply);
        code.invokevirtual(type, "over", MethodTypeDesc.of(type, Types.DOUBLE));
      }
      case NEGATE -> {
        operands(apply);
        code.invokevirtual(type, "negated", MethodTypeDesc.of(type));
      }
      case ZEROS -> {
        operands(apply);
        method.place(apply.place());
        code.invokestatic(type, "zeros", ZEROS);
      }
      case ZEROS_MATRIX -> {
        operands(apply);
        method.place(apply.place());
        code.invokestatic(type, "zeros", ZEROS_MATRIX);
      }
      default -> throw new IllegalArgumentException(apply.operation() + " does not give an array");
    }
  }

  private void operands(Apply apply) {
    apply.arguments().forEach(expressions::value);
  }

  private void elementwise(Apply apply, ClassDesc type, String name) {
    operands(apply);
    method.place(apply.place());
    code.invokevirtual(type, name, MethodTypeDesc.of(type, type, Types.INT));
  }

  void elements(Elements elements) {
    if (Sizes.isTable(elements)) {
      literals(elements);
    } else if (elements.kind() == Kind.VECTOR) {
      numbers(elements, elements.elements());
      code.invokestatic(Types.VECTOR, "owning", VECTOR_OF);
    } else {
      rows(elements);
    }
  }

  private void literals(Elements elements) {
    var numbers = new ArrayList<Expression>();
    if (elements.kind() == Kind.VECTOR) {
      numbers.addAll(elements.elements());
    } else {
      elements.elements().forEach(row -> numbers.addAll(((Elements) row).elements()));
      code.loadConstant(elements.elements().size());
      code.loadConstant(numbers.size() / elements.elements().size());
    }
    table(
        method
            .plan()
            .table(numbers.stream().mapToDouble(number -> ((Literal) number).value()).toArray()));
    if (elements.kind() == Kind.VECTOR) {
      code.invokestatic(Types.VECTOR, "of", VECTOR_OF);
    } else {
      code.invokestatic(Types.MATRIX, "of", MATRIX_OF);
    }
  }

  /** Pushes a new {@code double[]} of numbers, the parts of a node. */
  void numbers(Object node, List<Expression> numbers) {
    code.loadConstant(numbers.size());
    code.newarray(TypeKind.DOUBLE);
    var fills = method.function().partition().fills(node);
    for (var fill : fills) {
      code.dup();
      fill(fill);
    }
    if (!fills.isEmpty()) {
      return;
    }
    for (int i = 0; i < numbers.size(); i++) {
      code.dup();
      code.loadConstant(i);
      expressions.value(numbers.get(i));
      if (Numbers.isInt(numbers.get(i).kind())) {
        code.i2d();
      }
      code.dastore();
    }
  }

  /**
   * Calls the method that fills in numbers of the {@code double[]} on the stack, and takes that.
   */
  void fill(Part.Fill fill) {
    var function = method.function();
    method.passFrame();
    code.invokestatic(
        Types.GENERATED,
        function.pieceName(fill.number()),
        function.pieceDescriptor(Types.VOID, Types.DOUBLES));
  }

  private void rows(Elements matrix) {
    var rows = matrix.elements();
    code.loadConstant(rows.size());
    code.anewarray(Types.VECTOR);
    for (int i = 0; i < rows.size(); i++) {
      code.dup();
      code.loadConstant(i);
      expressions.value(rows.get(i));
      code.aastore();
    }
    method.place(matrix.place());
    code.invokestatic(Types.MATRIX, "ofRows", MATRIX_OF_ROWS);
  }
}
