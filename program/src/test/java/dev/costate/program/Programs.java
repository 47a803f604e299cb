package dev.costate.program;

import dev.costate.language.Diagnostic;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.lower.Lowering;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Programs from text, for tests. */
public final class Programs {
  private Programs() {}

  /** The program of a text that must be right. */
  public static Program of(String text) {
    return of(text, Map.of());
  }

  public static Program of(String text, Map<String, Double> constants) {
    return of(text, lowering -> lowering.withConstants(constants));
  }

  /** The program of a text that must be right, lowered in a way of one's own. */
  public static Program of(String text, UnaryOperator<Lowering> way) {
    var diagnostics = new Diagnostics();
    var program = lower(text, way, diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalArgumentException(text + "\n" + messages(diagnostics));
    }
    return program;
  }

  /** What is wrong with a text, each with its line and hint. */
  public static List<String> errors(String text) {
    return errors(text, UnaryOperator.identity());
  }

  public static List<String> errors(String text, UnaryOperator<Lowering> way) {
    var diagnostics = new Diagnostics();
    lower(text, way, diagnostics);
    return messages(diagnostics);
  }

  private static Program lower(String text, UnaryOperator<Lowering> way, Diagnostics diagnostics) {
    var file = Parser.parse(Source.of("test.market", text), diagnostics);
    return way.apply(Lowering.of(file.functions())).lower(diagnostics);
  }

  private static List<String> messages(Diagnostics diagnostics) {
    return diagnostics.all().stream().map(Programs::message).toList();
  }

  private static String message(Diagnostic diagnostic) {
    var place = diagnostic.place();
    return place.line()
        + ":"
        + place.column()
        + " `"
        + place.text().lines().findFirst().orElse("")
        + "` "
        + diagnostic.message()
        + (diagnostic.hint().isEmpty() ? "" : "\n  hint: " + diagnostic.hint());
  }
}
