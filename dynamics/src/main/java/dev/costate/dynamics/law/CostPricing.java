package dev.costate.dynamics.law;

/**
 * Firms of constant returns ask what a unit costs at the prices they were told, and make what was
 * sought of them in the last round. In an economy of input coefficients A and unit costs v of what
 * is not produced, prices and quantities then go through the series of Leontief (1941) and Neumann
 * round by round,
 *
 * <pre>p' = A' p + v,   q' = A q + d</pre>
 *
 * and their distance to the equilibrium falls by the spectral radius of A each round. No firm knows
 * A. Where substitution makes A depend on prices it is that of the unit costs (Shephard's lemma).
 * Goods that are not produced, or only by firms of decreasing returns or with other outputs, have
 * log tatonnement.
 */
record CostPricing() implements Dynamics {
  private static final LocalStep STEPS = new LocalStep(0.3);

  @Override
  public String name() {
    return "cost-pricing";
  }

  @Override
  public String summary() {
    return "firms of constant returns ask what a unit costs and make what is sought";
  }

  @Override
  public String steps() {
    return "none for goods made at constant returns; of other goods "
        + STEPS.words("excess demand");
  }

  @Override
  public Supply supply() {
    return Supply.TO_ORDER;
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
