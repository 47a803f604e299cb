package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Broadcast;

/**
 * Optimistic mirror tatonnement: logarithms of prices move by relative excess demand e, and by as
 * much again as it changed since the last round,
 *
 * <pre>ln p' = ln p + h (2 e - e_before)</pre>
 *
 * and levels of firms of constant returns likewise by their relative margins. Extrapolating the
 * signal damps the rotation that plain tatonnement has on Scarf's economy (Popov 1980; Rakhlin and
 * Sridharan 2013; Daskalakis, Ilyas, Syrgkanis and Zeng 2018). Nobody needs a trial round. It
 * converges for monotone signals with one step below 1 over twice their Lipschitz constant
 * (Mokhtari, Ozdaglar and Pattathil 2020); with steps that each number chooses for itself there is
 * no proof.
 */
record OptimisticTatonnement() implements Dynamics {
  private static final LocalStep STEPS = new LocalStep(0.3);

  @Override
  public String name() {
    return "optimistic";
  }

  @Override
  public String summary() {
    return "mirror tatonnement in log prices that also counts how its excess demand changes";
  }

  @Override
  public String steps() {
    return STEPS.words("excess demand");
  }

  @Override
  public Rule prices(double least) {
    return new Optimistic(STEPS, least);
  }

  @Override
  public Rule levels(double least) {
    return new Optimistic(STEPS, least);
  }

  /** Memory: the step, the last signal, and whether there was one. */
  private record Optimistic(LocalStep steps, double least) implements Rule {
    @Override
    public double[] start() {
      return new double[] {LocalStep.FIRST, 0, 0};
    }

    @Override
    public Moved next(double value, Signal signal, double[] memory, Broadcast heard) {
      double now = signal.relative();
      double before = memory[2] > 0 ? memory[1] : now;
      double step = steps.next(memory[0], now, before);
      double moved = Math.max(least, value * Math.exp(step * (2 * now - before)));
      return Moved.from(value, moved, new double[] {step, now, 1});
    }
  }
}
