package dev.costate.equilibrium;

import dev.costate.equilibrium.condition.Condition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a market at an equilibrium of another one, found by what their conditions say:
 * so a search can begin there also where the markets differ by more than numbers.
 */
public final class GivenStart {
  private GivenStart() {}

  /** What a condition says; a market may have several that say the same. */
  private record Words(String kind, String at, String text) {}

  /**
   * The point; a variable that the other market does not have is where the usual start has it.
   *
   * @return empty if the markets have nothing in common
   */
  @SuppressWarnings("exports") // For other packages of this module.
  public static Optional<double[]> in(
      List<Condition> conditions, Equilibrium equilibrium, double[] usual) {
    var known = new HashMap<Words, Deque<Double>>();
    for (var report : equilibrium.conditions()) {
      var words = new Words(report.kind(), report.at(), report.text());
      known.computeIfAbsent(words, _ -> new ArrayDeque<>()).add(report.variable());
    }
    var point = usual.clone();
    boolean any = false;
    for (int i = 0; i < point.length; i++) {
      var next = next(known, conditions.get(i));
      if (next.isPresent()) {
        point[i] = next.get();
        any = true;
      }
    }
    return any ? Optional.of(point) : Optional.empty();
  }

  private static Optional<Double> next(Map<Words, Deque<Double>> known, Condition condition) {
    var words = new Words(condition.kind().word(), condition.subject(), condition.text());
    var values = known.get(words);
    return values == null ? Optional.empty() : Optional.ofNullable(values.poll());
  }
}
