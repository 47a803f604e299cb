package dev.costate.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import dev.costate.cli.report.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalPainterTest {
  private static Picture chain(int length, String name) {
    var nodes = new ArrayList<Node>();
    var links = new ArrayList<Link>();
    for (int i = 0; i < length; i++) {
      nodes.add(new Node(name + i, i, List.of(), "df_d" + name + i, 1, List.of()));
      if (i > 0) {
        links.add(new Link(i - 1, i, "", "2 * " + name, "2", 2, Activity.RUNNING));
      }
    }
    return new Picture("chain", "values", "derivatives", nodes, links);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 30})
  void linesAreAtMostEightyColumnsWide(int length) {
    for (var name : List.of("a", "価格", "a_rather_long_name")) {
      assertThat(TerminalPainter.plain(chain(length, name)).lines())
          .allSatisfy(line ->
              assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(TerminalPainter.COLUMNS));
    }
  }

  @Test
  void everyNodeOfALongChainIsDrawn() {
    var drawn = TerminalPainter.plain(chain(30, "a"));
    for (int i = 0; i < 30; i++) {
      assertThat(drawn).contains(" a" + i + " ", " df_da" + i + " ");
    }
  }

  @Test
  void howQuantitiesAndPricesAreMadeUpStandsInTheBoxesOfAChain() {
    var nodes =
        List.of(
            new Node("coal", 20, List.of("= 12 to A", "+ 8 to outsiders"), "p", 2, List.of()),
            new Node("power", 40, List.of(), "q", 12, List.of("= 24 - 22 rent")));
    var links = List.of(new Link(0, 1, "", "2 * coal", "2", 2, Activity.RUNNING));
    assertThat(TerminalPainter.plain(new Picture("plant", "goods", "prices", nodes, links)))
        .contains("│    = 12 to A     │", "│ + 8 to outsiders ", "│ = 24 - 22 rent │");
  }

  @Test
  void colourChangesNothingElse() {
    var picture = chain(5, "a");
    var coloured = TerminalPainter.coloured(picture);
    assertThat(coloured).contains("\u001B[").isNotEqualTo(TerminalPainter.plain(picture));
    assertThat(coloured.replaceAll("\u001B\\[[0-9]*m", ""))
        .isEqualTo(TerminalPainter.plain(picture));
  }
}
