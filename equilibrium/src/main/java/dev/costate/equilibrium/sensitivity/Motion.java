package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.sensitivity.Linearised.Place;
import java.util.Map;

/** How everything at an equilibrium moves with the numbers of the file: one solve. */
final class Motion {
  private final ParametricEquations equations;
  private final Graph graph;
  private final Linearised linear;

  Motion(ParametricEquations equations, Linearised linear) {
    this.equations = equations;
    this.graph = equations.graph();
    this.linear = linear;
  }

  /**
   * The tangent of every place of the conditions.
   *
   * @param moved how numbers of the file move; the others stay
   */
  double[] along(Map<String, Double> moved) {
    var tangents = new double[graph.size()];
    equations.places().forEach((name, place) -> tangents[place] = moved.getOrDefault(name, 0.0));
    var held = new double[linear.size()];
    moveBounds(equations.lowerBounds(), Place.LOWER, moved, held);
    moveBounds(equations.upperBounds(), Place.UPPER, moved, held);
    for (int i = 0; i < held.length; i++) {
      tangents[graph.input(i)] = held[i];
    }
    forward(tangents);
    var conditions = new double[linear.size()];
    for (int i = 0; i < conditions.length; i++) {
      var row = equations.market().equations().row(i);
      for (int k = 0; k < row.size(); k++) {
        conditions[i] -= row.coefficient(k) * tangents[row.place(k)];
      }
    }
    var motion = linear.motion(conditions);
    for (int i = 0; i < motion.length; i++) {
      tangents[graph.input(i)] = motion[i] + held[i];
    }
    forward(tangents);
    return tangents;
  }

  private void forward(double[] tangents) {
    if (!graph.forward(tangents)) {
      throw new NoDerivative(Linearised.NO_DERIVATIVE);
    }
  }

  private void moveBounds(
      Map<Integer, String> names, Place place, Map<String, Double> moved, double[] held) {
    names.forEach((i, name) -> {
      if (linear.place(i) == place) {
        held[i] = moved.getOrDefault(name, 0.0);
      }
    });
  }
}
