package dev.costate.program.emit;

import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.facts.Range;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;

/** Writes truths, mostly as jumps. A comparison with NaN is false, except {@code !=}. */
final class Conditions {
  private final Method method;
  private final CodeBuilder code;
  private final Expressions expressions;

  Conditions(Method method, Expressions expressions) {
    this.method = method;
    this.code = method.code();
    this.expressions = expressions;
  }

  /** Leaves 1 or 0 on the stack. */
  void value(Apply apply) {
    var no = code.newLabel();
    var end = code.newLabel();
    jumpUnless(apply, no);
    code.iconst_1();
    code.goto_(end);
    code.labelBinding(no);
    code.iconst_0();
    code.labelBinding(end);
  }

  void jumpIf(Expression condition, Label target) {
    switch (condition) {
      case Truth(var value, _) -> {
        if (value) {
          code.goto_(target);
        }
      }
      case Apply apply when hasNoMethod(apply) -> jumpIf(apply, target);
      default -> {
        expressions.value(condition);
        code.ifne(target);
      }
    }
  }

  void jumpUnless(Expression condition, Label target) {
    switch (condition) {
      case Truth(var value, _) -> {
        if (!value) {
          code.goto_(target);
        }
      }
      case Apply apply when hasNoMethod(apply) -> jumpUnless(apply, target);
      default -> {
        expressions.value(condition);
        code.ifeq(target);
      }
    }
  }

  private boolean hasNoMethod(Apply apply) {
    return method.function().partition().value(apply).isEmpty();
  }

  private void jumpIf(Apply apply, Label target) {
    var operation = apply.operation();
    switch (operation) {
      case AND -> {
        var end = code.newLabel();
        jumpUnless(apply.argument(0), end);
        method.repeated().inside(() -> jumpIf(apply.argument(1), target));
        code.labelBinding(end);
      }
      case OR -> {
        jumpIf(apply.argument(0), target);
        method.repeated().inside(() -> jumpIf(apply.argument(1), target));
      }
      case NOT -> jumpUnless(apply.argument(0), target);
      default -> {
        if (compareInts(apply)) {
          switch (operation) {
            case EQUAL -> code.if_icmpeq(target);
            case NOT_EQUAL -> code.if_icmpne(target);
            case LESS -> code.if_icmplt(target);
            case LESS_OR_EQUAL -> code.if_icmple(target);
            case GREATER -> code.if_icmpgt(target);
            case GREATER_OR_EQUAL -> code.if_icmpge(target);
            default -> throw noCondition(operation);
          }
          return;
        }
        // NaN compares as greater with dcmpg and as less with dcmpl: the one that does not jump.
        apply.arguments().forEach(expressions::value);
        switch (operation) {
          case EQUAL -> code.dcmpl().ifeq(target);
          case NOT_EQUAL -> code.dcmpl().ifne(target);
          case LESS -> code.dcmpg().iflt(target);
          case LESS_OR_EQUAL -> code.dcmpg().ifle(target);
          case GREATER -> code.dcmpl().ifgt(target);
          case GREATER_OR_EQUAL -> code.dcmpl().ifge(target);
          default -> throw noCondition(operation);
        }
      }
    }
  }

  private void jumpUnless(Apply apply, Label target) {
    var operation = apply.operation();
    switch (operation) {
      case AND -> {
        jumpUnless(apply.argument(0), target);
        method.repeated().inside(() -> jumpUnless(apply.argument(1), target));
      }
      case OR -> {
        var end = code.newLabel();
        jumpIf(apply.argument(0), end);
        method.repeated().inside(() -> jumpUnless(apply.argument(1), target));
        code.labelBinding(end);
      }
      case NOT -> jumpIf(apply.argument(0), target);
      default -> {
        if (compareInts(apply)) {
          switch (operation) {
            case EQUAL -> code.if_icmpne(target);
            case NOT_EQUAL -> code.if_icmpeq(target);
            case LESS -> code.if_icmpge(target);
            case LESS_OR_EQUAL -> code.if_icmpgt(target);
            case GREATER -> code.if_icmple(target);
            case GREATER_OR_EQUAL -> code.if_icmplt(target);
            default -> throw noCondition(operation);
          }
          return;
        }
        // NaN compares as greater with dcmpg and as less with dcmpl: the one that jumps.
        apply.arguments().forEach(expressions::value);
        switch (operation) {
          case EQUAL -> code.dcmpl().ifne(target);
          case NOT_EQUAL -> code.dcmpl().ifeq(target);
          case LESS -> code.dcmpg().ifge(target);
          case LESS_OR_EQUAL -> code.dcmpg().ifgt(target);
          case GREATER -> code.dcmpl().ifle(target);
          case GREATER_OR_EQUAL -> code.dcmpl().iflt(target);
          default -> throw noCondition(operation);
        }
      }
    }
  }

  /** Leaves both sides on the stack as ints, if they are truths or known to be integers. */
  private boolean compareInts(Apply apply) {
    var left = apply.argument(0);
    var right = apply.argument(1);
    if (left.kind() == Kind.TRUTH) {
      expressions.value(left);
      expressions.value(right);
      return true;
    }
    if (Range.of(left, method.ranges()).isPresent()
        && Range.of(right, method.ranges()).isPresent()) {
      expressions.numbers().integer(left);
      expressions.numbers().integer(right);
      return true;
    }
    return false;
  }

  private static IllegalArgumentException noCondition(Operation operation) {
    return new IllegalArgumentException(operation + " does not give a truth value");
  }
}
