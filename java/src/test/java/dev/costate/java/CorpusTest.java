package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each method of the corpus: the gradient's value is the method's, bit for bit; its partials agree
 * with differences, and with the tangent in a random direction. Arguments stay as they are.
 */
final class CorpusTest {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");

  /** Relative step of central differences, whose error is then about its square. */
  private static final double STEP = 1e-5;

  private static final double CLOSE_TO_DIFFERENCES = 1e-7;

  /** Of the values whose difference is taken. */
  private static final double ROUNDINGS = 4;

  /** Rounding, in another order of the same sums. */
  private static final double CLOSE_TO_TANGENT = 1e-12;

  private static final List<Case> CASES = cases();
  private static final Compiled COMPILED = compiled();

  record Case(String name, String type, String arguments, String code) {
    @Override
    public String toString() {
      return name;
    }

    String text() {
      return Compiled.withImports(
          "import static dev.costate.runtime.annotation.Derivative.*; @SuppressWarnings(\"all\") final class "
              + type
              + " {\n@Differentiable(also = {JACOBIAN, HESSIAN, HESSIAN_VECTOR})\n"
              + code.substring(code.indexOf("static double f"))
              + "\n"
              + constants()
              + "\nstatic Object[] arguments() { return new Object[] {"
              + arguments
              + "}; }\n}\n");
    }

    /** What stands before the method. */
    private String constants() {
      return code.substring(0, code.indexOf("static double f"));
    }
  }

