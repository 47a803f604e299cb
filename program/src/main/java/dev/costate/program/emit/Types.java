package dev.costate.program.emit;

import dev.costate.program.Kind;
import dev.costate.runtime.Depth;
import dev.costate.runtime.Erf;
import dev.costate.runtime.Matrix;
import dev.costate.runtime.Numbers;
import dev.costate.runtime.Vector;
import dev.costate.runtime.Whole;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/** The types that generated code mentions. */
final class Types {
  static final ClassDesc DOUBLE = ConstantDescs.CD_double;
  static final ClassDesc INT = ConstantDescs.CD_int;
  static final ClassDesc VOID = ConstantDescs.CD_void;
  static final ClassDesc DOUBLES = DOUBLE.arrayType();
  static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  static final ClassDesc OBJECTS = OBJECT.arrayType();
  static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  static final ClassDesc VECTOR = of(Vector.class);
  static final ClassDesc MATRIX = of(Matrix.class);
  static final ClassDesc NUMBERS = of(Numbers.class);
  static final ClassDesc ERF = of(Erf.class);
  static final ClassDesc WHOLE = of(Whole.class);
  static final ClassDesc DEPTH = of(Depth.class);
  static final ClassDesc CODE = of(Code.class);
  static final ClassDesc HANDOVER = of(Handover.class);

  static final ClassDesc GENERATED = ClassDesc.of("dev.costate.program.emit.Generated");

  static final MethodTypeDesc UNARY = MethodTypeDesc.of(DOUBLE, DOUBLE);
  static final MethodTypeDesc BINARY = MethodTypeDesc.of(DOUBLE, DOUBLE, DOUBLE);
  static final MethodTypeDesc CHECK = MethodTypeDesc.of(INT, DOUBLE, INT);

  /** Of the bridge behind each function, see {@link Code#enter}. */
  static final MethodTypeDesc BRIDGE =
      MethodTypeDesc.of(VOID, DOUBLES, OBJECTS, DOUBLES, OBJECTS, INT);

  static final MethodTypeDesc ENTER =
      MethodTypeDesc.of(VOID, INT, DOUBLES, OBJECTS, DOUBLES, OBJECTS, INT);

  private Types() {}

  private static ClassDesc of(Class<?> type) {
    return ClassDesc.of(type.getName());
  }

  /** What a value of a kind is while generated code runs; a truth is an int. */
  static ClassDesc of(Kind kind) {
    return switch (kind) {
      case NUMBER -> DOUBLE;
      case TRUTH -> INT;
      case VECTOR -> VECTOR;
      case MATRIX -> MATRIX;
    };
  }
}
