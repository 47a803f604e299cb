package dev.costate.dynamics.law;

/**
 * Tatonnement in logarithms of prices, ln p' = ln p + h e, with e the relative excess demand. Where
 * all goods are gross substitutes the largest |ln(p / p*)| falls (Arrow, Block and Hurwicz 1959): a
 * price that is furthest above its equilibrium has excess supply, one furthest below excess demand.
 */
record LogTatonnement() implements Dynamics {
  private static final LocalStep STEPS = new LocalStep(0.3);

  @Override
  public String name() {
    return "log-tatonnement";
  }

  @Override
  public String summary() {
    return "the logarithm of each price moves by its relative excess demand";
  }

  @Override
  public String steps() {
    return STEPS.words("excess demand");
  }

  @Override
  public Theory theory() {
    return Theory.LOGARITHMIC;
  }

  @Override
  public Rule prices(double least) {
    return new LocalLogarithm(STEPS, least);
  }

  @Override
  public Rule levels(double least) {
    return new LocalLogarithm(STEPS, least);
  }
}
