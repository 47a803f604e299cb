package dev.costate.java.read;

import dev.costate.program.Kind;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The types of Java that are read; of byte, short and char, only as they take part in arithmetic.
 */
public enum Type {
  DOUBLE(Kind.NUMBER, "double"),
  INT(Kind.NUMBER, "int"),
  LONG(Kind.NUMBER, "long"),
  BYTE(Kind.NUMBER, "byte"),
  SHORT(Kind.NUMBER, "short"),
  CHAR(Kind.NUMBER, "char"),
  BOOLEAN(Kind.TRUTH, "boolean"),
  DOUBLES(Kind.VECTOR, "double[]"),
  INTS(Kind.VECTOR, "int[]"),
  MATRIX(Kind.MATRIX, "double[][]"),
  NOTHING(Kind.NUMBER, "void"),
  OTHER(Kind.NUMBER, "");

  private final Kind kind;
  private final String text;

  Type(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  static Type of(TypeMirror type) {
    return switch (type.getKind()) {
      case DOUBLE -> DOUBLE;
      case INT -> INT;
      case LONG -> LONG;
      case BYTE -> BYTE;
      case SHORT -> SHORT;
      case CHAR -> CHAR;
      case BOOLEAN -> BOOLEAN;
      case VOID -> NOTHING;
      case ARRAY -> ofArray(((ArrayType) type).getComponentType());
      default -> OTHER;
    };
  }

  private static Type ofArray(TypeMirror element) {
    return switch (element.getKind()) {
      case DOUBLE -> DOUBLES;
      case INT -> INTS;
      case ARRAY ->
          ((ArrayType) element).getComponentType().getKind() == TypeKind.DOUBLE ? MATRIX : OTHER;
      default -> OTHER;
    };
  }

  public Kind kind() {
    return kind;
  }

  public boolean isArray() {
    return kind.isArray();
  }

  /** Whether it is a type of whole numbers. */
  public boolean isWhole() {
    return switch (this) {
      case INT, LONG, BYTE, SHORT, CHAR -> true;
      default -> false;
    };
  }

  boolean isNumber() {
    return this == DOUBLE || isWhole();
  }

  /** Whether values of the type may be differentiated. */
  public boolean isSmooth() {
    return this == DOUBLE || this == DOUBLES || this == MATRIX;
  }

  /** What values of the type can be. */
  Interval range() {
    return switch (this) {
      case LONG -> Interval.LONG;
      case BYTE -> new Interval(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> new Interval(Short.MIN_VALUE, Short.MAX_VALUE);
      case CHAR -> new Interval(Character.MIN_VALUE, Character.MAX_VALUE);
      default -> Interval.INT;
    };
  }

  /** The type of the elements. */
  Type element() {
    return switch (this) {
      case DOUBLES -> DOUBLE;
      case INTS -> INT;
      case MATRIX -> DOUBLES;
      default -> throw new IllegalStateException(this + " has no elements");
    };
  }

  /** As Java writes it. */
  public String text() {
    return text;
  }
}
