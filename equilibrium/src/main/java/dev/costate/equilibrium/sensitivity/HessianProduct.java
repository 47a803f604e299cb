package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.graph.Graph;
import java.util.HashMap;
import java.util.Map;

/**
 * Second derivatives of an outcome times a direction, by forward over reverse: with dots for
 * tangents along the direction, of
 *
 * <pre>do/dp = o_p - l' F_p,   F_z' l = o_z</pre>
 *
 * both sides are differentiated once more. The tangent of the sweep back that gives o_z - F_z' l
 * with l held leaves the right side of F_z' dl = (o_z - F_z' l)', one more transposed solve; what
 * goes back from the conditions with -dl as seeds is added.
 */
final class HessianProduct {
  private static final String NONE = "a condition has no second derivative at the equilibrium";

  private final ParametricEquations equations;
  private final Graph graph;
  private final Linearised linear;
  private final Definers definers;
  private final Responses responses;
  private final Motion motion;

  /**
   * @param linear without weak variables and redundant conditions
   */
  HessianProduct(
      ParametricEquations equations,
      Linearised linear,
      Definers definers,
      Responses responses,
      Motion motion) {
    this.equations = equations;
    this.graph = equations.graph();
    this.linear = linear;
    this.definers = definers;
    this.responses = responses;
    this.motion = motion;
  }

  /** How the adjoint of each number of the file moves. */
  Map<String, Double> of(LocalForm form, Map<String, Double> direction) {
    var moved = definers.tangents(direction);
    var tangents = motion.along(moved);
    var adjoints = new double[graph.size()];
    form.seed(1, adjoints);
    var multipliers = linear.multipliers(responses.partials(adjoints));
    for (int i = 0; i < multipliers.length; i++) {
      responses.seed(i, -multipliers[i], adjoints);
    }
    var moves = new double[graph.size()];
    form.seedTangents(1, tangents, moves);
    if (!graph.reverse(tangents, adjoints, moves)) {
      throw new NoDerivative(NONE);
    }
    addMultipliers(moves);
    return definers.adjointTangents(numbers(adjoints), numbers(moves), moved);
  }

  /** What moves because the multipliers do. */
  private void addMultipliers(double[] moves) {
    var right = inputs(moves);
    for (double part : right) {
      if (!Double.isFinite(part)) {
        throw new NoDerivative(NONE);
      }
    }
    var multipliers = linear.multipliers(right);
    var further = new double[graph.size()];
    for (int i = 0; i < multipliers.length; i++) {
      responses.seed(i, -multipliers[i], further);
    }
    Sensitivities.reverse(graph, further);
    for (int place = 0; place < moves.length; place++) {
      moves[place] += further[place];
    }
  }

  private double[] inputs(double[] byPlace) {
    var inputs = new double[linear.size()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = byPlace[graph.input(i)];
    }
    return inputs;
  }

  /** What is left at the numbers of the file, with that of the variables that are held at them. */
  private Map<String, Double> numbers(double[] byPlace) {
    var numbers = new HashMap<String, Double>();
    equations.places().forEach((name, place) -> numbers.put(name, byPlace[place]));
    responses.bounds(numbers, inputs(byPlace));
    return numbers;
  }
}
