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

  /** Parts of a condition below this fraction of its largest are rounding. */
  private static final double NO_PART = 1e-9;

  /** Results that agree up to this fraction are one. */
  private static final double SAME = 1e-7;

  private final Responses responses;

  /** The conditions of the weak variables, then those that are redundant. */
  private final List<Response> conditions = new ArrayList<>();

  private final List<Guard> guards;
  private final double[] scales;
  private final SmallProblem problem;
  private final int weak;

  /** Something that nothing may move, in its own scale. */
  record Guard(Response response, double scale, String reason) {}

  /**
   * @param redundant conditions that hold as long as others do, unless something moves that they
   *     alone see
   * @param scales of all conditions
   */
  Directions(
      Responses responses,
      List<Integer> weak,
      List<Integer> redundant,
      double[] scales,
      List<Guard> guards) {
    this.responses = responses;
    this.guards = guards;
    this.weak = weak.size();
    var all = new ArrayList<>(weak);
    all.addAll(redundant);
    this.scales = new double[all.size()];
    var matrix = new double[all.size()][];
    int free = 0;
    for (int d = 0; d < matrix.length; d++) {
      var condition = responses.ofCondition(all.get(d));
      conditions.add(condition);
      free = condition.idle().length;
      matrix[d] = new double[weak.size() + free];
      for (int e = 0; e < weak.size(); e++) {
        matrix[d][e] = sign(d) * part(condition.weak()[e], condition);
      }
      for (int e = 0; e < free; e++) {
        matrix[d][weak.size() + e] = sign(d) * part(condition.idle()[e], condition);
      }
      this.scales[d] = scales[all.get(d)];
    }
    problem = new SmallProblem(matrix, weak.size(), free);
  }

  /** What is only rounding of the largest part is none. */
  private static double part(double part, Response of) {
    return Math.abs(part) <= NO_PART * of.largest() ? 0 : part;
  }

  private double sign(int condition) {
    return condition < weak ? responses.sign(condition) : 1;
  }

  /** What keeps a number from moving, however the weak variables do. */
  Optional<String> obstacle(String name, double size) {
    return guards.stream()
        .filter(_ -> weak == 0)
        .filter(guard -> moves(guard, name, size, new double[0], 1))
        .map(Guard::reason)
        .findFirst();
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
    var constants = new double[conditions.size()];
    var small = new double[conditions.size()];
    for (int d = 0; d < constants.length; d++) {
      double moves = conditions.get(d).held().getOrDefault(name, 0.0);
      small[d] = scales[d] / size;
      constants[d] = Math.abs(moves) <= NO_PART * small[d] ? 0 : sign(d) * direction * moves;
    }
    double result = Double.NaN;
    for (var y : problem.solutions(constants, small)) {
      if (guards.stream().anyMatch(guard -> moves(guard, name, size, y, direction))) {
        continue;
      }
      double sum = held;
      for (int d = 0; d < y.length; d++) {
        sum += of.weak()[d] * y[d];
      }
      if (!Double.isNaN(result)
          && Math.abs(sum - result) > SAME * Math.max(Math.abs(sum), Math.abs(result))) {
        return Double.NaN;
      }
      result = sum;
    }
    return result;
  }
}
