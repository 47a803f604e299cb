package dev.costate.economy.technology;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The ready technologies: functions that every file has unless it writes its own. */
public final class ReadyTechnologies {
  /** {@code ces(scale, elasticity, [shares], [inputs])}. */
  public static final String CES = "ces";

  /** {@code cobb_douglas(scale, [exponents], [inputs])}. */
  public static final String COBB_DOUGLAS = "cobb_douglas";

  /** {@code leontief([inputs], [needed per unit])}. */
  public static final String LEONTIEF = "leontief";

  /** {@code ces_at(output0, elasticity, [inputs], [inputs0], [prices0])}. */
  public static final String CES_AT = "ces_at";

  /** {@code a, b = cet_at(level, level0, elasticity, [outputs0], [prices0])}. */
  public static final String CET_AT = "cet_at";

  private static final Set<String> CODED = Set.of(CES, COBB_DOUGLAS, LEONTIEF, CES_AT, "least");
  private static final String FILE = "ready.market";

  private ReadyTechnologies() {}

  /** The names of the functions that are written in the language. */
  public static Set<String> coded() {
    return CODED;
  }

  /** Their code. */
  public static List<FunctionDeclaration> functions() {
    return parsed(text());
  }

  private static List<FunctionDeclaration> parsed(String code) {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of("ready technologies", code), diagnostics);
    if (diagnostics.hasErrors()) {
      throw new IllegalStateException("ready technologies: " + diagnostics.all());
    }
    return file.declarations().stream().map(FunctionDeclaration.class::cast).toList();
  }

  /** Whether a function of a program is a ready technology. */
  public static boolean isReady(String function) {
    return CODED.contains(function) || isSplit(function);
  }

  /** Whether a function of a program splits a level into outputs. */
  public static boolean isSplit(String function) {
    return function.startsWith(CET_AT + "[");
  }

  /**
   * The split of a level into outputs in the proportions of the benchmark. Its values are one plan
   * among those that the technology allows; prices choose among them.
   */
  public static FunctionDeclaration split(int outputs) {
    var results = new StringBuilder();
    for (int k = 1; k <= outputs; k++) {
      results.append(k == 1 ? "" : ", ").append("level / level0 * outputs0[").append(k).append(']');
    }
    var code =
        """
        function split(level, level0, elasticity, outputs0, prices0):
            unused = elasticity + sum(prices0)
            return %s
        """
            .formatted(results);
    var split = parsed(code).getFirst();
    return new FunctionDeclaration(
        new Name(CET_AT + "[" + outputs + "]", split.place()),
        split.parameters(),
        split.body(),
        split.trivia(),
        split.place());
  }

  private static String text() {
    try (var stream = ReadyTechnologies.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new IllegalStateException("no " + FILE);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
