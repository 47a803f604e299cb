package dev.costate.cli.checkpoint;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** What records are made of. */
final class Shapes {
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.of(type.getRecordComponents());
        }
      };

  private static final ClassValue<Constructor<?>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          try {
            return type.getConstructor(
                components(type).stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
          } catch (NoSuchMethodException hidden) {
            throw new IllegalArgumentException("not a public record: " + type, hidden);
          }
        }
      };

  private Shapes() {}

  static List<RecordComponent> components(Class<?> type) {
    return COMPONENTS.get(type);
  }

  static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  static boolean isSealed(Type type) {
    return raw(type).isSealed();
  }

  /**
   * @throws UnreadableCheckpoint if a sealed type permits none of this name
   */
  static Class<?> permitted(Class<?> sealed, String name) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .filter(each -> each.getSimpleName().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnreadableCheckpoint("'" + name + "' is no " + sealed.getName()));
  }

  static Object value(RecordComponent component, Record parts) {
    try {
      return component.getAccessor().invoke(parts);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("not a public record: " + parts.getClass(), hidden);
    }
  }

  /**
   * @throws UnreadableCheckpoint if there is no such record
   */
  static Object made(Class<?> type, Object[] values) {
    try {
      return CONSTRUCTORS.get(type).newInstance(values);
    } catch (InvocationTargetException invalid) {
      throw new UnreadableCheckpoint(
          "no %s: %s".formatted(type.getSimpleName(), invalid.getCause()));
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalArgumentException("not a public record: " + type, hidden);
    }
  }
}
