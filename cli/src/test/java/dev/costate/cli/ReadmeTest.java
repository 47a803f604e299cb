package dev.costate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What README and guides show is what happens: every command of a {@code console} block is run and
 * must print what stands below it, and every {@code market} block stands in a file of the examples.
 */
final class ReadmeTest {
  private static final Path HOME = Path.of("..");
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\\n(.*?)^```$");
  private static final Pattern MARKET = Pattern.compile("(?ms)^```market\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
  private static final String PROMPT = "$ ./costate";

  static List<Path> pages() throws IOException {
    try (Stream<Path> guides = Files.list(HOME.resolve("docs"))) {
      var pages =
          new ArrayList<>(
              guides
                  .filter(p -> p.getFileName().toString().matches("(guide-|points-).*"))
                  .sorted()
                  .toList());
      pages.addFirst(HOME.resolve("README.md"));
      return pages;
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void commandsPrintWhatStandsBelowThem(Path page) throws IOException {
    var text = Files.readString(page);
    var now =
        CONSOLE
            .matcher(text)
            .replaceAll(block -> quoted("```console\n" + printed(block.group(1)) + "```"));
    if (Golden.updates() && !masked(now).equals(masked(text))) {
      Files.writeString(page, now);
    }
    assertThat(masked(now)).isEqualTo(masked(text));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void marketsStandInTheExamples(Path page) throws IOException {
    var examples = new ArrayList<String>();
    try (Stream<Path> files = Files.list(HOME.resolve("examples"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        examples.add(Files.readString(file));
      }
    }
    var blocks =
        MARKET.matcher(Files.readString(page)).results().map(block -> block.group(1)).toList();
    for (var block : blocks) {
      assertThat(examples).anySatisfy(example -> assertThat(example).contains(block));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Path page) throws IOException {
    var folder = page.toAbsolutePath().getParent();
    LINK.matcher(Files.readString(page))
        .results()
        .forEach(link -> assertThat(folder.resolve(link.group(1))).as("link of %s", page).exists());
  }

  /** The commands of a block with what they print now. */
  private static String printed(String block) {
    var out = new StringBuilder();
    for (var line : block.lines().filter(line -> line.startsWith("$ ")).toList()) {
      assertThat(line).as("a command of ours").startsWith(PROMPT);
      var words = new Golden(line.substring(PROMPT.length()).strip(), "", "", 0).words();
      var run = Run.of(HOME, "", Map.of(), words);
      out.append(out.isEmpty() ? "" : "\n")
          .append(line)
          .append('\n')
          .append(run.err())
          .append(run.out());
    }
    return out.toString();
  }

  /** How large the largest rounding error is, and where, depends on the machine. */
  private static String masked(String text) {
    return text.replaceAll("(?m)^Every condition holds.*$", "Every condition holds …");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$");
  }
}
