package dev.costate.dynamics.response;

import dev.costate.dynamics.protocol.Broadcast;
import dev.costate.dynamics.protocol.Pricing;

/** The market of a good that outsiders buy and sell at a price in any quantity. */
record GivenPrice(double price) implements Pricing {
  @Override
  public double[] start() {
    return new double[0];
  }

  @Override
  public Outside outside(double at, double[] memory) {
    return new Outside(0, 0);
  }

  @Override
  public boolean isElastic() {
    return true;
  }

  @Override
  public boolean keepsStock() {
    return false;
  }

  @Override
  public Move move(double before, Seen seen, double[] memory, Broadcast heard) {
    return new Move(price, memory, new double[0]);
  }
}
