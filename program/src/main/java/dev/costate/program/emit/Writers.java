package dev.costate.program.emit;

import dev.costate.program.Function;
import dev.costate.program.Kind;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.function.Consumer;

/**
 * The methods of one function: each is written by one of these. A writer may be run more than once,
 * and then writes the same again.
 */
final class Writers {
  private Writers() {}

  /** The main method: what callers call. */
  record Main(Plan plan, FunctionPlan function) implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var method = new Method(code, plan, function);
      var convention = function.convention();
      int numbers = -1;
      int arrays = -1;
      switch (convention.packing()) {
        case SINGLE -> function.function().parameters().forEach(p -> method.slots().of(p));
        case ARRAYS -> {
          numbers = convention.passes(false) ? method.slots().narrow() : -1;
          arrays = convention.passes(true) ? method.slots().narrow() : -1;
        }
      }
      method.takeExtras(convention.extras());
      if (function.partition().isCut()) {
        method.makeFrame();
      }
      parameters(method, numbers, arrays);
      copyChanged(method);
      var exits = new Exits(method, Exits.Role.MAIN);
      exits.end(new Statements(method, exits).block(function.function().body()));
      plan.noteSlots(method.slots().count());
    }

    /** Brings parameters to where the function expects them. */
    private void parameters(Method method, int numbers, int arrays) {
      var code = method.code();
      int number = 0;
      int array = 0;
      for (var parameter : function.function().parameters()) {
        if (function.convention().packing() == Convention.Packing.SINGLE) {
          if (function.homes().cell(parameter).isPresent()) {
            method.loadSlot(parameter.kind(), method.slots().of(parameter));
            method.store(parameter);
          }
        } else if (parameter.kind().isArray()) {
          code.aload(arrays);
          code.loadConstant(array++);
          code.aaload();
          code.checkcast(Types.of(parameter.kind()));
          method.store(parameter);
        } else {
          code.aload(numbers);
          code.loadConstant(number++);
          code.daload();
          if (Numbers.isInt(parameter.kind())) {
            code.d2i();
          }
          method.store(parameter);
        }
      }
    }

    /**
     * Copies the parameters that the function changes in place, unless the caller lets them be
     * kept.
     */
    private void copyChanged(Method method) {
      var code = method.code();
      var copies = function.convention().copies();
      for (var parameter : function.function().parameters()) {
        if (!parameter.kind().isArray() || !copies.isChanged(parameter)) {
          continue;
        }
        int bit = copies.keepable().indexOf(parameter);
        var kept = code.newLabel();
        if (bit >= 0) {
          code.iload(method.extra(Convention.Extra.KEEPS));
          code.loadConstant(1 << bit);
          code.iand();
          code.ifne(kept);
        }
        method.load(parameter);
        new Expressions(method).arrays().copy(parameter.kind());
        method.store(parameter);
        code.labelBinding(kept);
      }
    }
  }

  /** A piece of the statements. */
  record Piece(Plan plan, FunctionPlan function, Part.Piece piece)
      implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var method = new Method(code, plan, function);
      method.takeFrame();
      method.takeExtras(function.pieceExtras());
      var exits = new Exits(method, Exits.Role.PIECE);
      exits.end(new Statements(method, exits).parts(piece.parts()));
      plan.noteSlots(method.slots().count());
    }
  }

  /** An expression; its array, if it is one, may be that of a variable. */
  record Value(Plan plan, FunctionPlan function, Part.Value value)
      implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var method = new Method(code, plan, function);
      method.takeFrame();
      method.takeExtras(function.pieceExtras());
      new Expressions(method).inPlace(value.expression(), _ -> false);
      Exits.returnValue(code, value.expression().kind());
    }
  }

  /** Numbers that go into an array. */
  record Fill(Plan plan, FunctionPlan function, Part.Fill fill) implements Consumer<CodeBuilder> {
    @Override
    public void accept(CodeBuilder code) {
      var method = new Method(code, plan, function);
      int target = method.slots().narrow();
      method.takeFrame();
      method.takeExtras(function.pieceExtras());
      var expressions = new Expressions(method);
      for (int i = 0; i < fill.numbers().size(); i++) {
        code.aload(target);
        code.loadConstant(fill.from() + i);
        expressions.value(fill.numbers().get(i));
        code.dastore();
      }
      code.return_();
    }
  }

  /** From {@link Code#enter} to the main method of a function. */
  record Bridge(Plan plan, Convention convention) implements Consumer<CodeBuilder> {
    private static final int NUMBERS = 0;
    private static final int ARRAYS = 1;
    private static final int OUT_NUMBERS = 2;
    private static final int OUT_ARRAYS = 3;
    private static final int REMAINING = 4;
    private static final int NUMBER_REGISTERS = 5;
    private static final int ARRAY_REGISTERS = 6;
    private static final int RESULT = 7;

    @Override
    public void accept(CodeBuilder code) {
      var function = convention.function();
      boolean roomy = function.results().size() >= plan.registers();
      registers(code, roomy);
      arguments(code, function);
      for (var extra : convention.extras()) {
        switch (extra) {
          case KEEPS -> code.iconst_0();
          case REMAINING -> code.iload(REMAINING);
          case NUMBER_REGISTERS -> code.aload(NUMBER_REGISTERS);
          case ARRAY_REGISTERS -> code.aload(ARRAY_REGISTERS);
        }
      }
      code.invokestatic(Types.GENERATED, convention.name(), convention.descriptor());
      if (convention.hasSeveralResults()) {
        if (!roomy) {
          results(code, function);
        }
      } else {
        result(code, function.results().getFirst());
      }
      code.return_();
    }

    /**
     * The registers are the arrays for the results, where these are large enough for every call
     * inside.
     */
    private void registers(CodeBuilder code, boolean roomy) {
      if (convention.has(Convention.Extra.NUMBER_REGISTERS)) {
        if (roomy) {
          code.aload(OUT_NUMBERS);
        } else {
          code.loadConstant(plan.registers());
          code.newarray(TypeKind.DOUBLE);
        }
        code.astore(NUMBER_REGISTERS);
      }
      if (convention.has(Convention.Extra.ARRAY_REGISTERS)) {
        if (roomy) {
          code.aload(OUT_ARRAYS);
        } else {
          code.loadConstant(plan.registers());
          code.anewarray(Types.OBJECT);
        }
        code.astore(ARRAY_REGISTERS);
      }
    }

    private void arguments(CodeBuilder code, Function function) {
      switch (convention.packing()) {
        case SINGLE -> {
          int number = 0;
          int array = 0;
          for (var parameter : function.parameters()) {
            if (parameter.kind().isArray()) {
              code.aload(ARRAYS);
              code.loadConstant(array++);
              code.aaload();
              code.checkcast(Types.of(parameter.kind()));
            } else {
              code.aload(NUMBERS);
              code.loadConstant(number++);
              code.daload();
              if (Numbers.isInt(parameter.kind())) {
                code.d2i();
              }
            }
          }
        }
        case ARRAYS -> {
          if (convention.passes(false)) {
            code.aload(NUMBERS);
          }
          if (convention.passes(true)) {
            code.aload(ARRAYS);
          }
        }
      }
    }

    private static void result(CodeBuilder code, Kind kind) {
      switch (kind) {
        case NUMBER, TRUTH -> {
          if (Numbers.isInt(kind)) {
            code.i2d();
          }
          code.dstore(RESULT);
          code.aload(OUT_NUMBERS);
          code.iconst_0();
          code.dload(RESULT);
          code.dastore();
        }
        case VECTOR, MATRIX -> {
          code.astore(RESULT);
          code.aload(OUT_ARRAYS);
          code.iconst_0();
          code.aload(RESULT);
          code.aastore();
        }
      }
    }

    private static void results(CodeBuilder code, Function function) {
      for (int i = 0; i < function.results().size(); i++) {
        boolean array = function.results().get(i).isArray();
        code.aload(array ? OUT_ARRAYS : OUT_NUMBERS);
        code.loadConstant(i);
        code.aload(array ? ARRAY_REGISTERS : NUMBER_REGISTERS);
        code.loadConstant(i);
        if (array) {
          code.aaload();
          code.aastore();
        } else {
          code.daload();
          code.dastore();
        }
      }
    }
  }
}
