package dev.costate.equilibrium.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every solver must do; the tests of a solver implement this. */
interface SolverContract {
  double EXACT = 1e-12;

  Solver solver();

  private Attempt solve(ComplementarityProblem problem, double... start) {
    return solver().solve(problem, start, SolverSettings.STANDARD);
  }

  @Test
  default void isListed() {
    assertThat(Solvers.all()).extracting(Solver::name).contains(solver().name());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 1e6})
  default void theEssaysChainIsSolvedAtEveryScaleOfPrices(double scale) {
    var attempt = solve(Problems.essay(4, scale), 1, 1, 1, 1, 1, 1);
    assertThat(attempt.solved()).isTrue();
    assertRelative(attempt.z(), scale / 24, scale / 6, 1.5 * scale, 4, 2, 2.0 / 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {4e-6, 4e6})
  default void theEssaysChainIsSolvedAtEveryScaleOfQuantities(double supply) {
    var attempt = solve(Problems.essay(supply, 1), 1, 1, 1, 1, 1, 1);
    double ethylene = Math.sqrt(supply);
    double polyethylene = ethylene / (ethylene + 1);
    double third = 1 / polyethylene;
    double second = third / Math.pow(ethylene + 1, 2);
    assertThat(attempt.solved()).isTrue();
    assertRelative(
        attempt.z(), second / (2 * ethylene), second, third, supply, ethylene, polyethylene);
  }

  @Test
  default void dantzigsTransportIsSolvedWithUnusedRoutesExactlyAtNothing() {
    var attempt = solve(Problems.dantzig(), DoubleStream.generate(() -> 1).limit(11).toArray());
    assertThat(attempt.solved()).isTrue();
    var z = attempt.z();
    assertThat(Arrays.copyOf(z, 2)).containsExactly(0, 0);
    assertRelative(Arrays.copyOfRange(z, 2, 5), 0.225, 0.153, 0.126);
    assertThat(z[6]).isCloseTo(300, offset(1e-9));
    assertThat(z[7]).isZero();
    assertThat(z[9]).isZero();
    assertThat(z[10]).isCloseTo(275, offset(1e-9));
    assertThat(z[5] + z[8]).isCloseTo(325, offset(1e-9));
  }

  @Test
  default void aVariableAtItsUpperBoundIsExactlyThere() {
    var attempt = solve(Problems.limitedImport(), 1, 1);
    assertThat(attempt.solved()).isTrue();
    assertThat(attempt.z()[1]).isEqualTo(3);
    assertRelative(attempt.z(), 7, 3);
  }

  @Test
  default void aProblemWithoutSolutionIsNotCalledSolved() {
    var attempt = solve(Problems.shortage(), 1);
    assertThat(attempt.solved()).isFalse();
    assertThat(attempt.residual()).isGreaterThan(SolverSettings.STANDARD_TOLERANCE);
  }

  @Test
  default void aStartOutsideTheDomainIsSaid() {
    var attempt = solve(Problems.rootOf(-1), 1);
    assertThat(attempt.ending()).isEqualTo(Attempt.Ending.OUTSIDE_DOMAIN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 12, 30})
  default void randomMonotoneProblemsAreSolvedRowByRow(int size) {
    for (int seed = 0; seed < 20; seed++) {
      var problem = Problems.monotone(new Random(seed), size);
      var attempt = solve(problem, DoubleStream.generate(() -> 1).limit(size).toArray());
      assertThat(attempt.solved()).as("seed %d: %s", seed, attempt.ending()).isTrue();
      var values = new double[size];
      var scales = new double[size];
      problem.evaluate(attempt.z(), values, scales);
      for (int i = 0; i < size; i++) {
        boolean atBound = attempt.z()[i] == 0;
        assertThat(atBound ? Math.min(0, values[i]) : values[i])
            .as("seed %d row %d", seed, i)
            .isCloseTo(0, offset(1e-9 * scales[i]));
      }
    }
  }

  @Test
  default void theSameProblemGivesTheSameBits() {
    var first = solve(Problems.essay(4, 1), 1, 1, 1, 1, 1, 1);
    var second = solve(Problems.essay(4, 1), 1, 1, 1, 1, 1, 1);
    assertThat(first.z()).isEqualTo(second.z());
    assertThat(first.iterations()).isEqualTo(second.iterations());
  }

  private static void assertRelative(double[] actual, double... expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], offset(EXACT * Math.abs(expected[i])));
    }
  }
}
