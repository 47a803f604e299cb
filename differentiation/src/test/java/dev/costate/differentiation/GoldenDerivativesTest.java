package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One folder holds each primal, the exact text of its derivative and what it gives at a point:
 * {@code NAME.market}, whose last function is differentiated, with the lines {@code # at (0.7, 5)}
 * and, unless it is the gradient, {@code # mode jacobian}; and {@code NAME.expected}. Run with
 * {@code -Dcostate.golden=write} to write the expected texts, then read them.
 */
final class GoldenDerivativesTest {
  private static final Path FOLDER = Path.of("src/test/resources/derivatives");
  private static final int FEWEST = 30;
  private static final double STEP = 1e-6;
  private static final double DIFFERENCES = 1e-5;

  private record Golden(String text, String mode, String at) {
    static Golden read(Path primal) throws IOException {
      var text = Files.readString(primal);
      return new Golden(text, setting(text, "mode ", "reverse"), setting(text, "at ", ""));
    }

    private static String setting(String text, String name, String otherwise) {
      return text.lines()
          .filter(line -> line.startsWith("# " + name))
          .map(line -> line.substring(2 + name.length()))
          .findFirst()
          .orElse(otherwise);
    }

    String function() {
      return Programs.of(text).functions().getLast().name();
    }

    Derivative derivative() {
      var program = Programs.of(text);
      return switch (mode) {
        case "reverse" -> Differentiator.gradient(program, function());
        case "forward" -> Differentiator.tangent(program, function(), List.of());
        case "jacobian" -> Differentiator.jacobian(program, function(), List.of());
        case "hessian" -> Differentiator.hessian(program, function(), List.of());
        case String other -> throw new IllegalArgumentException(other);
      };
    }

    List<Value> point() {
      return Arguments.of(at, Programs.of(text), function());
    }
  }

  static Stream<Path> primals() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".market")).sorted().toList().stream();
    }
  }

  @Test
  void thereAreManyAndEachHasAPoint() throws IOException {
    assertThat(primals()).hasSizeGreaterThanOrEqualTo(FEWEST);
    for (var primal : primals().toList()) {
      assertThat(Golden.read(primal).at()).as("%s", primal).startsWith("(");
    }
  }

  @ParameterizedTest
  @MethodSource("primals")
  void theDerivativeReadsAndGivesWhatIsExpected(Path primal) throws IOException {
    var golden = Golden.read(primal);
    var derivative = golden.derivative();
    var arguments = new ArrayList<>(golden.point());
    if (golden.mode().equals("forward")) {
      derivative.wrt().forEach(_ -> arguments.add(Value.of(1.0)));
    }
    var values = new Interpreter(derivative.program()).call(derivative.function(), arguments);
    var actual =
        Programs.text(derivative)
            + "\n# %s%s = %s\n".formatted(derivative.function(), golden.at(), shown(values));
    var expected = Path.of(primal.toString().replace(".market", ".expected"));
    if ("write".equals(System.getProperty("costate.golden"))) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String shown(List<Value> values) {
    return String.join(", ", values.stream().map(Value::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("primals")
  void itsNumbersAreThoseOfEveryOtherRoute(Path primal) throws IOException {
    var golden = Golden.read(primal);
    var program = Programs.of(golden.text());
    switch (golden.mode()) {
      case "reverse", "hessian" ->
          assertThat(Routes.agree(program, golden.function(), golden.point(), true)).isTrue();
      case String _ -> jacobianIsThatOfDifferences(golden);
    }
  }

  private static void jacobianIsThatOfDifferences(Golden golden) {
    var program = Programs.of(golden.text());
    var jacobian = Differentiator.jacobian(program, golden.function(), List.of());
    var run = new Interpreter(jacobian.program());
    var matrix = Routes.numbers(run.call(jacobian.function(), golden.point()));
    var parameters = program.function(golden.function()).parameters();
    int column = 0;
    int columns =
        jacobian.wrt().stream()
            .mapToInt(v -> Routes.numbers(golden.point().get(parameters.indexOf(v))).length)
            .sum();
    for (var variable : jacobian.wrt()) {
      int at = parameters.indexOf(variable);
      for (int k = 0; k < Routes.numbers(golden.point().get(at)).length; k++, column++) {
        var up = Routes.numbers(run.call(golden.function(), moved(golden.point(), at, k, STEP)));
        var down = Routes.numbers(run.call(golden.function(), moved(golden.point(), at, k, -STEP)));
        for (int row = 0; row < up.length; row++) {
          assertThat(matrix[row * columns + column])
              .as("row %d, column %d", row, column)
              .isCloseTo((up[row] - down[row]) / (2 * STEP), within(DIFFERENCES));
        }
      }
    }
  }

  private static List<Value> moved(List<Value> point, int at, int element, double step) {
    var moved = new ArrayList<>(point);
    var numbers =
        Arrays.copyOf(Routes.numbers(point.get(at)), Routes.numbers(point.get(at)).length);
    numbers[element] += step;
    moved.set(at, Routes.like(point.get(at), numbers));
    return moved;
  }

  @ParameterizedTest
  @MethodSource("primals")
  void thePrintedDerivativeIsAValidFileAgain(Path primal) throws IOException {
    var golden = Golden.read(primal);
    var program = Programs.of(golden.text());
    var derivative = golden.derivative();
    var again = Programs.of(Programs.text(derivative) + "\n" + golden.text());
    assertThat(again.functions()).hasSizeGreaterThanOrEqualTo(program.functions().size() + 1);
    assertThat(again.function(derivative.function()).parameters())
        .isEqualTo(derivative.program().function(derivative.function()).parameters());
  }
}
