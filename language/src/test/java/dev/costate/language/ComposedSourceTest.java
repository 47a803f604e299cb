package dev.costate.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Source.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places in texts that were composed of parts. */
final class ComposedSourceTest {
  private static final Source SOURCE =
      Source.composed(
          "model",
          List.of(
              new Part("firm A", "firm A makes "),
              new Part("nothing", ""),
              new Part("firm A, makes x", "x"),
              new Part("firm A", ":\n"),
              new Part("firm A, code", "    y = 2\n    x = y\n")));

  private static String at(String text) {
    int start = SOURCE.text().indexOf(text);
    return new Place(SOURCE, start, start + text.length()).toString();
  }

  @Test
  void thePartsFollowEachOther() {
    assertThat(SOURCE.text()).isEqualTo("firm A makes x:\n    y = 2\n    x = y\n");
  }

  @Test
  void aPlaceHasTheNameOfItsPart() {
    assertThat(at("A")).isEqualTo("firm A");
    assertThat(at("x:")).isEqualTo("firm A, makes x");
    assertThat(at(":")).isEqualTo("firm A");
  }

  @Test
  void inAPartOfSeveralLinesItHasItsLineThere() {
    assertThat(at("y = 2")).isEqualTo("firm A, code, line 1");
    assertThat(at("x = y")).isEqualTo("firm A, code, line 2");
  }

  @Test
  void theEndBelongsToTheLastPart() {
    int end = SOURCE.text().length();
    assertThat(new Place(SOURCE, end, end).toString()).startsWith("firm A, code");
  }

  @Test
  void linesAreThoseOfTheWholeText() {
    assertThat(new Place(SOURCE, SOURCE.text().indexOf("x = y"), SOURCE.text().length()).line())
        .isEqualTo(3);
  }

  @Test
  void aTextWithoutPartsIsAFile() {
    assertThat(new Place(Source.composed("model", List.of()), 0, 0)).hasToString("model:1:1");
    assertThat(new Place(Source.of("f.market", "a\nb"), 2, 3)).hasToString("f.market:2:1");
  }
}
