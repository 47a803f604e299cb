package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.Computed;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.MarketEquations;
import dev.costate.equilibrium.equation.MarketSystem;
import dev.costate.equilibrium.equation.ParametricEquations;
import dev.costate.equilibrium.equation.StartingPoint;
import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.sensitivity.Directions.Guard;
import dev.costate.equilibrium.sensitivity.Gradient.OneSided;
import dev.costate.runtime.DeepStack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The door: derivatives of an equilibrium with respect to the numbers of its file, exact up to
 * rounding. Not thread-safe.
 *
 * <p>An adjoint ({@link #gradient}) costs one transposed solve with the factors of the conditions
 * and one sweep through them, for all numbers together; a tangent ({@link #tangent}) one solve, for
 * all measures; second derivatives times a direction ({@link #hessianTimes}) both, once more.
 */
public final class Sensitivities {
  /** What is refused as another technology moves by less than this. */
  private static final double FROZEN = 1e-9;

  /** A measure in which idle variables have a part above this fraction is not determined. */
  private static final double UNDETERMINED = 1e-9;

  /** Derivatives to the two sides that agree up to this fraction are one. */
  private static final double SAME = 1e-7;

  /** A condition counts as of at least this many units where it matters whether it moves. */
  private static final double FEW = 1e-3;

  /** Numbers count as at least this large where it matters how far they move something. */
  private static final double SMALL = 1e-3;

  private static final long FROZEN_SEED = 1985;

  static final String OTHER_TECHNOLOGY = "another value makes another technology";

  private final Economy economy;
  private final ParametricEquations equations;
  private final Graph graph;
  private final Linearised linear;
  private final MeasureForms forms;
  private final Definers definers;
  private final Responses responses;
  private final Motion motion;

  /** Empty if there are too many weak variables. */
  private final Optional<Directions> directions;

  private final Map<String, String> refused = new LinkedHashMap<>();

  private Sensitivities(Economy economy, Equilibrium equilibrium) {
    this.economy = economy;
    var market = MarketEquations.of(economy);
    var typical = StartingPoint.of(economy);
    var system = new MarketSystem(market, typical.price(), typical.quantity());
    var z = new SolutionPoint(system, typical).of(equilibrium);
    linear = new Linearised(system, z);
    equations = ParametricEquations.of(market);
    graph = equations.graph();
    if (!graph.evaluate(z)) {
      throw new NoDerivative(Linearised.NO_DERIVATIVE);
    }
    SolutionPoint.compare(system, equations, z);
    var money = equilibrium.unitOfAccount().equals(Equilibrium.MONEY);
    forms =
        new MeasureForms(
            equations, money ? Optional.empty() : Optional.of(equilibrium.unitOfAccount()));
    definers = new Definers(economy);
    responses = new Responses(equations, linear, definers);
    motion = new Motion(equations, linear);
    directions =
        linear.weak().size() <= SmallProblem.MOST
            ? Optional.of(
                new Directions(
                    responses,
                    linear.weak(),
                    linear.redundant(),
                    scales(system),
                    guards(typical.quantity())))
            : Optional.empty();
    findFrozen();
    directions.ifPresent(known ->
        economy
            .parameters()
            .forEach((name, value) ->
                known
                    .obstacle(name, size(value))
                    .ifPresent(reason -> refused.putIfAbsent(name, reason))));
  }

  /**
   * The derivatives of an equilibrium.
   *
   * @param economy with its unknowns still unknown
   * @param equilibrium of this economy; measures in money are in its unit of account
   * @throws dev.costate.differentiation.NotDifferentiable if some code has no derivative
   * @throws NoDerivative if the conditions do not say how the equilibrium moves, or the equilibrium
   *     is another one, or one of many
   */
  public static Sensitivities of(Economy economy, Equilibrium equilibrium) {
    // Once, or each differentiation of code would begin a thread of its own.
    return DeepStack.call(() -> new Sensitivities(economy, equilibrium));
  }

  /** The numbers by which a form has no derivative, each with the reason. */
  private Map<String, String> frozen(LocalForm form) {
    var reasons = new HashMap<String, String>();
    form.frozen()
        .forEach((name, reason) ->
            definers.behind(Set.of(name)).forEach(other -> reasons.putIfAbsent(other, reason)));
    return reasons;
  }

  private static double size(double parameter) {
    return Math.max(Math.abs(parameter), SMALL);
  }

  private double[] scales(MarketSystem system) {
    var scales = linear.scales();
    for (int i = 0; i < scales.length; i++) {
      scales[i] = Math.max(scales[i], FEW * system.unit(i));
    }
    return scales;
  }

  /** The sum of all markets must go on to clear whatever moves. */
  private List<Guard> guards(double quantity) {
    var guards = new ArrayList<Guard>();
    for (int i = 0; i < linear.size(); i++) {
      if (equations.market().conditions().get(i).kind() == Kind.PRICE_LEVEL) {
        guards.add(
            new Guard(
                responses.of(new LocalForm(0).add(1, graph.input(i))),
                quantity,
                "with another value there is none: in this closed market money would come from nowhere, or go there"));
      }
    }
    return guards;
  }

  /** Numbers on which it depends what the conditions are. */
  private void findFrozen() {
    if (!equations.frozen().isEmpty()) {
      var adjoints = new double[graph.size()];
      // Random weights, so that no parts cancel.
      var random = new Random(FROZEN_SEED);
      for (int place : equations.frozen()) {
        adjoints[place] += 1 + random.nextDouble();
      }
      reverse(graph, adjoints);
      var direct = new HashMap<String, Double>();
      equations.places().forEach((name, place) -> direct.put(name, adjoints[place]));
      definers
          .adjoints(direct)
          .forEach((name, adjoint) -> {
            if (!(Math.abs(adjoint) <= FROZEN)) {
              refused.put(name, OTHER_TECHNOLOGY);
            }
          });
    }
    definers
        .behind(equations.frozenNames())
        .forEach(name -> refused.putIfAbsent(name, OTHER_TECHNOLOGY));
    definers
        .behind(economy.definitions().decisive())
        .forEach(name ->
            refused.putIfAbsent(name, "a condition of the file decides exactly at this value"));
  }

  /** The value of a measure at the equilibrium. */
  public double value(Measure measure) {
    return forms.of(measure).value();
  }

  /**
   * The derivative of a measure with respect to every number of the file.
   *
   * @throws IllegalArgumentException if the market has no such good, firm, consumer or unknown, or
   *     the consumer has no utility
   * @throws NoDerivative if some code has no finite derivative at the equilibrium
   */
  public Gradient gradient(Measure measure) {
    var form = forms.of(measure);
    var response = responses.of(form);
    double idle = Arrays.stream(response.idle()).map(Math::abs).max().orElse(0);
    if (idle > UNDETERMINED * response.largest()) {
      return none(measure, form, "other equilibria beside this one have another value of it");
    }
    if (directions.isEmpty()) {
      return none(
          measure,
          form,
          "%d conditions hold with equality at a bound: too many to tell one side from the other"
              .formatted(linear.weak().size()));
    }
    var frozen = frozen(form);
    return gradient(measure, form.value(), response, directions.get(), frozen);
  }

  private Gradient none(Measure measure, LocalForm form, String reason) {
    var none = new LinkedHashMap<String, String>();
    economy.parameters().keySet().forEach(name -> none.put(name, reason));
    return new Gradient(measure, form.value(), Map.of(), Map.of(), none);
  }

  private Gradient gradient(
      Measure measure,
      double value,
      Responses.Response response,
      Directions sides,
      Map<String, String> frozen) {
    var partials = new LinkedHashMap<String, Double>();
    var oneSided = new LinkedHashMap<String, OneSided>();
    var none = new LinkedHashMap<String, String>();
    economy
        .parameters()
        .forEach((name, number) -> {
          var reason = frozen.getOrDefault(name, refused.get(name));
          if (reason != null) {
            none.put(name, reason);
            return;
          }
          if (linear.weak().isEmpty() && linear.redundant().isEmpty()) {
            double partial = response.held().getOrDefault(name, 0.0);
            if (Double.isFinite(partial)) {
              partials.put(name, partial);
            } else {
              none.put(name, "its partials have no value here");
            }
            return;
          }
          double right = sides.derivative(response, name, 1, size(number));
          double left = -sides.derivative(response, name, -1, size(number));
          if (Math.abs(right - left) <= SAME * Math.max(Math.abs(right), Math.abs(left))) {
            partials.put(name, 0.5 * (left + right));
          } else if (!Double.isFinite(right) && !Double.isFinite(left)) {
            none.put(
                name,
                linear.redundant().isEmpty()
                    ? "the conditions at bounds do not say how the equilibrium moves"
                    : "the equilibrium is one of many, and would jump: some earn the same, and change places");
          } else {
            oneSided.put(name, OneSided.of(left, right));
          }
        });
    return new Gradient(measure, value, partials, oneSided, none);
  }

  /**
   * Whether no condition is degenerate: none of a variable at its bound holds with equality, and
   * none follows from others.
   */
  public boolean isRegular() {
    return linear.weak().isEmpty() && linear.redundant().isEmpty();
  }

  /**
   * How measures move if one number does.
   *
   * @param parameter the dotted name of a number of the file
   * @return the tangent of each measure, in order
   * @throws IllegalArgumentException if there is no such number, or the market has no such good,
   *     firm, consumer or unknown
   * @throws IllegalStateException if some condition is degenerate ({@link #isRegular}), or there is
   *     no derivative: {@link #gradient} says which
   */
  public Map<Measure, Double> tangent(String parameter, List<? extends Measure> measures) {
    if (!economy.parameters().containsKey(parameter)) {
      throw new IllegalArgumentException("no number '" + parameter + "'");
    }
    if (!isRegular() || refused.containsKey(parameter)) {
      throw new IllegalStateException("the derivative is one-sided, or there is none");
    }
    var tangents = motion.along(definers.tangents(Map.of(parameter, 1.0)));
    var result = new LinkedHashMap<Measure, Double>();
    for (var measure : measures) {
      var form = forms.of(measure);
      var reason = frozen(form).get(parameter);
      if (reason != null) {
        throw new IllegalStateException(measure.text() + ": " + reason);
      }
      result.put(measure, form.tangent(tangents));
    }
    return result;
  }

  /**
   * How the gradient of a measure moves in a direction: its second derivatives times the direction
   * (Griewank and Walther 2008, chapter 5). Besides the gradient it costs one solve with the
   * factors of the conditions and two transposed ones, and a few sweeps through them, for all
   * numbers together.
   *
   * <p>A number that is computed from others moves with them, and by what the direction has for it
   * besides. Of {@link Measure.Welfare} what utilities are worth is that at the equilibrium and
   * does not move, as if utilities were in money.
   *
   * @param direction how much numbers of the file move, by their dotted names, in their own units;
   *     the others stay
   * @return for each number with a partial in {@link #gradient} how that moves, in the order of the
   *     file: in units of the measure per unit of the number, per unit of the direction
   * @throws IllegalArgumentException if there is no such number, it moves by something that is not
   *     finite, or the market has no such good, firm, consumer or unknown
   * @throws IllegalStateException if some condition is degenerate ({@link #isRegular}), or there is
   *     no derivative with respect to a number of the direction: {@link #gradient} says which
   * @throws NoDerivative if something that matters has no second derivative at the equilibrium
   * @throws dev.costate.differentiation.NotDifferentiable if the derivatives of some code have none
   */
  public Map<String, Double> hessianTimes(Measure measure, Map<String, Double> direction) {
    var form = forms.of(measure);
    var frozen = frozen(form);
    direction.forEach((name, move) -> check(name, move, frozen));
    if (!isRegular()) {
      throw new IllegalStateException(
          "derivatives are one-sided, or there are none: there are no second ones");
    }
    var known = gradient(measure).partials().keySet();
    if (known.isEmpty()) {
      return Map.of();
    }
    var product = new HessianProduct(equations, linear, definers, responses, motion);
    var moves = product.of(form, direction);
    moves.keySet().retainAll(known);
    moves.forEach((name, move) -> {
      if (!Double.isFinite(move)) {
        throw new NoDerivative(
            "the second derivative of %s by '%s' has no value here"
                .formatted(measure.text(), name));
      }
    });
    return moves;
  }

  /**
   * What the derivatives say of a change of numbers of the file, to first and to second order.
   *
   * @param change by how much each number moves, in its own unit
   * @throws IllegalArgumentException if there is no such number, it moves by something that is not
   *     finite, one of several is computed from another, or the market has no such good, firm,
   *     consumer or unknown
   * @throws NoDerivative if there is no derivative on the side of the change, or no second one
   */
  public TaylorTerms taylorTerms(Measure measure, Map<String, Double> change) {
    change.forEach((name, move) -> check(name, 0 * move, Map.of()));
    if (new Computed(economy.definitions()).dependAmongThemselves(change.keySet())) {
      throw new IllegalArgumentException(
          "one of %s is computed from another".formatted(change.keySet()));
    }
    return TaylorTerms.of(this, measure, change);
  }

  private void check(String name, double move, Map<String, String> frozen) {
    if (!economy.parameters().containsKey(name)) {
      throw new IllegalArgumentException("no number '" + name + "'");
    }
    if (!Double.isFinite(move)) {
      throw new IllegalArgumentException("'%s' moves by %s".formatted(name, move));
    }
    var reason = frozen.getOrDefault(name, refused.get(name));
    if (reason != null && move != 0) {
      throw new IllegalStateException("no derivative by '%s': %s".formatted(name, reason));
    }
  }

  /** Goes back through the conditions. */
  static void reverse(Graph graph, double[] adjoints) {
    if (!graph.reverse(adjoints)) {
      throw new NoDerivative(Linearised.NO_DERIVATIVE);
    }
  }
}
