package dev.costate.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class SvgPainterTest {
  private static final Picture PICTURE =
      new Picture(
          "a < b & \"c\"",
          "values",
          "derivatives",
          List.of(
              new Node(
                  "a<b", Double.NEGATIVE_INFINITY, List.of(), "d&a", Double.NaN, List.of("> 1")),
              new Node("ü₂", 2, List.of(), "dü", 1, List.of())),
          List.of(
              new Link(0, 1, "M&M", "a < 1", "1 if a > 0 else 2", 0.5, Activity.RUNNING),
              new Link(1, 1, "", "", "1", 1, Activity.IDLE)));

  @Test
  void whateverIsInItIsWellFormed() {
    assertThatCode(() ->
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgPainter.paint(PICTURE)))))
        .doesNotThrowAnyException();
  }

  @Test
  void onePictureHasOneText() {
    assertThat(SvgPainter.paint(PICTURE)).isEqualTo(SvgPainter.paint(PICTURE));
  }

  @Test
  void thosePicturesCannotBeSeenIsSaidInWords() {
    assertThat(SvgPainter.paint(PICTURE))
        .contains("role=\"img\"", "<title id=\"title\">", "<desc id=\"desc\">Two rows.");
  }

  @Test
  void anEmptyPictureIsOneToo() {
    var empty = new Picture("nothing", "values", "derivatives", List.of(), List.of());
    assertThat(SvgPainter.paint(empty)).contains("</svg>");
    assertThat(TerminalPainter.plain(empty)).startsWith("nothing");
  }
}
