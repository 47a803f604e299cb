package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/**
 * The extra-gradient form: in one round every price and level makes a trial step, in the next it
 * goes from where it was by the signal at the trial point (Korpelevich 1976; Nemirovski 2004 for
 * logarithms). For monotone signals and a step below 1 over their Lipschitz constant the distance
 * to every equilibrium falls with each pair of rounds; this is the form that has the proof.
 * Everybody must be in the same half of the pair, so it is for synchronous rounds.
 */
record ExtraGradient() implements Dynamics {
  private static final LocalStep STEPS = new LocalStep(0.3);

  @Override
  public String name() {
    return "extra-gradient";
  }

  @Override
  public String summary() {
    return "a trial step, then a step from where one was by the excess demand met there";
  }

  @Override
  public String steps() {
    return STEPS.words("excess demand");
  }

  @Override
  public Rule prices(double least) {
    return new Trial(least);
  }

  @Override
  public Rule levels(double least) {
    return new Trial(least);
  }

  /** Memory: where it was before the trial, 0 if this is no trial; the step; the last signal. */
  private record Trial(double least) implements Rule {
    @Override
    public double[] start() {
      return new double[] {0, LocalStep.FIRST, 0};
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      double now = signal.relative();
      boolean isTrial = memory[0] > 0;
      double from = isTrial ? memory[0] : value;
      double step = isTrial ? memory[1] : STEPS.next(memory[1], now, memory[2]);
      double moved = Math.max(least, from * Math.exp(step * now));
      return Moved.from(value, moved, new double[] {isTrial ? 0 : value, step, now});
    }
  }
}
