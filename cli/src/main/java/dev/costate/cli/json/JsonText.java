package dev.costate.cli.json;

import dev.costate.runtime.NumberText;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON as text. */
public final class JsonText {
  private JsonText() {}

  /** On one line, with a line end behind it. */
  public static String line(Json json) {
    return text(json, ObjectWriteContext.empty());
  }

  /** Indented, with a line end behind it. */
  public static String indented(Json json) {
    return text(json, new Indented());
  }

  private static String text(Json json, ObjectWriteContext context) {
    var text = new StringWriter();
    try (var generator = new JsonFactory().createGenerator(context, text)) {
      write(json, generator);
    }
    return text.append('\n').toString();
  }

  private static void write(Json json, JsonGenerator generator) {
    switch (json) {
      case Json.Number(var value) -> {
        var text = NumberText.of(value);
        if (Double.isFinite(value)) {
          generator.writeNumber(text);
        } else {
          generator.writeString(text);
        }
      }
      case Json.Text(var value) -> generator.writeString(value);
      case Json.Truth(var value) -> generator.writeBoolean(value);
      case Json.Array(var elements) -> {
        generator.writeStartArray();
        elements.forEach(element -> write(element, generator));
        generator.writeEndArray();
      }
      case Json.Members(var members) -> {
        generator.writeStartObject();
        members.forEach((name, value) -> {
          generator.writeName(name);
          write(value, generator);
        });
        generator.writeEndObject();
      }
    }
  }

  private static final class Indented extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
