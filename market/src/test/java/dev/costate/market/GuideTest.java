package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the guide to the Java API shows is what {@link GuideExamples} says, is compiled and prints:
 * a block {@code ```java NAME} is the body of that method, {@code ```text NAME} what it prints.
 */
final class GuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "guide-java-api.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "dev", "costate", "market", "GuideExamples.java");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(java|text) (\\w+)\\n(.*?)^```$");
  private static final Pattern BODY =
      Pattern.compile("(?ms)^  static void (\\w+)\\(PrintStream out\\)[^\\n]*\\{\\n(.*?)^  \\}$");

  /** A program of the guide. */
  private interface Program {
    void run(PrintStream out) throws IOException;
  }

  private static final Map<String, Program> PROGRAMS =
      new TreeMap<>(
          Map.of(
              "first", GuideExamples::first,
              "economy", GuideExamples::economy,
              "sweep", GuideExamples::sweep,
              "loop", GuideExamples::loop,
              "benchmark", GuideExamples::benchmark,
              "errors", GuideExamples::errors,
              "names", GuideExamples::names,
              "outcome", GuideExamples::outcome,
              "text", GuideExamples::text,
              "scenario", GuideExamples::scenario));

  @Test
  void theGuideShowsWhatIsCompiledAndWhatItPrints() throws IOException {
    var bodies = new TreeMap<String, String>();
    BODY.matcher(Files.readString(SOURCE))
        .results()
        .forEach(body -> bodies.put(body.group(1), program(body.group(2))));
    assertThat(bodies.keySet()).isEqualTo(PROGRAMS.keySet());
    var guide = Files.readString(GUIDE);
    var shown = new TreeMap<String, String>();
    var now =
        BLOCK
            .matcher(guide)
            .replaceAll(block -> Matcher.quoteReplacement(actual(block, bodies, shown)));
    if ("write".equals(System.getProperty("costate.golden"))) {
      Files.writeString(GUIDE, now);
    }
    assertThat(now).isEqualTo(guide);
    assertThat(shown.keySet()).as("programs that the guide shows").isEqualTo(bodies.keySet());
  }

  /** As it reads in a program that is started in this folder's parent. */
  private static String program(String body) {
    return body.stripTrailing().stripIndent().replace("../", "") + "\n";
  }

  private static String actual(
      java.util.regex.MatchResult block, Map<String, String> bodies, Map<String, String> shown) {
    var name = block.group(2);
    assertThat(bodies).containsKey(name);
    if (block.group(1).equals("java")) {
      shown.put(name, bodies.get(name));
    }
    var text = block.group(1).equals("java") ? bodies.get(name) : printed(name);
    return "```%s %s%n%s```".formatted(block.group(1), name, text);
  }

  private static String printed(String name) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      PROGRAMS.get(name).run(out);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
