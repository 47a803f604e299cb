package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every route to the derivative agrees for each function of the corpus. The files of the corpus
 * hold cases: a line {@code ## name: f(arguments)}, then the code.
 */
final class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final String MARK = "## ";
  private static final int FEWEST_CASES = 120;

  /** Marks cases at a point where the function has no derivative that differences could show. */
  private static final String KINK = " (kink)";

  record Case(String name, String call, String code) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() throws IOException {
    var cases = new ArrayList<Case>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (var file : files.sorted().toList()) {
        for (var part : ("\n" + Files.readString(file)).split("\n" + MARK, -1)) {
          if (part.contains(":")) {
            int end = part.indexOf('\n');
            int colon = part.indexOf(':');
            cases.add(
                new Case(
                    part.substring(0, colon).strip(),
                    part.substring(colon + 1, end).strip(),
                    part.substring(end + 1)));
          }
        }
      }
    }
    return cases;
  }

  @Test
  void theCorpusIsLarge() throws IOException {
    assertThat(cases()).hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
    assertThat(cases().stream().map(Case::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyRouteAgrees(Case of) {
    var program = Programs.of(of.code());
    var function = of.call().substring(0, of.call().indexOf('('));
    boolean compared = Routes.agree(program, function, arguments(of, program, function), true);
    assertThat(compared).as("compared with differences").isEqualTo(!of.name().endsWith(KINK));
  }

  /** The arguments written in a call, each a function without parameters. */
  static List<Value> arguments(Case of, Program program, String function) {
    var inside = of.call().substring(of.call().indexOf('(') + 1, of.call().length() - 1);
    var text = new StringBuilder();
    var parts = split(inside);
    for (int i = 0; i < parts.size(); i++) {
      text.append("function argument_%d(): return %s\n".formatted(i, parts.get(i)));
    }
    var values = new ArrayList<Value>();
    var interpreter = new Interpreter(Programs.of(text.toString()));
    for (int i = 0; i < parts.size(); i++) {
      values.add(interpreter.call("argument_" + i, List.of()).getFirst());
    }
    var kinds = program.function(function).parameters().stream().map(p -> p.kind()).toList();
    assertThat(values.stream().<Kind>map(Value::kind)).containsExactlyElementsOf(kinds);
    return values;
  }

  private static List<String> split(String arguments) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < arguments.length(); i++) {
      char c = arguments.charAt(i);
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(arguments.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(arguments.substring(from));
    return parts;
  }
}
