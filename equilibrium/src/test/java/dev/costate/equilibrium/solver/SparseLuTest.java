package dev.costate.equilibrium.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparseLuTest {
  private static SparsePattern random(Random random, int size, int perRow) {
    var builder = new SparsePattern.Builder(size);
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < perRow; k++) {
        builder.add(i, random.nextInt(size));
      }
    }
    return builder.build();
  }

  @Test
  void randomSystemsOfWildScalesAreSolved() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int size = 1 + random.nextInt(60);
      var pattern = random(random, size, 3);
      var rows = random.doubles(size, -12, 12).map(Math::exp).toArray();
      var columns = random.doubles(size, -12, 12).map(Math::exp).toArray();
      var entries = new double[pattern.entries()];
      for (int j = 0; j < size; j++) {
        for (int p = pattern.start(j); p < pattern.start(j + 1); p++) {
          entries[p] = random.nextGaussian() * rows[pattern.row(p)] * columns[j];
        }
      }
      var solution = new double[size];
      for (int i = 0; i < size; i++) {
        solution[i] = (1 + random.nextDouble()) / columns[i];
      }
      var right = new double[size];
      pattern.multiply(entries, solution, right);
      var lu = new SparseLu(pattern);
      assertThat(lu.factor(entries)).isTrue();
      var found = new double[size];
      lu.solve(right, found);
      for (int i = 0; i < size; i++) {
        assertThat(found[i]).as("seed %d", seed).isCloseTo(solution[i], offset(1e-6 * solution[i]));
      }
    }
  }

  @Test
  void aZeroDiagonalNeedsNoHelp() {
    var pattern = SparsePattern.dense(2);
    var lu = new SparseLu(pattern);
    assertThat(lu.factor(new double[] {0, 3, 2, 0})).isTrue();
    var x = new double[2];
    lu.solve(new double[] {4, 9}, x);
    assertThat(x).containsExactly(3, 2);
  }

  @Test
  void aSingularMatrixIsSaidToBe() {
    assertThat(new SparseLu(SparsePattern.dense(2)).factor(new double[] {1, 2, 2, 4})).isFalse();
    assertThat(new SparseLu(SparsePattern.dense(2)).factor(new double[4])).isFalse();
  }

  @Test
  void oneObjectFactorsManyMatrices() {
    var lu = new SparseLu(SparsePattern.dense(1));
    var x = new double[1];
    for (double pivot : new double[] {2, 1e-200, -5}) {
      assertThat(lu.factor(new double[] {pivot})).isTrue();
      lu.solve(new double[] {pivot * 3}, x);
      assertThat(x[0]).isEqualTo(3);
    }
  }

  @Test
  void anArrowIsEliminatedFromItsTip() {
    int size = 200;
    var builder = new SparsePattern.Builder(size);
    IntStream.range(1, size).forEach(i -> builder.add(0, i).add(i, 0));
    var pattern = builder.build();
    var entries = new double[pattern.entries()];
    Arrays.fill(entries, 1);
    IntStream.range(0, size).forEach(i -> entries[pattern.diagonal(i)] = 2 * size);
    var lu = new SparseLu(pattern);
    assertThat(lu.factor(entries)).isTrue();
    assertThat(lu.fill()).isLessThan(4 * size);
  }
}
