package dev.costate.dynamics.response;

import dev.costate.dynamics.law.Rule;
import dev.costate.dynamics.law.Rule.Signal;
import dev.costate.equilibrium.technology.Technology;
import java.util.Arrays;
import java.util.List;

/**
 * A firm of constant returns: each activity has a level, takes inputs at least cost, and moves its
 * level with its margin. Memory: by activity, the level and what the rule remembers.
 */
final class LevelPlanner implements Planner {
  /** At this price of one output, what an activity fetches is what it makes. */
  private static final double[] ONE = {1};

  private final List<Activity> activities;
  private final int inputs;
  private final int outputs;
  private final Rule rule;
  private final double level;
  private final int width;

  /** What a unit of it costs, and what it makes. */
  record Activity(Costing costing, Yield yield) {}

  /**
   * @param level at which each activity starts
   */
  LevelPlanner(Technology technology, int inputs, int outputs, Rule rule, double level) {
    this.activities = activities(technology);
    this.inputs = inputs;
    this.outputs = outputs;
    this.rule = rule;
    this.level = level;
    this.width = 1 + rule.start().length;
  }

  static List<Activity> activities(Technology technology) {
    return technology.activities().stream()
        .map(a -> new Activity(Costing.of(a.uses()), Yield.of(a.makes())))
        .toList();
  }

  @Override
  public double[] start() {
    var memory = new double[activities.size() * width];
    for (int a = 0; a < activities.size(); a++) {
      remember(memory, a, level, rule.start());
    }
    return memory;
  }

  private void remember(double[] memory, int activity, double value, double[] ofRule) {
    memory[activity * width] = value;
    System.arraycopy(ofRule, 0, memory, activity * width + 1, ofRule.length);
  }

  /** With one activity, the level that makes the outputs; with more, shared out evenly. */
  @Override
  public double[] startAt(double[] inputQuantities, double[] outputQuantities) {
    var memory = start();
    var made = new double[outputs];
    var prices = new double[outputs];
    Arrays.fill(prices, 1);
    activities.forEach(activity -> activity.yield().addProducts(1, prices, made));
    double one = Arrays.stream(made).sum();
    double all = Arrays.stream(outputQuantities).sum();
    for (int a = 0; a < activities.size(); a++) {
      memory[a * width] = one > 0 ? all / one : 0;
    }
    return memory;
  }

  @Override
  public Plan plan(Told told) {
    var memory = told.memory();
    var next = memory.clone();
    var levels = new double[activities.size()];
    var tally = new Tally();
    for (int a = 0; a < levels.length; a++) {
      var activity = activities.get(a);
      double now = memory[a * width];
      var signal =
          Signal.of(
                  activity.yield().revenue(told.outputPrices()),
                  activity.costing().cost(told.inputPrices()))
              .coupled(reach(activity, told), 0);
      var ofRule = Arrays.copyOfRange(memory, a * width + 1, (a + 1) * width);
      var moved = rule.next(now, signal, ofRule, told.heard());
      remember(next, a, moved.value(), moved.memory());
      levels[a] = moved.announced();
      tally.add(moved.tally());
    }
    return at(levels, told, next, tally);
  }

  private Plan at(double[] levels, Told told, double[] memory, Tally tally) {
    var in = new double[inputs];
    var out = new double[outputs];
    for (int a = 0; a < levels.length; a++) {
      activities.get(a).costing().addNeeds(levels[a], told.inputPrices(), in);
      activities.get(a).yield().addProducts(levels[a], told.outputPrices(), out);
    }
    return new Plan(in, out, memory, tally.sums());
  }

  /** The plan that makes so much of its one output at least cost, with one activity. */
  Plan toOrder(double quantity, Told told) {
    int cheapest = 0;
    for (int a = 1; a < activities.size(); a++) {
      if (unitCost(a, told) < unitCost(cheapest, told)) {
        cheapest = a;
      }
    }
    var memory = told.memory().clone();
    var levels = new double[activities.size()];
    levels[cheapest] = quantity / activities.get(cheapest).yield().revenue(ONE);
    for (int a = 0; a < levels.length; a++) {
      memory[a * width] = levels[a];
    }
    return at(levels, told, memory, new Tally());
  }

  /** The least that a unit of its one output costs; not a number if it can make none. */
  double unitCost(Told told) {
    if (activities.isEmpty()) {
      return Double.NaN;
    }
    double least = unitCost(0, told);
    for (int a = 1; a < activities.size(); a++) {
      least = Math.min(least, unitCost(a, told));
    }
    return least;
  }

  private double unitCost(int a, Told told) {
    var activity = activities.get(a);
    return activity.costing().cost(told.inputPrices()) / activity.yield().revenue(ONE);
  }

  /** What one unit uses and makes, squared and added up, times the number of activities. */
  private double reach(Activity activity, Told told) {
    var uses = new double[inputs];
    var makes = new double[outputs];
    activity.costing().addNeeds(1, told.inputPrices(), uses);
    activity.yield().addProducts(1, told.outputPrices(), makes);
    double squares = 0;
    for (double quantity : uses) {
      squares += quantity * quantity;
    }
    for (double quantity : makes) {
      squares += quantity * quantity;
    }
    return activities.size() * squares;
  }

  /** The plan, as far as what it has of every input allows. */
  @Override
  public Run run(double[] available, Plan plan) {
    double share = 1;
    for (int i = 0; i < inputs; i++) {
      if (plan.inputs()[i] > 0) {
        share = Math.min(share, available[i] / plan.inputs()[i]);
      }
    }
    double factor = share;
    return new Run(
        Arrays.stream(plan.inputs()).map(x -> factor * x).toArray(),
        Arrays.stream(plan.outputs()).map(x -> factor * x).toArray());
  }
}
