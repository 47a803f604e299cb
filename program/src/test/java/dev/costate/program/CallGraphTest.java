package dev.costate.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CallGraphTest {
  private static final CallGraph GRAPH =
      CallGraph.of(
          Programs.of(
              """
              function leaf(x): return x
              function user(x): return leaf(x) + leaf(2)
              function even(n): return 1 if n == 0 else odd(n - 1)
              function odd(n): return 0 if n == 0 else even(n - 1)
              function top(n): return even(n) + user(n)
              """));

  @Test
  void calleesAndAllThatIsReachedAreKnown() {
    assertThat(GRAPH.callees("top")).containsExactly("even", "user");
    assertThat(GRAPH.reachable("top"))
        .containsExactlyInAnyOrder("top", "even", "odd", "user", "leaf");
    assertThat(GRAPH.reaching(Set.of("leaf"))).containsExactlyInAnyOrder("leaf", "user", "top");
  }

  @Test
  void onlyCyclesAreRecursiveAndWhatReachesThemIsDeep() {
    assertThat(GRAPH.isRecursive("even")).isTrue();
    assertThat(GRAPH.isRecursive("top")).isFalse();
    assertThat(GRAPH.isDeep("top")).isTrue();
    assertThat(GRAPH.isDeep("user")).isFalse();
  }
}
