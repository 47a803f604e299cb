package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.cli.command.ExitStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MainTest {
  private static final Path HERE = Path.of("");

  @Test
  void theVersionIsThatOfTheBuild() {
    var run = Run.of(HERE, "--version");
    assertThat(run.status()).isEqualTo(ExitStatus.DONE);
    assertThat(run.out()).matches("costate \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\n");
  }

  @Test
  void helpOfACommandIsTheSameInEveryWayOfAsking() {
    var help = Run.of(HERE, "eval", "--help");
    assertThat(help.out()).startsWith("Usage: costate eval FILE EXPR");
    assertThat(Run.of(HERE, "help", "eval")).isEqualTo(help);
    assertThat(Run.of(HERE, "eval", "FILE", "-h")).isEqualTo(help);
  }

  @Test
  void anExpressionMayNestDeep() {
    int depth = 900;
    var expression = "(".repeat(depth) + "1" + ")".repeat(depth);
    assertThat(
            Run.of(Path.of("src/test/resources/golden/models"), "eval", "essay.market", expression)
                .out())
        .isEqualTo("1\n");
  }
}
