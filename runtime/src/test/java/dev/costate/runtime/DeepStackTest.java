package dev.costate.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DeepStackTest {
  private static int nest(int depth) {
    return depth == 0 ? 0 : 1 + nest(depth - 1);
  }

  @Test
  void holdsMoreThanAUsualStack() {
    assertThat(DeepStack.call(() -> nest(500_000))).isEqualTo(500_000);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(() ->
            DeepStack.call(() -> {
              throw new Failure("what", "", 1);
            }))
        .isInstanceOf(Failure.class);
  }

  @Test
  void workOnADeepStackStaysOnIt() {
    assertThat(
            DeepStack.<Boolean>call(() -> {
              var outer = Thread.currentThread();
              return DeepStack.call(() -> Thread.currentThread() == outer);
            }))
        .isTrue();
  }

  @Test
  void anInterruptReachesTheWorkAndStaysSet() {
    Thread.currentThread().interrupt();
    boolean reached =
        DeepStack.call(() -> {
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
          return true;
        });
    assertThat(reached).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }
}
