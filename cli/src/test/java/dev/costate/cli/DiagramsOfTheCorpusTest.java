package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Every function of the differentiator's corpus can be drawn, and its adjoints are the gradient.
 */
final class DiagramsOfTheCorpusTest {
  private static final Path CORPUS = Path.of("../differentiation/src/test/resources/corpus");
  private static final String MARK = "\n## ";

  /** Contributions are added in another order. */
  private static final double ROUNDING = 1e-9;

  @TempDir Path folder;

  /** A line {@code ## name: f(arguments)}, then the code. */
  record Case(String name, String call, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (var file : files.sorted().toList()) {
        for (var part : ("\n" + Files.readString(file)).split(MARK, -1)) {
          if (part.contains(":")) {
            int end = part.indexOf('\n');
            int colon = part.indexOf(':');
            cases.add(
                new Case(
                    part.substring(0, colon).strip(),
                    part.substring(colon + 1, end).strip(),
                    part.substring(end + 1)));
          }
        }
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyFunctionIsDrawnAndItsAdjointsAreTheGradient(Case of) throws IOException {
    Files.writeString(folder.resolve("case.market"), of.code());
    for (var form : List.of(List.<String>of(), List.of("--svg", "-"))) {
      var words = new ArrayList<>(List.of("diagram", "case.market", of.call()));
      words.addAll(form);
      var drawn = Run.of(folder, words.toArray(String[]::new));
      assertThat(drawn.err()).isEmpty();
      assertThat(drawn.out()).isNotEmpty().doesNotContain("NaN");
    }
    var picture = json("diagram", "case.market", of.call(), "--json");
    var expected = new ArrayList<Double>();
    var name = of.call().substring(0, of.call().indexOf('('));
    var arguments = of.call().substring(of.call().indexOf('('));
    var printed = Run.of(folder, "diff", "case.market", name).out();
    var derivative = printed.lines().filter(l -> l.startsWith("function ")).toList().getLast();
    derivative = derivative.substring("function ".length(), derivative.indexOf('('));
    numbers(json("eval", "case.market", derivative + arguments, "--json").get("value"), expected);
    var actual = new ArrayList<Double>();
    for (var node : picture.get("nodes")) {
      if (actual.size() < expected.size()) {
        numbers(node.get("returned"), actual);
      }
    }
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      double size = Math.max(1, Math.abs(expected.get(i)));
      assertThat(actual.get(i))
          .as("partial %d", i)
          .isCloseTo(expected.get(i), within(ROUNDING * size));
    }
  }

  private JsonNode json(String... words) {
    var run = Run.of(folder, words);
    assertThat(run.err()).isEmpty();
    return new ObjectMapper().readTree(run.out());
  }

  private static void numbers(JsonNode node, List<Double> into) {
    if (node.isArray()) {
      node.forEach(part -> numbers(part, into));
    } else {
      into.add(node.asDouble());
    }
  }
}
