package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/**
 * What is refused, each with its place and what to do instead: the texts behind {@code >} are what
 * javac prints.
 */
final class RefusalsTest {
  private static final Path REFUSALS = Path.of("src/test/resources/refusals.txt");

  @Test
  void everyRefusalIsAnErrorAtItsExpression() throws IOException {
    var given = Files.readString(REFUSALS);
    var texts = new LinkedHashMap<String, String>();
    for (var part : ("\n" + given).split("\n## ", -1)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        texts.put(part.substring(0, end), part.substring(end + 1).replaceAll("(?m)^> .*\n?", ""));
      }
    }
    var actual = new StringBuilder();
    texts.forEach((name, code) -> {
      actual.append("## ").append(name).append('\n').append(code.strip()).append('\n');
      problems(code.strip()).lines().forEach(line -> actual.append("> ").append(line).append('\n'));
    });
    if (System.getProperty("costate.golden", "").equals("write")) {
      Files.writeString(REFUSALS, actual);
    }
    assertThat(actual.toString()).isEqualTo(given);
  }

  private static String problems(String code) {
    var compiled = Compiled.of("A", "class A {\n" + code + "\n}");
    assertThat(compiled.written("ADerivatives")).as(code).isEmpty();
    return compiled.problems();
  }
}
