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
          "@SuppressWarnings(\"all\") final class "
              + type
              + " {\n@Differentiable\n"
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
    assertThat((double) Compiled.component(tangent, "value")).isEqualTo(value);
    assertThat((double) Compiled.component(tangent, "tangent"))
        .isCloseTo(expected, within(CLOSE_TO_TANGENT * scale));
  }

  private static List<Object> partials(Object gradient) {
    var components = gradient.getClass().getRecordComponents();
    return Stream.of(components)
        .skip(1)
        .map(component -> Compiled.component(gradient, component.getName()))
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
