package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide shows stands in the sample project, which is compiled and tested by itself. */
final class GuideTest {
  private static final Path GUIDE = Path.of("../docs/guide-java-methods.md");
  private static final Path SAMPLE = Path.of("../samples/java-gradient");
  private static final Pattern BLOCK = Pattern.compile("```(?:java|xml)\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyBlockOfTheGuideStandsInTheSample() throws IOException {
    var files = plain(everything());
    var blocks = BLOCK.matcher(Files.readString(GUIDE)).results().map(m -> m.group(1)).toList();
    assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
    assertThat(blocks).allSatisfy(block -> assertThat(files).contains(plain(block)));
  }

  private static String everything() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      return files
          .filter(file -> file.toString().matches(".*src.*\\.java|.*pom\\.xml"))
          .map(GuideTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  /** Without indents. */
  private static String plain(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }
}
