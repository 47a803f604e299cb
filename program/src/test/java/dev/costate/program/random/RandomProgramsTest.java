package dev.costate.program.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.costate.program.Routes;
import dev.costate.program.Verifier;
import dev.costate.program.WithoutPlaces;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomProgramsTest {
  private static final int PROGRAMS = 2_000;
  private static final int GROUP = 500;
  private static final int CALLS = 3;

  static LongStream groups() {
    return LongStream.range(0, PROGRAMS / GROUP);
  }

  /** A failure names the seed: it makes the same program again. */
  @ParameterizedTest
  @MethodSource("groups")
  void everyRouteGivesTheSameValuesAndFailures(long group) {
    for (long seed = group * GROUP; seed < (group + 1) * GROUP; seed++) {
      try {
        check(seed);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static void check(long seed) {
    var program = Verifier.requireRunnable(RandomPrograms.program(seed));
    var routes = new Routes(program);
    assertThat(WithoutPlaces.of(routes.readBack())).isEqualTo(WithoutPlaces.of(program));
    var random = new SplittableRandom(seed);
    for (var function : program.functions()) {
      for (int i = 0; i < CALLS; i++) {
        routes.outcome(function.name(), RandomPrograms.arguments(function, random));
      }
    }
  }

  @Test
  void aSeedAlwaysMakesTheSameProgram() {
    assertThat(WithoutPlaces.of(RandomPrograms.program(7)))
        .isEqualTo(WithoutPlaces.of(RandomPrograms.program(7)));
  }
}
