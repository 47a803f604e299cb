package dev.costate.market;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the guides for Java programs show is what {@link GuideExamples} and {@link
 * OptimiserExamples} say, is compiled and prints: a block {@code ```java NAME} is the body of that
 * method, {@code ```text NAME} what it prints.
 */
final class GuideTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(java|text) (\\w+)\\n(.*?)^```$");
  private static final Pattern BODY =
      Pattern.compile("(?ms)^  static void (\\w+)\\(PrintStream out\\)[^\\n]*\\{\\n(.*?)^  \\}$");

  /** A program of the guide. */
  private interface Program {
    void run(PrintStream out) throws IOException;
  }

  private static final Map<String, Program> PROGRAMS =
      new TreeMap<>(
          Map.ofEntries(
              entry("first", GuideExamples::first),
              entry("economy", GuideExamples::economy),
              entry("sweep", GuideExamples::sweep),
              entry("rounds", GuideExamples::rounds),
              entry("loop", GuideExamples::loop),
              entry("benchmark", GuideExamples::benchmark),
              entry("errors", GuideExamples::errors),
              entry("names", GuideExamples::names),
              entry("outcome", GuideExamples::outcome),
              entry("text", GuideExamples::text),
              entry("scenario", GuideExamples::scenario)));

  private static final Map<String, Program> OPTIMISERS =
      new TreeMap<>(
          Map.of(
              "gradient", OptimiserExamples::gradient,
              "estimate", OptimiserExamples::estimate,
              "taxes", OptimiserExamples::taxes));

  @Test
  void theGuideShowsWhatIsCompiledAndWhatItPrints() throws IOException {
    compare("guide-java-api.md", "GuideExamples.java", PROGRAMS);
  }

  @Test
  void theGuideToOptimisersToo() throws IOException {
    compare("guide-optimisers.md", "OptimiserExamples.java", OPTIMISERS);
  }

  private static void compare(String page, String source, Map<String, Program> programs)
      throws IOException {
    var file = Path.of("..", "docs", page);
    var sources = Path.of("src", "test", "java", "dev", "costate", "market");
    var bodies = new TreeMap<String, String>();
    BODY.matcher(Files.readString(sources.resolve(source)))
        .results()
        .forEach(body -> bodies.put(body.group(1), program(body.group(2))));
    assertThat(bodies.keySet()).isEqualTo(programs.keySet());
    var guide = Files.readString(file);
    var shown = new TreeMap<String, String>();
    var now =
        BLOCK
            .matcher(guide)
            .replaceAll(block -> Matcher.quoteReplacement(actual(block, bodies, shown, programs)));
    if ("write".equals(System.getProperty("costate.golden"))) {
      Files.writeString(file, now);
    }
    assertThat(now).isEqualTo(guide);
    assertThat(shown.keySet()).as("programs that the guide shows").isEqualTo(bodies.keySet());
  }

  /** As it reads in a program that is started in this folder's parent. */
  private static String program(String body) {
    return body.stripTrailing().stripIndent().replace("../", "") + "\n";
  }

  private static String actual(
      MatchResult block,
      Map<String, String> bodies,
      Map<String, String> shown,
      Map<String, Program> programs) {
    var name = block.group(2);
    assertThat(bodies).containsKey(name);
    if (block.group(1).equals("java")) {
      shown.put(name, bodies.get(name));
    }
    var text = block.group(1).equals("java") ? bodies.get(name) : printed(programs.get(name));
    return "```%s %s%n%s```".formatted(block.group(1), name, text);
  }

  private static String printed(Program program) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      program.run(out);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
