package dev.costate.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Methods that give arrays have tangents and Jacobians; arrays that alias are refused when run. */
final class ArrayResultsTest {
  private static final Compiled COMPILED =
      Compiled.of(
              "A",
              """
              class A {
                @Differentiable(also = dev.costate.runtime.annotation.Derivative.JACOBIAN)
                static double[] f(double[] x, double k, int n) {
                  if (k < 0) { throw new IllegalArgumentException("k"); }
                  double[] y = new double[n];
                  for (int i = 0; i < n; i++) { y[i] = k * x[i] * x[0]; }
                  return y;
                }
                @Differentiable(also = dev.costate.runtime.annotation.Derivative.JACOBIAN)
                static double[][] g(double x, double y) {
                  return new double[][] {{x * y, x}, {y, y * y}};
                }
                @Differentiable static double changes(double[] x, double[] y) {
                  x[0] *= y[0];
                  return x[0] * y[0];
                }
                @Differentiable static double rows(double[][] m) { return m[0][0] * m[1][0]; }
              }
              """)
          .clean();

  @Test
  void theJacobianHasARowForEachElementOfTheResult() {
    var x = new double[] {2, 3, 5};
    assertThat((double[][]) COMPILED.call("ADerivatives", "fJacobian", x, 0.5, 2))
        .isDeepEqualTo(new double[][] {{2, 0, 0, 4}, {1.5, 1, 0, 6}});
    assertThat((double[][]) COMPILED.call("ADerivatives", "gJacobian", 2.0, 3.0))
        .isDeepEqualTo(new double[][] {{3, 2}, {1, 0}, {0, 1}, {0, 6}});
  }

  @Test
  void theTangentHasTheShapeOfTheResult() {
    var tangent =
        COMPILED.call(
            "ADerivatives",
            "fTangent",
            new double[] {2, 3, 5},
            0.5,
            2,
            new double[] {1, 10, 100},
            7.0);
    assertThat((double[]) Compiled.component(tangent, "value")).containsExactly(2, 3);
    assertThat((double[]) Compiled.component(tangent, "tangent"))
        .containsExactly(new double[] {2 + 28, 1.5 + 10 + 42}, within(1e-14));
    var matrix = COMPILED.call("ADerivatives", "gTangent", 2.0, 3.0, 1.0, 10.0);
    assertThat((double[][]) Compiled.component(matrix, "tangent"))
        .isDeepEqualTo(new double[][] {{23, 1}, {10, 60}});
  }

  @Test
  void whatTheMethodThrowsItsJacobianThrows() {
    assertThatThrownBy(() -> COMPILED.call("ADerivatives", "fJacobian", new double[] {1}, -1.0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("k");
  }

  @Test
  void oneArrayForTwoParametersOfWhichOneIsChangedIsRefused() {
    var x = new double[] {2};
    assertThatThrownBy(() -> COMPILED.call("ADerivatives", "changesGradient", x, x))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one array is passed twice");
    assertThat(x).containsExactly(2);
    var gradient = COMPILED.call("ADerivatives", "changesGradient", x, x.clone());
    assertThat((double[]) Compiled.component(gradient, "y")).containsExactly(8);
    assertThat(x).containsExactly(2);
  }

  @Test
  void rowsOfDifferentLengthAreRefused() {
    var rows = new double[][] {{2, 3}, {4}};
    assertThatThrownBy(() -> COMPILED.call("ADerivatives", "rowsGradient", (Object) rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rows of different length: 2 and 1");
    assertThatThrownBy(
            () -> COMPILED.call("ADerivatives", "rowsTangent", rows, new double[][] {{1}, {1}}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDirectionOfAnotherLengthIsRefused() {
    assertThatThrownBy(() ->
            COMPILED.call(
                "ADerivatives", "fTangent", new double[] {2, 3}, 0.5, 2, new double[] {1}, 7.0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a direction of length 1 for an array of length 2");
  }

  @Test
  void aHessianOfAnArrayIsAnError() {
    assertThat(
            Compiled.of(
                    "B",
                    """
                    class B {
                      @Differentiable(also = dev.costate.runtime.annotation.Derivative.HESSIAN)
                      static double[] f(double x) { return new double[] {x}; }
                    }
                    """)
                .problems())
        .contains("'f' gives an array: it has no Hessian");
  }
}
