package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.graph.Step;
import java.util.Arrays;

/**
 * The gradient of the sum of seeds times results of a firm's code with respect to its plan.
 * Arguments: the plan, then the seeds.
 */
public record PlanGradient(FirmModel model) implements Step {
  @Override
  public int arguments() {
    return model.size() + model.resultCount();
  }

  @Override
  public int results() {
    return model.size();
  }

  @Override
  public boolean evaluate(double[] arguments, double[] into) {
    return model.gradient(plan(arguments), seeds(arguments), into);
  }

  private double[] plan(double[] arguments) {
    return Arrays.copyOf(arguments, model.size());
  }

  private double[] seeds(double[] arguments) {
    return Arrays.copyOfRange(arguments, model.size(), arguments.length);
  }

  @Override
  public boolean pullback(double[] arguments, double[] adjoints, double[] into) {
    int size = model.size();
    var own = new double[size];
    var jacobian = new double[model.resultCount() * size];
    if (!model.curvature(plan(arguments), seeds(arguments), adjoints, own)
        || !model.jacobian(plan(arguments), jacobian)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      into[i] += own[i];
      for (int k = 0; adjoints[i] != 0 && k < model.resultCount(); k++) {
        into[size + k] += adjoints[i] * jacobian[k * size + i];
      }
    }
    return true;
  }

  @Override
  public boolean pushforward(double[] arguments, double[] tangents, double[] into) {
    var bySeeds = new double[model.size()];
    if (!model.curvature(plan(arguments), seeds(arguments), plan(tangents), into)
        || !model.gradient(plan(arguments), seeds(tangents), bySeeds)) {
      return false;
    }
    for (int i = 0; i < bySeeds.length; i++) {
      into[i] += bySeeds[i];
    }
    return true;
  }

  @Override
  public boolean partials(double[] arguments, double[] into) {
    int size = model.size();
    int count = model.resultCount();
    var hessian = new double[size * size];
    var jacobian = new double[count * size];
    if (!model.hessian(plan(arguments), seeds(arguments), hessian)
        || !model.jacobian(plan(arguments), jacobian)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      System.arraycopy(hessian, i * size, into, i * (size + count), size);
      for (int k = 0; k < count; k++) {
        into[i * (size + count) + size + k] = jacobian[k * size + i];
      }
    }
    return true;
  }

  @Override
  public boolean curvature(
      double[] arguments, double[] tangents, double[] adjoints, double[] into) {
    int size = model.size();
    var plan = plan(arguments);
    var moves = plan(tangents);
    var third = new double[size];
    var bySeeds = new double[size];
    if (!model.curvatureTangent(plan, seeds(arguments), adjoints, moves, third)
        || !model.curvature(plan, seeds(tangents), adjoints, bySeeds)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      into[i] += third[i] + bySeeds[i];
    }
    var seed = new double[model.resultCount()];
    var own = new double[size];
    for (int k = 0; k < seed.length; k++) {
      seed[k] = 1;
      if (!model.curvature(plan, seed, adjoints, own)) {
        return false;
      }
      seed[k] = 0;
      for (int i = 0; i < size; i++) {
        into[size + k] += own[i] * moves[i];
      }
    }
    return true;
  }
}
