package dev.costate.dynamics.measure;

import dev.costate.dynamics.protocol.Address;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far the last move of planned quantities went up the gradient of total surplus W(q): what the
 * plans q are worth as far as they can be carried out.
 *
 * @param cosine 1 if the move is straight up, 0 if it is across, -1 if it is straight down; NaN if
 *     nothing moved, or no single plan could have made surplus larger
 * @param gain what the move adds to surplus, to first order, in money a round
 * @param shares each agent's part of the gain, outsiders under the market of their good; they add
 *     up to 1, or there are none if there is no gain
 */
public record Uphill(double cosine, double gain, Map<Address, Double> shares) {
  public Uphill {
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
  }

  /** Of an agent; 0 if it did not move. */
  public double share(Address agent) {
    return shares.getOrDefault(agent, 0.0);
  }

  static Uphill of(UphillGradient gradient, Reading before, Reading after) {
    var sums = new Sums();
    for (int f = 0; f < gradient.inputs().length; f++) {
      var firm = Address.firm(before.firms().get(f).firm());
      var then = before.firms().get(f).inputs();
      var now = after.firms().get(f).inputs();
      for (int i = 0; i < then.size(); i++) {
        sums.add(firm, now.get(i) - then.get(i), gradient.inputs()[f][i]);
      }
    }
    for (int g = 0; g < gradient.brings().length; g++) {
      var then = before.goods().get(g);
      var now = after.goods().get(g);
      if (then.brings() != now.brings() || then.takes() != now.takes()) {
        var market = Address.market(then.good());
        sums.add(market, now.brings() - then.brings(), gradient.brings()[g]);
        sums.add(market, now.takes() - then.takes(), gradient.takes()[g]);
      }
    }
    double gain = sums.gain;
    if (gain == 0) {
      sums.parts.clear();
    }
    sums.parts.replaceAll((_, part) -> part / gain);
    return new Uphill(gain / (Math.sqrt(sums.moved) * Math.sqrt(sums.slope)), gain, sums.parts);
  }

  /** Of moves and slopes. */
  private static final class Sums {
    private double gain;
    private double moved;
    private double slope;
    private final Map<Address, Double> parts = new LinkedHashMap<>();

    void add(Address agent, double move, double uphill) {
      gain += move * uphill;
      moved += move * move;
      slope += uphill * uphill;
      parts.merge(agent, move * uphill, Double::sum);
    }
  }
}
