package dev.costate.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CheckpointOptionsTest {
  @Test
  void aCheckpointIsDueEverySoManyRoundsAndOnlyIfAsked() {
    var every = new CheckpointOptions(Optional.of("file"), 3, Optional.empty());
    assertThat(every.isDue(2)).isFalse();
    assertThat(every.isDue(3)).isTrue();
    assertThat(every.isDue(4)).isFalse();
    assertThat(every.isDue(6)).isTrue();
    assertThat(new CheckpointOptions(Optional.of("file"), 0, Optional.empty()).isDue(3)).isFalse();
    assertThat(new CheckpointOptions(Optional.empty(), 3, Optional.empty()).isDue(3)).isFalse();
  }
}
