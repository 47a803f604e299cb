package dev.costate.differentiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.costate.program.Program;
import dev.costate.program.Statement;
import dev.costate.program.Walk;
import dev.costate.program.run.Interpreter;
import dev.costate.program.run.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a checkpointed loop costs its derivative, in states kept and in steps run again. */
final class CheckpointsTest {
  private static final String LOOP =
      """
      function f(x, a, n):
          for i in 1..n checkpointed(%d):
              x = sin(x) + a / i^2
          return x
      """;

  /** How often functions were called, and how deep their calls were nested. */
  private static final class Counts implements Interpreter.Watch {
    final Map<String, Long> calls = new HashMap<>();
    final Map<String, Integer> deepest = new HashMap<>();
    private final Map<String, Integer> open = new HashMap<>();

    @Override
    public void entered(String function) {
      calls.merge(function, 1L, Long::sum);
      deepest.merge(function, open.merge(function, 1, Integer::sum), Math::max);
    }

    @Override
    public void left(String function) {
      open.merge(function, -1, Integer::sum);
    }

    long calls(String function) {
      return calls.getOrDefault(function, 0L);
    }
  }

  private static Counts counts(Program program, int steps) {
    var derivative = Differentiator.gradient(program, "f");
    var counts = new Counts();
    new Interpreter(derivative.program(), counts)
        .call(derivative.function(), List.of(Value.of(0.3), Value.of(0.9), Value.of(steps)));
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 1",
    "30, 1",
    "30, 2",
    "31, 3",
    "100, 3",
    "120, 3",
    "121, 3",
    "100, 7",
    "100, 99",
    "100, 100",
    "100, 1000",
    "2000, 4"
  })
  void noMoreStatesAreKeptThanGrantedAndNoMoreStepsRunAgainThanTheBinomialScheduleNeeds(
      int steps, int checkpoints) {
    var counts = counts(Programs.of(LOOP.formatted(checkpoints)), steps);
    int stateAtHand = 1;
    assertThat(counts.deepest.get("f_steps_backward"))
        .isLessThanOrEqualTo(checkpoints + stateAtHand);
    assertThat(counts.calls("f_step_pullback")).isEqualTo(steps);
    assertThat(counts.calls("f_step")).isEqualTo(fewest(steps, checkpoints));
  }

  /** r l - beta(s + 1, r - 1), with the smallest r for which beta(s, r) >= l. */
  private static long fewest(long steps, int checkpoints) {
    int sweeps = 0;
    while (beta(checkpoints, sweeps) < steps) {
      sweeps++;
    }
    return sweeps == 0 ? 0 : sweeps * steps - beta(checkpoints + 1, sweeps - 1);
  }

  private static long beta(int checkpoints, int sweeps) {
    long beta = 1;
    for (int r = 1; r <= sweeps; r++) {
      beta = beta * (checkpoints + r) / r;
    }
    return beta;
  }

  @Test
  void theStepsOfTheScheduleAreTheFewestThatAnyScheduleNeeds() {
    for (int checkpoints = 1; checkpoints <= 6; checkpoints++) {
      for (int steps = 1; steps <= 40; steps++) {
        assertThat(fewest(steps, checkpoints)).isEqualTo(searched(steps, checkpoints, Map.of()));
      }
    }
  }

  private static long searched(int steps, int checkpoints, Map<List<Integer>, Long> given) {
    var known = given.isEmpty() ? new HashMap<List<Integer>, Long>() : given;
    var key = List.of(steps, checkpoints);
    if (steps <= 1) {
      return 0;
    }
    if (checkpoints == 1) {
      return (long) steps * (steps - 1) / 2;
    }
    var found = known.get(key);
    if (found != null) {
      return found;
    }
    known.put(key, Long.MAX_VALUE);
    long best = Long.MAX_VALUE;
    for (int ahead = 1; ahead < steps; ahead++) {
      long right = searched(steps - ahead, checkpoints - 1, known);
      best = Math.min(best, ahead + right + searched(ahead, checkpoints, known));
    }
    known.put(key, best);
    return best;
  }

  @Test
  void aLoopOfAMillionStepsKeepsNoRecord() {
    var program = Programs.of(LOOP.formatted(20));
    var derivative = Differentiator.gradient(program, "f");
    assertThat(derivative.generated())
        .allSatisfy(
            f -> assertThat(Walk.statements(f.body())).noneMatch(Statement.Push.class::isInstance));
    var point = List.<Value>of(Value.of(0.3), Value.of(0.9), Value.of(1_000_000));
    var partials =
        dev.costate.program.emit.Compiler.compile(derivative.program())
            .call(derivative.function(), point);
    var plain = Programs.of(LOOP.formatted(20).replace(" checkpointed(20)", ""));
    var recorded = Differentiator.gradient(plain, "f");
    assertThat(partials)
        .isEqualTo(
            dev.costate.program.emit.Compiler.compile(recorded.program())
                .call(recorded.function(), point));
  }

  @Test
  void aDerivativeOfAPrintedDerivativeIsTheSameAgain() {
    var program = Programs.of(LOOP.formatted(3));
    var first = Differentiator.gradient(program, "f");
    var text = Programs.text(first);
    var again = Programs.of(LOOP.formatted(3) + "\n" + text);
    var second = Differentiator.gradient(again, "f");
    assertThat(second.function()).isEqualTo(first.function());
    assertThat(second.generated()).isEmpty();
  }

  @Test
  void aLoopWhoseStepsCallItsOwnFunctionIsRefused() {
    var program =
        Programs.of(
            """
            function f(x, n):
                y = x
                for i in 1..n checkpointed(3):
                    y += f(y * x, i - 1)
                return y
            """);
    assertThatThrownBy(() -> Differentiator.gradient(program, "f"))
        .isInstanceOf(NotDifferentiable.class)
        .hasMessageContaining("this loop cannot be checkpointed")
        .hasMessageContaining("3");
    var tangent = Differentiator.tangent(program, "f", List.of("x"));
    assertThat(Programs.call(tangent.program(), tangent.function(), 2, 0, 1)).containsExactly(1);
  }
}
