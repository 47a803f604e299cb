package dev.costate.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.Outcome;
import dev.costate.language.Diagnostics;
import dev.costate.language.Source;
import dev.costate.language.parse.Parser;
import dev.costate.language.syntax.MarketFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that an example says a builder can say. */
final class RoundTripTest {
  private static final Path EXAMPLES = Path.of("..", "examples");
  private static final double SAME = 1e-9;

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files.filter(p -> p.toString().endsWith(".market")).sorted().toList();
    }
  }

  private static MarketFile syntax(Path path) throws IOException {
    var diagnostics = new Diagnostics();
    var file = Parser.parse(Source.of(path.toString(), Files.readString(path)), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return file;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whatIsBuiltIsWhatTheFileSays(Path path) throws IOException {
    var model = Rebuilt.of(syntax(path)).tablesFrom(path.getParent());
    var built = model.market();
    var read = Market.read(path);
    assertThat(built.parameters()).isEqualTo(read.parameters());
    assertThat(built.economy().goods())
        .extracting(g -> g.name(), g -> g.trades())
        .isEqualTo(
            read.economy().goods().stream()
                .map(g -> org.assertj.core.groups.Tuple.tuple(g.name(), g.trades()))
                .toList());
    if (read.economy().isMarket()) {
      assertSame(built.search(), read.search());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theTextOfWhatIsBuiltReadsBackToTheSame(Path path) throws IOException {
    var model = Rebuilt.of(syntax(path)).tablesFrom(path.getParent());
    var text = model.text();
    var diagnostics = new Diagnostics();
    var again = Rebuilt.of(Parser.parse(Source.of("again", text), diagnostics));
    assertThat(again.text()).isEqualTo(text);
    assertThat(new EconomyBuilder().declare(text).text()).isEqualTo(text);
    var economy = model.build();
    if (economy.isMarket()) {
      var back = new EconomyBuilder().declare(text).tablesFrom(path.getParent()).market();
      assertThat(back.parameters()).isEqualTo(economy.parameters());
      assertSame(back.search(), model.market().search());
    }
  }

  private static void assertSame(Outcome a, Outcome b) {
    assertThat(a.status()).isEqualTo(b.status());
    if (a instanceof Outcome.Solved(var one) && b instanceof Outcome.Solved(var other)) {
      assertSame(one, other);
    }
  }

  private static void assertSame(Equilibrium a, Equilibrium b) {
    assertThat(a.unitOfAccount()).isEqualTo(b.unitOfAccount());
    assertThat(a.prices().keySet()).isEqualTo(b.prices().keySet());
    for (var good : a.goods().keySet()) {
      assertThat(a.price(good))
          .as("price of %s", good)
          .isCloseTo(b.price(good), near(b.price(good)));
      assertThat(a.quantity(good))
          .as("quantity of %s", good)
          .isCloseTo(b.quantity(good), near(b.quantity(good)));
    }
  }

  private static org.assertj.core.data.Offset<Double> near(double value) {
    return org.assertj.core.data.Offset.offset(SAME * Math.max(1, Math.abs(value)));
  }
}
