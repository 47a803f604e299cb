package dev.costate.cli.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A JSON value. */
public sealed interface Json {
  /** A number; NaN and infinities are written as text. */
  record Number(double value) implements Json {}

  record Text(String value) implements Json {}

  record Truth(boolean value) implements Json {}

  record Array(List<Json> elements) implements Json {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /** An object; its members keep their order. */
  record Members(Map<String, Json> members) implements Json {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** This object with one more member at its end. */
    public Members with(String name, Json value) {
      var more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Members(more);
    }

    public Members with(String name, double value) {
      return with(name, new Number(value));
    }

    public Members with(String name, String value) {
      return with(name, new Text(value));
    }
  }

  static Members object() {
    return new Members(Map.of());
  }

  static Json of(double value) {
    return new Number(value);
  }

  static Json array(double[] values) {
    var elements = new ArrayList<Json>();
    for (double value : values) {
      elements.add(new Number(value));
    }
    return new Array(elements);
  }

  /** An object of numbers. */
  static Members numbers(Map<String, Double> values) {
    var members = new LinkedHashMap<String, Json>();
    values.forEach((name, value) -> members.put(name, new Number(value)));
    return new Members(members);
  }

  /** An object with a member for each element. */
  static <T> Members members(List<T> elements, Function<T, String> name, Function<T, Json> value) {
    var members = new LinkedHashMap<String, Json>();
    elements.forEach(element -> members.put(name.apply(element), value.apply(element)));
    return new Members(members);
  }
}
