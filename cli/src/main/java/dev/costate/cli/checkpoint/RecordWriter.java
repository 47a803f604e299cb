package dev.costate.cli.checkpoint;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes records as JSON objects by the names of their components. A component is a number, a text,
 * a truth, one of a list of names, an array of numbers, a list, a map of texts, or again a record;
 * a record of a sealed type stands in an object with its name.
 */
final class RecordWriter {
  private final JsonGenerator json;

  RecordWriter(JsonGenerator json) {
    this.json = json;
  }

  void write(Object value, Type type) {
    switch (value) {
      case Long number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Double number -> write(number.doubleValue());
      case Boolean truth -> json.writeBoolean(truth);
      case String text -> json.writeString(text);
      case Enum<?> name -> json.writeString(name.name());
      case long[] numbers -> write(numbers);
      case double[] numbers -> write(numbers);
      case List<?> elements -> {
        json.writeStartArray();
        elements.forEach(element -> write(element, Shapes.argument(type, 0)));
        json.writeEndArray();
      }
      case Map<?, ?> members -> {
        json.writeStartObject();
        members.forEach((name, member) -> {
          json.writeName((String) name);
          write(member, Shapes.argument(type, 1));
        });
        json.writeEndObject();
      }
      case Record parts -> {
        if (Shapes.isSealed(type)) {
          json.writeStartObject();
          json.writeName(parts.getClass().getSimpleName());
          write(parts);
          json.writeEndObject();
        } else {
          write(parts);
        }
      }
      default -> throw new IllegalArgumentException("no shape for " + value.getClass());
    }
  }

  private void write(Record parts) {
    json.writeStartObject();
    for (RecordComponent component : Shapes.components(parts.getClass())) {
      json.writeName(component.getName());
      write(Shapes.value(component, parts), component.getGenericType());
    }
    json.writeEndObject();
  }

  /** Numbers that JSON has none for are written as text. */
  private void write(double number) {
    if (Double.isFinite(number)) {
      json.writeNumber(Double.toString(number));
    } else {
      json.writeString(Double.toString(number));
    }
  }

  private void write(long[] numbers) {
    json.writeStartArray();
    for (long number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private void write(double[] numbers) {
    json.writeStartArray();
    for (double number : numbers) {
      write(number);
    }
    json.writeEndArray();
  }
}
