package dev.costate.dynamics;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;

/** Everything in a record as text, numbers bit for bit. */
final class Bits {
  private Bits() {}

  static String of(Object value) {
    var text = new StringBuilder();
    append(value, text);
    return text.toString();
  }

  private static void append(Object value, StringBuilder text) {
    switch (value) {
      case Double number -> text.append(Long.toHexString(Double.doubleToRawLongBits(number)));
      case Record parts -> {
        text.append(value.getClass().getSimpleName()).append('(');
        for (var component : value.getClass().getRecordComponents()) {
          try {
            append(component.getAccessor().invoke(parts), text);
          } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
          }
          text.append(',');
        }
        text.append(')');
      }
      case Collection<?> elements -> append(elements.toArray(), text);
      default -> {
        if (value.getClass().isArray()) {
          for (int i = 0; i < Array.getLength(value); i++) {
            append(Array.get(value, i), text.append(i == 0 ? '[' : ' '));
          }
          text.append(']');
        } else {
          text.append(value);
        }
      }
    }
  }

  static List<String> of(List<?> values) {
    return values.stream().map(Bits::of).toList();
  }
}
