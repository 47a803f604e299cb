package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.sensitivity.Responses.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which weak variables leave their bounds as one number of the file moves up or down: those that
 * keep every condition at a bound fulfilled, with products of distance and slack 0 (the directional
 * derivative of a complementarity problem; Robinson 1980; Luo, Pang and Ralph, <i>Mathematical
 * Programs with Equilibrium Constraints</i>, 1996, chapter 4).
 */
final class Directions {
  /** Moves below this fraction of the scale of what must not move are rounding. */
  private static final double ROUNDING = 1e-7;

  /** Results that agree up to this fraction are one. */
  private static final double ONE = 1e-7;

  private final Responses responses;

  /** The condition of each weak variable. */
  private final List<Response> conditions = new ArrayList<>();

  private final List<Guard> guards;
  private final SmallProblem problem;

  /** Something that nothing may move, in its own scale. */
  record Guard(Response response, double scale, String reason) {}

  Directions(Responses responses, List<Integer> weak, List<Guard> guards) {
    this.responses = responses;
    this.guards = guards;
    var matrix = new double[weak.size()][];
    for (int d = 0; d < matrix.length; d++) {
      var condition = responses.ofCondition(weak.get(d));
      conditions.add(condition);
      matrix[d] = condition.weak().clone();
      for (int e = 0; e < matrix.length; e++) {
        matrix[d][e] *= responses.sign(d);
      }
    }
    problem = new SmallProblem(matrix);
  }

  /** What keeps a number from moving, however the weak variables do. */
  Optional<String> obstacle(String name, double size) {
    return conditions.isEmpty()
        ? guards.stream()
            .filter(guard -> moves(guard, name, size, new double[0], 1))
            .map(Guard::reason)
            .findFirst()
        : Optional.empty();
  }

  private static boolean moves(
      Guard guard, String name, double size, double[] weak, double direction) {
    double sum = direction * guard.response().held().getOrDefault(name, 0.0);
    for (int d = 0; d < weak.length; d++) {
      sum += guard.response().weak()[d] * weak[d];
    }
    return !(Math.abs(sum) * size <= ROUNDING * guard.scale());
  }

  /**
   * How something moves as a number moves by 1 in a direction.
   *
   * @param direction 1 or -1
   * @param size of the number, for what counts as moving
   * @return NaN if nothing, or more than one motion, fulfils the conditions
   */
  double derivative(Response of, String name, double direction, double size) {
    double held = direction * of.held().getOrDefault(name, 0.0);
    var q = new double[conditions.size()];
    for (int d = 0; d < q.length; d++) {
      q[d] = responses.sign(d) * direction * conditions.get(d).held().getOrDefault(name, 0.0);
    }
    double result = Double.NaN;
    for (var y : problem.solutions(q)) {
      if (guards.stream().anyMatch(guard -> moves(guard, name, size, y, direction))) {
        continue;
      }
      double sum = held;
      for (int d = 0; d < q.length; d++) {
        sum += of.weak()[d] * y[d];
      }
      if (!Double.isNaN(result)
          && Math.abs(sum - result) > ONE * Math.max(Math.abs(sum), Math.abs(result))) {
        return Double.NaN;
      }
      result = sum;
    }
    return result;
  }
}
