package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a method throws, its gradient and its tangent throw the same, from the user's line. */
final class ExceptionsTest {
  private static final Compiled COMPILED =
      Compiled.of(
              "A",
              """
              class A {
                @Differentiable static double thrown(double x) {
                  if (x > 0) { throw new IllegalArgumentException("x = " + x); }
                  return x;
                }
                @Differentiable static double checked(double x) throws java.io.IOException {
                  if (x > 0) { throw new java.io.IOException("x = " + x); }
                  return x;
                }
                @Differentiable static double called(double x) { return x * thrown(x * x); }
                @Differentiable static double inLoop(double x) {
                  double s = 0;
                  for (int i = 0; i < 5; i++) { s += called(x - i); }
                  return s;
                }
                @Differentiable static double index(double x) {
                  double[] a = {x, 2};
                  return a[(int) (x + 10)];
                }
                @Differentiable static double negative(double x) {
                  int i = -(int) x;
                  double[] a = new double[i - 1];
                  return a[0] * x;
                }
                @Differentiable static double quotient(double x) { int n = (int) (x - 1.5); return x * (3 / n); }
                @Differentiable static double remainder(double x) { int n = (int) (x - 1.5); return x * (3 % n); }
                @Differentiable static double modulus(double x) { int n = (int) (x - 1.5); return x * Math.floorMod(3, n); }
                @Differentiable static double clamped(double x) { return Math.clamp(x, 3.0, 2.0); }
                @Differentiable static double endless(double x) { return x + endless(x); }
                @Differentiable static double inSwitch(double x) {
                  return switch ((int) x) { case 1 -> throw new IllegalStateException("one"); default -> x; };
                }
              }
              """)
          .clean();

  static Stream<String> methods() {
    return Stream.of(
        "thrown",
        "checked",
        "called",
        "inLoop",
        "index",
        "negative",
        "quotient",
        "remainder",
        "modulus",
        "clamped",
        "endless",
        "inSwitch");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void derivativesThrowWhatTheMethodThrows(String name) {
    var expected = catchThrowable(() -> COMPILED.call("A", name, 1.5));
    assertThat(expected).isNotNull();
    for (var thrown :
        Stream.of(
                catchThrowable(() -> COMPILED.call("ADerivatives", name + "Gradient", 1.5)),
                catchThrowable(() -> COMPILED.call("ADerivatives", name + "Tangent", 1.5, 1.0)))
            .toList()) {
      assertThat(thrown).as(COMPILED.written("ADerivatives")).hasSameClassAs(expected);
      assertThat(thrown).hasMessage(expected.getMessage());
      assertThat(Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getFileName))
          .contains("A.java");
    }
  }
}
