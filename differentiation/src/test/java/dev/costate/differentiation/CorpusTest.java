package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Program;
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
    String function() {
      return call.substring(0, call.indexOf('('));
    }

    List<Value> point(Program program) {
      return Arguments.of(call.substring(function().length()), program, function());
    }

    boolean isKink() {
      return name.endsWith(KINK);
    }

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
    boolean compared = Routes.agree(program, of.function(), of.point(program), true);
    assertThat(compared).as("compared with differences").isEqualTo(!of.isKink());
  }
}
