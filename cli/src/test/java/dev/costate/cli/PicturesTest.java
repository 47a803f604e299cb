package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Explanations and diagrams of the examples print what stands in the folder {@code
 * golden-pictures}, run where the examples are.
 */
final class PicturesTest {
  private static final Path HOME = Path.of("..");
  private static final Path FOLDER = Path.of("src/test/resources/golden-pictures");

  static List<Path> goldens() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".golden")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void commandPrintsWhatItShould(Path file) throws IOException {
    var golden = Golden.read(file);
    var printed = Golden.of(golden.command(), Run.of(HOME, "", Map.of(), golden.words()));
    if (Golden.updates()) {
      Files.writeString(file, printed.text());
    }
    assertThat(printed.text()).isEqualTo(golden.text());
  }

  @ParameterizedTest
  @MethodSource("images")
  void imageOfTheReadmeIsWhatTheProductDraws(List<String> words) throws IOException {
    var run = Run.of(HOME, words.subList(1, words.size()).toArray(String[]::new));
    var image = HOME.resolve(words.getFirst());
    if (Golden.updates()) {
      Files.createDirectories(image.getParent());
      Files.writeString(image, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(image));
  }

  static List<List<String>> images() {
    return List.of(
        List.of(
            "docs/images/function.svg", "diagram", "examples/essay.market", "f(4)", "--svg", "-"),
        List.of("docs/images/market.svg", "diagram", "examples/tupperware.market", "--svg", "-"),
        List.of("docs/images/bakery.svg", "diagram", "examples/bakery.market", "--svg", "-"));
  }

  @Test
  void bothPicturesHaveTheSameNumbers() throws IOException {
    for (var number :
        List.of("4", "2", "0.666667", "-0.405465", "0.0416667", "0.166667", "1.5", "1")) {
      for (var words : images().subList(0, 2)) {
        assertThat(Files.readString(HOME.resolve(words.getFirst())))
            .contains(">" + number + "</text>");
      }
    }
  }
}
