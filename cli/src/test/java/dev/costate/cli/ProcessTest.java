package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What only a process of its own can show: its streams, its locale, its end. */
@EnabledOnOs(OS.LINUX)
final class ProcessTest {
  private static final Path MODELS = Path.of("src/test/resources/golden/models");

  private static ProcessBuilder costate(String... words) {
    var command = new ArrayList<String>();
    // Who starts the tests may have told them to ignore interrupts.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(words));
    var builder = new ProcessBuilder(command).directory(MODELS.toFile());
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static String absolute(String classPath) {
    return String.join(
        File.pathSeparator,
        List.of(classPath.split(File.pathSeparator)).stream()
            .map(p -> Path.of(p).toAbsolutePath().toString())
            .toList());
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void outputIsUtf8InEveryLocale() throws IOException, InterruptedException {
    var process = costate("solve", "workshop.market").start();
    assertThat(text(process.getInputStream())).contains("m³").contains("Fichte, 杉, épicéa");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoError() throws IOException, InterruptedException {
    var process = costate("fmt", "tupperware.market").start();
    process.getInputStream().close();
    assertThat(text(process.getErrorStream())).isEmpty();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void lostOutputIsAnError() throws IOException, InterruptedException {
    var process = costate("fmt", "tupperware.market").redirectOutput(new File("/dev/full")).start();
    assertThat(text(process.getErrorStream()).toLowerCase(Locale.ROOT)).contains("no space left");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void interruptedWorkEndsWith130() throws IOException, InterruptedException {
    var file = Files.createTempFile("endless", ".market");
    Files.writeString(file, "function f(x):\n    while true:\n        x += 1\n    return x\n");
    var process = costate("eval", file.toString(), "f(1)").start();
    // Once it is running, or else the JVM is not ready to be interrupted.
    assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    Files.delete(file);
  }
}
