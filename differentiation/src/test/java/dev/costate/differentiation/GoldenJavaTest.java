package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.program.Function;
import dev.costate.program.java.CompiledJava;
import dev.costate.program.java.JavaClass;
import dev.costate.program.lower.Lowering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder holds functions and the exact text of the Java of each file's last function and its
 * derivative, {@code NAME.market} and {@code NAME.expected}. Run with {@code
 * -Dcostate.golden=write} to write the expected texts, then read them.
 */
final class GoldenJavaTest {
  private static final Path FOLDER = Path.of("src/test/resources/java");

  static Stream<Path> functions() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".market")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theJavaReadsAsExpected(Path file) throws IOException {
    var actual = java(file, className(file));
    var expected = Path.of(file.toString().replace(".market", ".expected"));
    if ("write".equals(System.getProperty("costate.golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  @Test
  void theJavaCompiles() throws IOException {
    var java = new CompiledJava();
    for (var file : functions().toList()) {
      java.add(className(file), java(file, className(file)));
    }
    java.compile();
  }

  private static String className(Path file) {
    return JavaClass.className(file.getFileName().toString().replace(".market", ""));
  }

  private static String java(Path file, String className) throws IOException {
    var diagnostics = new Diagnostics();
    var source = Source.of(file.toString(), Files.readString(file));
    var parsed = Parser.parse(source, diagnostics);
    var program =
        Lowering.of(parsed.functions()).withConstants(Map.of("double", 2.0)).lower(diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    var derivative = Differentiator.gradient(program, program.functions().getLast().name());
    var entries = new HashSet<String>();
    program.functions().stream().map(Function::name).forEach(entries::add);
    entries.add(derivative.function());
    return JavaClass.text(derivative.program(), entries, className, "Printed by a test.");
  }
}
