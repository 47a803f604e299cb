package dev.costate.equilibrium.sensitivity;

import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.sensitivity.Linearised.Place;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How numbers at a solution respond to the numbers of the file: one transposed solve each, and one
 * sweep back through the conditions.
 */
final class Responses {
  private final ParametricEquations equations;
  private final Graph graph;
  private final Linearised linear;
  private final Definers definers;

  Responses(ParametricEquations equations, Linearised linear, Definers definers) {
    this.equations = equations;
    this.graph = equations.graph();
    this.linear = linear;
    this.definers = definers;
  }

  /**
   * How something responds.
   *
   * @param held to each number of the file while the weak variables are held at their bounds
   * @param weak to each weak variable that leaves its bound
   * @param idle to each free variable of which no condition says how it moves
   * @param largest the largest part that any variable has in it
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Response(Map<String, Double> held, double[] weak, double[] idle, double largest) {}

  /** 1 for a weak variable that can only rise, -1 for one that can only fall. */
  double sign(int weak) {
    return linear.place(linear.weak().get(weak)) == Place.WEAK_LOWER ? 1 : -1;
  }

  /** Of a form over the places of the conditions. */
  Response of(LocalForm form) {
    var seeds = new double[graph.size()];
    form.seed(1, seeds);
    return of(seeds, partials(seeds));
  }

  /** The partials with respect to the variables of what has these partials by place. */
  double[] partials(double[] seeds) {
    var direct = seeds.clone();
    Sensitivities.reverse(graph, direct);
    var partials = new double[linear.size()];
    for (int i = 0; i < partials.length; i++) {
      partials[i] = direct[graph.input(i)];
    }
    return partials;
  }

  /** Of the value of a condition that is not among those that are kept. */
  Response ofCondition(int condition) {
    var seeds = new double[graph.size()];
    seed(condition, 1, seeds);
    return of(seeds, linear.row(condition));
  }

  private Response of(double[] seeds, double[] partials) {
    var multipliers = linear.multipliers(partials);
    var adjoints = seeds.clone();
    for (int i = 0; i < multipliers.length; i++) {
      seed(i, -multipliers[i], adjoints);
    }
    Sensitivities.reverse(graph, adjoints);
    var direct = new HashMap<String, Double>();
    equations.places().forEach((name, place) -> direct.put(name, adjoints[place]));
    var left = linear.transposedTimes(multipliers);
    for (int i = 0; i < left.length; i++) {
      left[i] = partials[i] - left[i];
    }
    bounds(direct, left);
    var weak = new double[linear.weak().size()];
    for (int d = 0; d < weak.length; d++) {
      weak[d] = sign(d) * left[linear.weak().get(d)];
    }
    double largest = Arrays.stream(partials).map(Math::abs).max().orElse(0);
    var idle = linear.idle().stream().mapToDouble(j -> left[j]).toArray();
    return new Response(definers.adjoints(direct), weak, idle, largest);
  }

  /** Adds the partials of a condition by place, times a factor. */
  void seed(int condition, double factor, double[] adjoints) {
    if (factor != 0) {
      var row = equations.market().equations().row(condition);
      for (int k = 0; k < row.size(); k++) {
        adjoints[row.place(k)] += factor * row.coefficient(k);
      }
    }
  }

  /** A variable that is held at a bound moves with it. */
  void bounds(Map<String, Double> direct, double[] left) {
    equations
        .lowerBounds()
        .forEach((i, name) -> {
          if (linear.place(i) == Place.LOWER || linear.place(i) == Place.WEAK_LOWER) {
            direct.merge(name, left[i], Double::sum);
          }
        });
    equations
        .upperBounds()
        .forEach((i, name) -> {
          if (linear.place(i) == Place.UPPER || linear.place(i) == Place.WEAK_UPPER) {
            direct.merge(name, left[i], Double::sum);
          }
        });
  }
}
