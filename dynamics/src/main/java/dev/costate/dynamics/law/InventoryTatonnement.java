package dev.costate.dynamics.law;

/**
 * Inventories driving prices: a market keeps what is left over, and the logarithm of its price
 * moves by what is wanted now less what is there, not by what is planned. A price can therefore not
 * move before goods or orders have reached its market (Arrow, Karlin and Scarf 1958 for
 * inventories; Hahn and Negishi 1962 for prices that move while trade goes on).
 */
record InventoryTatonnement() implements Dynamics {
  private static final LocalStep STEPS = new LocalStep(0.2);

  @Override
  public String name() {
    return "inventories";
  }

  @Override
  public String summary() {
    return "markets keep stocks, and prices move by what is wanted less what is in stock";
  }

  @Override
  public String steps() {
    return STEPS.words("shortage");
  }

  @Override
  public Drive drive() {
    return Drive.STOCKS;
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
