package dev.costate.cli.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.diagram.Layers.Place;
import dev.costate.cli.diagram.Layers.Waypoint;
import dev.costate.cli.diagram.Layout.Sizes;
import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LayersTest {
  private static Picture picture(int nodes, int... ends) {
    var all = new ArrayList<Node>();
    for (int i = 0; i < nodes; i++) {
      all.add(new Node("n" + i, i, List.of(), "d" + i, -i, List.of()));
    }
    var links = new ArrayList<Link>();
    for (int l = 0; l < ends.length; l += 2) {
      links.add(new Link(ends[l], ends[l + 1], "", "", "1", 1, Activity.RUNNING));
    }
    return new Picture("test", "forward", "backward", all, links);
  }

  @Test
  void aChainHasOneNodeInEachColumn() {
    var layers = Layers.of(picture(3, 0, 1, 1, 2));
    assertThat(layers.columns())
        .containsExactly(List.of(new Place(0)), List.of(new Place(1)), List.of(new Place(2)));
    assertThat(layers.backLinks()).isEmpty();
  }

  @Test
  void aLinkOverAColumnPassesThroughAWaypoint() {
    var layers = Layers.of(picture(3, 0, 1, 1, 2, 0, 2));
    assertThat(layers.columns().get(1)).containsExactlyInAnyOrder(new Place(1), new Waypoint(2, 1));
  }

  @Test
  void aCycleIsCutAtOneLink() {
    var layers = Layers.of(picture(4, 0, 1, 1, 2, 2, 0, 2, 3));
    assertThat(layers.backLinks()).containsExactly(2);
  }

  @Test
  void aLinkToItselfLeadsBack() {
    assertThat(Layers.of(picture(2, 0, 0, 0, 1)).backLinks()).containsExactly(0);
  }

  @Test
  void aSourceStandsNextToItsFirstUse() {
    var layers = Layers.of(picture(4, 0, 1, 1, 2, 3, 2));
    assertThat(layers.columns().get(1)).containsExactlyInAnyOrder(new Place(1), new Place(3));
  }

  @Test
  void boxesNeverOverlapAndForwardLinksLeadRight() {
    var random = new Random(1);
    for (int round = 0; round < 50; round++) {
      int nodes = 2 + random.nextInt(12);
      var ends = new int[2 * (1 + random.nextInt(20))];
      for (int i = 0; i < ends.length; i++) {
        ends[i] = random.nextInt(nodes);
      }
      check(picture(nodes, ends));
    }
  }

  private static void check(Picture picture) {
    int n = picture.nodes().size();
    var sizes =
        new Sizes(
            Collections.nCopies(n, 80.0),
            Collections.nCopies(n, 50.0),
            Collections.nCopies(picture.links().size(), 100.0),
            50,
            40,
            20,
            60);
    var layout = Layout.of(picture, sizes);
    var back = Layers.of(picture).backLinks();
    for (int i = 0; i < n; i++) {
      var a = layout.boxes().get(i);
      assertThat(a.x()).isGreaterThanOrEqualTo(0);
      assertThat(a.right()).isLessThanOrEqualTo(layout.width());
      assertThat(a.y() + a.height()).isLessThanOrEqualTo(layout.height() + 1e-9);
      for (int j = i + 1; j < n; j++) {
        var b = layout.boxes().get(j);
        boolean apart =
            a.right() < b.x()
                || b.right() < a.x()
                || a.y() + a.height() < b.y()
                || b.y() + b.height() < a.y();
        assertThat(apart).as("boxes %s and %s", a, b).isTrue();
      }
    }
    for (int l = 0; l < picture.links().size(); l++) {
      if (!back.contains(l)) {
        var route = layout.routes().get(l);
        assertThat(route.end().x()).isGreaterThan(route.start().x());
      }
    }
  }
}