  static List<Case> cases() {
    var cases = new ArrayList<Case>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (var file : files.sorted().toList()) {
        for (var part : ("\n" + Files.readString(file)).split("\n## ", -1)) {
          if (part.isBlank()) {
            continue;
          }
          int end = part.indexOf('\n');
          int colon = part.indexOf(": f | ");
          cases.add(
              new Case(
                  part.substring(0, colon),
                  "Case" + cases.size(),
                  part.substring(colon + ": f | ".length(), end),
                  part.substring(end + 1)));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return cases;
  }

  private static Compiled compiled() {
    var texts = new LinkedHashMap<String, String>();
    CASES.forEach(each -> texts.put(each.type(), each.text()));
    return Compiled.of(texts).clean();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void valueGradientAndTangentAgree(Case of) {
    var derivatives = of.type() + "Derivatives";
    var f = COMPILED.method(of.type(), "f");
    var arguments = (Object[]) COMPILED.call(of.type(), "arguments");
    var given = Arrays.deepToString(arguments);
    var gradient = COMPILED.call(derivatives, "fGradient", arguments);
    assertThat(Arrays.deepToString(arguments)).as("arguments").isEqualTo(given);
    double value = (double) Compiled.call(f, copies(arguments));
    assertThat(Compiled.component(gradient, "value"))
        .as(COMPILED.written(derivatives))
        .isEqualTo(value);

    var partials = partials(gradient);
    var smooth = smooth(f);
    double scale = 1;
    for (var partial : partials) {
      for (double each : flat(partial)) {
        scale = Math.max(scale, Math.abs(each));
      }
    }
    var random = new Random(1);
    double expected = 0;
    var directions = new ArrayList<>(List.of(arguments));
    for (int p = 0; p < smooth.size(); p++) {
      var all = flat(partials.get(p));
      var direction = new double[all.length];
      for (int i = 0; i < all.length; i++) {
        assertThat(all[i])
            .as("partial %d of parameter %d\n%s", i, smooth.get(p), COMPILED.written(derivatives))
            .isCloseTo(
                difference(f, arguments, smooth.get(p), i),
                within(CLOSE_TO_DIFFERENCES * scale + ROUNDINGS * Math.ulp(value) / STEP));
        direction[i] = random.nextDouble() - 0.5;
        expected += direction[i] * all[i];
      }
      directions.add(shaped(direction, arguments[smooth.get(p)]));
    }
    var tangent = COMPILED.call(derivatives, "fTangent", directions.toArray());
    assertThat(Compiled.component(tangent, "value")).isEqualTo(value);
    assertThat((double) Compiled.component(tangent, "tangent"))
        .isCloseTo(expected, within(CLOSE_TO_TANGENT * scale));
    compareWholeMatrices(of, arguments, smooth, partials, directions, scale);
    assertThat(Arrays.deepToString(arguments)).as("arguments").isEqualTo(given);
  }

  /**
   * The Jacobian has the partials as its row; the Hessian agrees with differences of the gradient,
   * and its product with a direction is that of its own method.
   */
  private static void compareWholeMatrices(
      Case of,
      Object[] arguments,
      List<Integer> smooth,
      List<Object> partials,
      List<Object> directions,
      double scale) {
    var derivatives = of.type() + "Derivatives";
    var gradient = partials.stream().flatMapToDouble(p -> Arrays.stream(flat(p))).toArray();
    var jacobian = (double[][]) COMPILED.call(derivatives, "fJacobian", arguments);
    assertThat(jacobian).hasDimensions(1, gradient.length);
    assertThat(jacobian[0]).containsExactly(gradient, within(CLOSE_TO_TANGENT * scale));
    var hessian = (double[][]) COMPILED.call(derivatives, "fHessian", arguments);
    var product =
        parts(COMPILED.call(derivatives, "fHessianVector", directions.toArray())).stream()
            .flatMapToDouble(p -> Arrays.stream(flat(p)))
            .toArray();
    var direction =
        directions.subList(arguments.length, directions.size()).stream()
            .flatMapToDouble(p -> Arrays.stream(flat(p)))
            .toArray();
    double size = 1;
    for (var row : hessian) {
      size = Math.max(size, Arrays.stream(row).map(Math::abs).max().orElse(0));
    }
    int column = 0;
    for (int p : smooth) {
      for (int i = 0; i < flat(arguments[p]).length; i++, column++) {
        double at = flat(arguments[p])[i];
        double step = STEP * Math.max(1, Math.abs(at));
        var above = gradient(derivatives, moved(arguments, p, i, at + step));
        var below = gradient(derivatives, moved(arguments, p, i, at - step));
        for (int row = 0; row < gradient.length; row++) {
          assertThat(hessian[row][column])
              .as("second partial %d, %d", row, column)
              .isCloseTo(
                  (above[row] - below[row]) / (2 * step),
                  within(CLOSE_TO_DIFFERENCES * size + ROUNDINGS * Math.ulp(scale) / STEP))
              .isCloseTo(hessian[column][row], within(CLOSE_TO_TANGENT * size));
        }
      }
    }
    for (int row = 0; row < gradient.length; row++) {
      double expected = 0;
      for (int k = 0; k < direction.length; k++) {
        expected += hessian[row][k] * direction[k];
      }
      assertThat(product[row]).isCloseTo(expected, within(CLOSE_TO_TANGENT * size));
    }
  }

  private static double[] gradient(String derivatives, Object[] arguments) {
    return partials(COMPILED.call(derivatives, "fGradient", arguments)).stream()
        .flatMapToDouble(p -> Arrays.stream(flat(p)))
        .toArray();
  }

  private static List<Object> partials(Object gradient) {
    return parts(gradient).subList(1, parts(gradient).size());
  }

  private static List<Object> parts(Object result) {
    return Stream.of(result.getClass().getRecordComponents())
        .map(component -> Compiled.component(result, component.getName()))
        .toList();
  }

  /** The positions of the parameters that are differentiated. */
  private static List<Integer> smooth(Method f) {
    var found = new ArrayList<Integer>();
    for (int i = 0; i < f.getParameterCount(); i++) {
      var parameter = f.getParameters()[i];
      boolean isConstant =
          parameter.getName().equals("c") && parameter.getType() == double.class
              || parameter.getName().equals("t");
      var type = parameter.getType();
      if (!isConstant
          && (type == double.class || type == double[].class || type == double[][].class)) {
        found.add(i);
      }
    }
    return found;
  }

  private static double difference(Method f, Object[] arguments, int parameter, int element) {
    double at = flat(arguments[parameter])[element];
    double step = STEP * Math.max(1, Math.abs(at));
    double above = at + step;
    double below = at - step;
    return ((double) Compiled.call(f, moved(arguments, parameter, element, above))
            - (double) Compiled.call(f, moved(arguments, parameter, element, below)))
        / (above - below);
  }

  private static Object[] moved(Object[] arguments, int parameter, int element, double to) {
    var moved = copies(arguments);
    var all = flat(moved[parameter]);
    all[element] = to;
    moved[parameter] = shaped(all, moved[parameter]);
    return moved;
  }

  private static Object[] copies(Object[] arguments) {
    return Arrays.stream(arguments)
        .map(argument ->
            switch (argument) {
              case double[] vector -> vector.clone();
              case int[] vector -> vector.clone();
              case double[][] matrix -> shaped(flat(matrix), matrix);
              default -> argument;
            })
        .toArray();
  }

  private static double[] flat(Object of) {
    return switch (of) {
      case double[] vector -> vector.clone();
      case double[][] matrix -> Arrays.stream(matrix).flatMapToDouble(Arrays::stream).toArray();
      default -> new double[] {(double) of};
    };
  }

  private static Object shaped(double[] all, Object like) {
    return switch (like) {
      case double[] _ -> all;
      case double[][] matrix -> {
        var shaped = new double[matrix.length][];
        int from = 0;
        for (int i = 0; i < matrix.length; i++) {
          shaped[i] = Arrays.copyOfRange(all, from, from + matrix[i].length);
          from += matrix[i].length;
        }
        yield shaped;
      }
      default -> all[0];
    };
  }
}
