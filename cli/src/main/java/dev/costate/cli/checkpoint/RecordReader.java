package dev.costate.cli.checkpoint;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads what {@link RecordWriter} writes, component by component in their order. */
final class RecordReader {
  private final JsonParser json;

  RecordReader(JsonParser json) {
    this.json = json;
  }

  /**
   * The value that begins with the next token.
   *
   * @throws UnreadableCheckpoint if there is another
   */
  Object read(Type type) {
    return value(json.nextToken(), type);
  }

  private Object value(JsonToken token, Type type) {
    var raw = Shapes.raw(type);
    if (raw == long.class) {
      return whole(token);
    }
    if (raw == int.class) {
      return Math.toIntExact(whole(token));
    }
    if (raw == double.class || raw == Double.class) {
      return number(token);
    }
    if (raw == boolean.class) {
      expect(token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE, "a truth", token);
      return token == JsonToken.VALUE_TRUE;
    }
    if (raw == String.class) {
      return text(token);
    }
    if (raw == long[].class) {
      return wholes(token);
    }
    if (raw == double[].class) {
      return numbers(token);
    }
    if (raw.isEnum()) {
      return name(raw, text(token));
    }
    if (raw == java.util.List.class) {
      return list(token, Shapes.argument(type, 0));
    }
    if (raw == Map.class) {
      return map(token, Shapes.argument(type, 1));
    }
    return raw.isSealed() ? sealed(token, raw) : record(token, raw);
  }

  private void expect(boolean isThere, String what, JsonToken found) {
    if (!isThere) {
      throw new UnreadableCheckpoint(
          "%s where %s should be, at byte %d"
              .formatted(found, what, json.currentTokenLocation().getByteOffset()));
    }
  }

  /** The next token must be the name of a component. */
  void expectName(String name) {
    var token = json.nextToken();
    expect(
        token == JsonToken.PROPERTY_NAME && json.currentName().equals(name),
        "'" + name + "'",
        token);
  }

  void expectNext(JsonToken expected) {
    var token = json.nextToken();
    expect(token == expected, expected.toString(), token);
  }

  private long whole(JsonToken token) {
    expect(token == JsonToken.VALUE_NUMBER_INT, "a whole number", token);
    return json.getLongValue();
  }

  private double number(JsonToken token) {
    expect(
        token == JsonToken.VALUE_NUMBER_FLOAT
            || token == JsonToken.VALUE_NUMBER_INT
            || token == JsonToken.VALUE_STRING,
        "a number",
        token);
    try {
      return Double.parseDouble(json.getString());
    } catch (NumberFormatException _) {
      throw new UnreadableCheckpoint("'%s' is no number".formatted(json.getString()));
    }
  }

  private String text(JsonToken token) {
    expect(token == JsonToken.VALUE_STRING, "a text", token);
    return json.getString();
  }

  private static Object name(Class<?> type, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(name))
        .findFirst()
        .orElseThrow(() -> new UnreadableCheckpoint("'%s' is no %s".formatted(name, type)));
  }

  private long[] wholes(JsonToken token) {
    expect(token == JsonToken.START_ARRAY, "an array", token);
    var numbers = new long[8];
    int count = 0;
    for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = whole(next);
    }
    return Arrays.copyOf(numbers, count);
  }

  private double[] numbers(JsonToken token) {
    expect(token == JsonToken.START_ARRAY, "an array", token);
    var numbers = new double[8];
    int count = 0;
    for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
      numbers[count++] = number(next);
    }
    return Arrays.copyOf(numbers, count);
  }

  private Object list(JsonToken token, Type element) {
    expect(token == JsonToken.START_ARRAY, "a list", token);
    var elements = new ArrayList<Object>();
    for (var next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      elements.add(value(next, element));
    }
    return elements;
  }

  private Object map(JsonToken token, Type member) {
    expect(token == JsonToken.START_OBJECT, "an object", token);
    var members = new LinkedHashMap<String, Object>();
    for (var next = json.nextToken(); next != JsonToken.END_OBJECT; next = json.nextToken()) {
      expect(next == JsonToken.PROPERTY_NAME, "a name", next);
      members.put(json.currentName(), read(member));
    }
    return members;
  }

  private Object sealed(JsonToken token, Class<?> type) {
    expect(token == JsonToken.START_OBJECT, "an object", token);
    expect(json.nextToken() == JsonToken.PROPERTY_NAME, "a name", json.currentToken());
    var value = record(json.nextToken(), Shapes.permitted(type, json.currentName()));
    expectNext(JsonToken.END_OBJECT);
    return value;
  }

  private Object record(JsonToken token, Class<?> type) {
    expect(token == JsonToken.START_OBJECT, "an object", token);
    var components = Shapes.components(type);
    var values = new Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      expectName(components.get(i).getName());
      values[i] = read(components.get(i).getGenericType());
    }
    expectNext(JsonToken.END_OBJECT);
    return Shapes.made(type, values);
  }
}
