package dev.costate.dynamics.response;

import dev.costate.economy.Amount;
import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where goods pass to or from an agent, with the wedges there.
 *
 * @param direction 1 where it buys, -1 where it sells
 * @param markup over marginal cost
 */
record Gate(int direction, double markup, List<Levy> levies) {
  /** A tax, or a subsidy with a negative rate: a fraction of the price, or money per unit. */
  record Levy(String receiver, Basis basis, double rate) {
    double perUnit(double price) {
      return basis == Basis.VALUE ? rate * price : rate;
    }
  }

  Gate {
    levies = List.copyOf(levies);
  }

  static Gate buying(List<Wedge> wedges) {
    return of(1, wedges);
  }

  static Gate selling(List<Wedge> wedges) {
    return of(-1, wedges);
  }

  private static Gate of(int direction, List<Wedge> wedges) {
    double markup = 0;
    var levies = new ArrayList<Levy>();
    for (var wedge : wedges) {
      double rate = known(wedge.rate());
      if (wedge.kind() == Kind.MARKUP) {
        markup = rate;
      } else {
        levies.add(new Levy(wedge.receiver().orElseThrow(), wedge.basis(), wedge.sign() * rate));
      }
    }
    return new Gate(direction, markup, levies);
  }

  static double known(Amount amount) {
    return switch (amount) {
      case Amount.Known(_, double value) -> value;
      case Amount.Computed(var name, _, _) ->
          throw new IllegalArgumentException(name + " depends on the state of the market");
    };
  }

  /** What is paid or kept for a unit. */
  double net(double price) {
    double net = price;
    for (var levy : levies) {
      net += direction * levy.perUnit(price);
    }
    return net;
  }

  /**
   * The price at which a seller gets what a unit costs, markup included: what {@link #marginal}
   * makes that cost of. NaN if there is none, as where all of it is taxed away.
   */
  double asking(double cost) {
    double perUnit = 0;
    double kept = 1;
    for (var levy : levies) {
      switch (levy.basis()) {
        case VALUE -> kept -= levy.rate();
        case UNIT -> perUnit += levy.rate();
      }
    }
    return kept > 0 ? Math.max(0, (cost * (1 + markup) + perUnit) / kept) : Double.NaN;
  }

  /** What one more unit counts for in plans. */
  double marginal(double price) {
    return net(price) / (1 + markup);
  }
}
