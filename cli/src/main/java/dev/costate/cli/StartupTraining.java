package dev.costate.cli;

import dev.costate.cli.input.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs what people run first, so that the start-up cache which the JVM makes of this run holds what
 * they need: see {@code bin/build-distribution.sh}.
 */
final class StartupTraining {
  private StartupTraining() {}

  /**
   * Runs each command once and throws away what it prints.
   *
   * @param models a file with the market of the essay: firms A, B and C, natgas and tupperware
   */
  public static void main(String[] models) {
    var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    var console =
        new Console(InputStream.nullInputStream(), nowhere, nowhere, Path.of(""), Map.of());
    for (var model : models) {
      for (var words : commands(model)) {
        var status = Main.run(words, console);
        System.out.println(status + " " + String.join(" ", words));
      }
    }
  }

  private static List<List<String>> commands(String model) {
    return List.of(
        List.of("--help"),
        List.of("solve", "--help"),
        List.of("solve", model),
        List.of("solve", model, "--json", "--set", "tupperware.price=7", "--in", "tupperware"),
        List.of("check", model),
        List.of("explain", model),
        List.of("diagram", model),
        List.of("eval", model, "dA_dnatgas(4)", "--json"),
        List.of("diff", model, "B"),
        List.of("fmt", model),
        List.of("eval", model, "A(4) + unknown"));
  }
}
