package dev.costate.program.emit;

import dev.costate.language.Place;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Call;
import dev.costate.program.Variable;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Writes calls of the program's functions. */
final class Calls {
  private static final MethodTypeDesc DEEPER = MethodTypeDesc.of(Types.INT, Types.INT, Types.INT);

  private final Method method;
  private final CodeBuilder code;
  private final Expressions expressions;

  Calls(Method method, Expressions expressions) {
    this.method = method;
    this.code = method.code();
    this.expressions = expressions;
  }

  /** Leaves the only result on the stack. */
  void single(Call call) {
    call(call.function(), call, call.arguments(), call.place());
  }

  /**
   * Leaves the only result on the stack, or several in the registers.
   *
   * @param node what the arguments are parts of
   */
  void call(String function, Object node, List<Expression> arguments, Place place) {
    var convention = method.plan().convention(function);
    switch (convention.packing()) {
      case SINGLE -> arguments.forEach(expressions::value);
      case ARRAYS -> packed(node, arguments);
    }
    for (var extra : convention.extras()) {
      switch (extra) {
        case KEEPS -> code.loadConstant(keeps(convention, arguments));
        case REMAINING -> {
          code.iload(method.extra(extra));
          method.place(place);
          code.invokestatic(Types.DEPTH, "deeper", DEEPER);
        }
        case NUMBER_REGISTERS, ARRAY_REGISTERS -> code.aload(method.extra(extra));
      }
    }
    code.invokestatic(Types.GENERATED, convention.name(), convention.descriptor());
  }

  private int keeps(Convention callee, List<Expression> arguments) {
    int bits = 0;
    for (Variable parameter : callee.copies().keepable()) {
      var argument = arguments.get(callee.function().parameters().indexOf(parameter));
      var statement = method.statement();
      if (statement.isPresent() && method.convention().copies().onCall(argument, statement.get())) {
        bits |= 1 << callee.copies().keepable().indexOf(parameter);
      }
    }
    return bits;
  }

  /** Evaluates in order, whatever the kinds: the two arrays are filled side by side. */
  private void packed(Object node, List<Expression> arguments) {
    long numbers = arguments.stream().filter(argument -> !argument.kind().isArray()).count();
    if (numbers == arguments.size()) {
      expressions.arrays().numbers(node, arguments);
      return;
    }
    if (numbers > 0) {
      code.loadConstant((int) numbers);
      code.newarray(java.lang.classfile.TypeKind.DOUBLE);
    }
    code.loadConstant((int) (arguments.size() - numbers));
    code.anewarray(Types.OBJECT);
    int number = 0;
    int array = 0;
    for (var argument : arguments) {
      if (argument.kind().isArray()) {
        code.dup();
        code.loadConstant(array++);
        expressions.value(argument);
        code.aastore();
      } else {
        code.swap();
        code.dup_x1();
        code.loadConstant(number++);
        expressions.value(argument);
        if (Numbers.isInt(argument.kind())) {
          code.i2d();
        }
        code.dastore();
      }
    }
  }
}
