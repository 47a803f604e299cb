package dev.costate.language;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a syntax tree says, without where it says it: places and sources are left out, so that two
 * texts can be compared.
 */
public final class Shape {
  private Shape() {}

  /** The tree as text, comments included. */
  public static String of(Object node) {
    return switch (node) {
      case List<?> list -> list.stream().map(Shape::of).collect(Collectors.joining(" ", "[", "]"));
      case Optional<?> optional -> optional.map(Shape::of).orElse("none");
      case Record value -> record(value);
      default -> node.toString();
    };
  }

  /** The tree as text without the blank lines before and inside comments. */
  public static String withoutBlankLines(Object node) {
    return of(node).replace("[ ", "[").replace(" ]", "]").replaceAll(" +", " ");
  }

  private static String record(Record value) {
    var parts = new ArrayList<String>();
    parts.add(value.getClass().getSimpleName());
    for (var component : value.getClass().getRecordComponents()) {
      var part = read(value, component);
      if (!(part instanceof Place) && !(part instanceof Source)) {
        parts.add(of(part));
      }
    }
    return "(" + String.join(" ", parts) + ")";
  }

  private static Object read(Record value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
