package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.condition.FirmModel;
import dev.costate.equilibrium.graph.Step;

/** The results of a firm's code at a plan: outputs, slacks of kinks, both sides of capacities. */
public record PlanResults(FirmModel model) implements Step {
  @Override
  public int arguments() {
    return model.size();
  }

  @Override
  public int results() {
    return model.resultCount();
  }

  @Override
  public boolean evaluate(double[] plan, double[] into) {
    return model.results(plan, into);
  }

  @Override
  public boolean pullback(double[] plan, double[] adjoints, double[] into) {
    var own = new double[model.size()];
    if (!model.gradient(plan, adjoints, own)) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      into[i] += own[i];
    }
    return true;
  }

  @Override
  public boolean partials(double[] plan, double[] into) {
    return model.jacobian(plan, into);
  }

  @Override
  public boolean curvature(double[] plan, double[] tangents, double[] adjoints, double[] into) {
    var own = new double[model.size()];
    if (!model.curvature(plan, adjoints, tangents, own)) {
      return false;
    }
    for (int i = 0; i < own.length; i++) {
      into[i] += own[i];
    }
    return true;
  }
}
