package dev.costate.equilibrium.change;

/** A number before and after a shock. */
public record Change(double before, double after) {
  public double delta() {
    return after - before;
  }

  double mean() {
    return 0.5 * before + 0.5 * after;
  }

  boolean isFinite() {
    return Double.isFinite(before) && Double.isFinite(after);
  }
}
