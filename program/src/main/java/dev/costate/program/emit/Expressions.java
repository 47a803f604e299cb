package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Call;
import dev.costate.program.Expression.Conditional;
import dev.costate.program.Expression.Constant;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Gradient;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Predicate;

/** Writes code that leaves the value of an expression on the stack. */
final class Expressions {
  private final Method method;
  private final CodeBuilder code;
  private final Numbers numbers;
  private final Conditions conditions;
  private final Arrays arrays;
  private final Calls calls;

  Expressions(Method method) {
    this.method = method;
    this.code = method.code();
    this.numbers = new Numbers(method, this);
    this.conditions = new Conditions(method, this);
    this.arrays = new Arrays(method, this);
    this.calls = new Calls(method, this);
  }

  Numbers numbers() {
    return numbers;
  }

  Conditions conditions() {
    return conditions;
  }

  Arrays arrays() {
    return arrays;
  }

  Calls calls() {
    return calls;
  }

  /** The value; an array may be that of a variable, for use but not for keeping. */
  void value(Expression expression) {
    value(expression, _ -> false);
  }

  /**
   * The value.
   *
   * @param copies whether the array of a variable is copied if the value is that
   */
  void value(Expression expression, Predicate<Variable> copies) {
    var piece = method.function().partition().value(expression);
    if (piece.isPresent()) {
      piece(piece.get(), copies);
    } else {
      inPlace(expression, copies);
    }
  }

  private void piece(Part.Value piece, Predicate<Variable> copies) {
    var expression = piece.expression();
    var function = method.function();
    method.passFrame();
    code.invokestatic(
        Types.GENERATED,
        function.pieceName(piece.number()),
        function.pieceDescriptor(Types.of(expression.kind())));
    if (expression.kind().isArray() && mayBeVariable(expression, copies)) {
      arrays.copy(expression.kind());
    }
  }

  /**
   * A piece does not know whether its array is to be kept, so that whoever uses it must copy where
   * one of its reads would.
   */
  private static boolean mayBeVariable(Expression expression, Predicate<Variable> copies) {
    return switch (expression) {
      case Read(var variable, _) -> copies.test(variable);
      case Conditional(_, var then, var otherwise, _) ->
          mayBeVariable(then, copies) || mayBeVariable(otherwise, copies);
      case Literal _, Truth _, Constant _, Apply _, Call _, Elements _, Gradient _ -> false;
    };
  }

  /** The value, computed here even if the expression has a method of its own. */
  void inPlace(Expression expression, Predicate<Variable> copies) {
    switch (expression) {
      case Literal(var value, _) -> numbers.constant(value);
      case Constant(var name, _) -> numbers.constant(method.plan().program().constant(name));
      case Truth(var value, _) -> code.loadConstant(value ? 1 : 0);
      case Read(var variable, _) -> {
        method.load(variable);
        if (variable.kind().isArray() && copies.test(variable)) {
          arrays.copy(variable.kind());
        }
      }
      case Apply apply -> apply(apply);
      case Call call -> calls.single(call);
      case Conditional(var condition, var then, var otherwise, _) -> {
        var no = code.newLabel();
        var end = code.newLabel();
        conditions.jumpUnless(condition, no);
        method.repeated().inside(() -> value(then, copies));
        code.goto_(end);
        code.labelBinding(no);
        method.repeated().inside(() -> value(otherwise, copies));
        code.labelBinding(end);
      }
      case Elements elements -> arrays.elements(elements);
      case Gradient(var function, _, _, _) -> throw unreplaced(function);
    }
  }

  static IllegalStateException unreplaced(String function) {
    return new IllegalStateException(
        "gradient(" + function + ", …) must be replaced by calls before a program is compiled");
  }

  private void apply(Apply apply) {
    if (apply.kind() == Kind.TRUTH) {
      conditions.value(apply);
    } else if (apply.kind().isArray()) {
      arrays.apply(apply);
    } else {
      numbers.apply(apply);
    }
  }

  void math(String name, MethodTypeDesc type) {
    code.invokestatic(Types.MATH, name, type);
  }
}
