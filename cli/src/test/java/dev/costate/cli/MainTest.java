package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theVersionIsThatOfTheBuild() {
    var output = new StringWriter();
    int status = Main.commandLine().setOut(new PrintWriter(output, true)).execute("--version");
    assertThat(status).isZero();
    assertThat(output.toString()).matches("costate \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
  }
}
