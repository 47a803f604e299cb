package dev.costate.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.explain.PriceNode.Ground;
import dev.costate.cli.explain.PriceNode.Use.ByFirm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceNodesTest {
  /** Labor reaches c over two firms and over one. */
  private static final String SHORT_AND_LONG =
      """
      good labor: supply 4
      good d: demand(p) = 9 / (1 + p)
      firm A makes b from labor: b = sqrt(labor)
      firm B makes c from b, labor: c = sqrt(b + labor)
      firm C makes d from c: d = sqrt(c)
      """;

  private static List<PriceNode> all(PriceNode root) {
    var nodes = new ArrayList<PriceNode>();
    nodes.add(root);
    for (var use : root.uses()) {
      if (use instanceof ByFirm firm) {
        firm.outputs().forEach(output -> nodes.addAll(all(output)));
      }
    }
    return nodes;
  }

  private static PriceNode tree(Solved solved, String good, OptionalInt depth) {
    return new PriceNodes(solved.economy(), solved.equilibrium()).of(good, depth);
  }

  private static int depth(PriceNode node) {
    return node.uses().stream()
        .filter(ByFirm.class::isInstance)
        .flatMap(use -> ((ByFirm) use).outputs().stream())
        .mapToInt(output -> 1 + depth(output))
        .max()
        .orElse(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aTreeIsAsDeepAsItIsAskedToBe(int depth) {
    assertThat(depth(tree(Solved.text(SHORT_AND_LONG), "labor", OptionalInt.of(depth))))
        .isEqualTo(depth);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aGoodThatIsCutFarFromTheRootIsFollowedWhereItStandsNearer(int depth) {
    var nodes = all(tree(Solved.text(SHORT_AND_LONG), "labor", OptionalInt.of(depth)));
    for (var name : nodes.stream().map(PriceNode::good).distinct().toList()) {
      var same = nodes.stream().filter(n -> n.good().equals(name)).toList();
      boolean seen = same.stream().anyMatch(n -> n.ground() == Ground.SEEN);
      boolean followed = same.stream().anyMatch(n -> !n.uses().isEmpty());
      assertThat(followed).as("%s at depth %d", name, depth).isEqualTo(seen || followed);
    }
    assertThat(nodes.stream().anyMatch(n -> n.good().equals("d")))
        .as("C stands behind two firms")
        .isEqualTo(depth >= 2);
  }

  @Test
  void withoutADepthASmallMarketIsFollowedToItsEnd() {
    var tree = tree(Solved.text(SHORT_AND_LONG), "labor", OptionalInt.empty());
    assertThat(tree.isCut()).isFalse();
    assertThat(new HashSet<>(all(tree).stream().map(PriceNode::good).toList()))
        .containsExactlyInAnyOrder("labor", "b", "c", "d");
  }

  @Test
  void withoutADepthALargeMarketIsFollowedAsFarAsCanBeRead() {
    var text = new StringBuilder("good labor: supply 4\n");
    for (int i = 0; i < 30; i++) {
      text.append(
          """
          good y%1$d: demand(p) = 9 / (1 + p)
          firm A%1$d makes x%1$d from labor: x%1$d = sqrt(labor)
          firm B%1$d makes y%1$d from x%1$d: y%1$d = sqrt(x%1$d)
          """
              .formatted(i));
    }
    var tree = tree(Solved.text(text.toString()), "labor", OptionalInt.empty());
    assertThat(depth(tree)).isEqualTo(1);
    assertThat(all(tree).stream().mapToInt(PriceNode::hidden).sum()).isEqualTo(30);
  }
}
