package dev.costate.equilibrium.check;

import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one agent pays or keeps for one unit of a good.
 *
 * @param net what it pays, or what it keeps with its markup
 * @param marginal what one more unit counts for in its plans: {@code net} without the markup
 * @param levies what each receiver gets for one unit, negative for a subsidy
 */
public record NetPrice(double net, double marginal, Map<String, Double> levies) {
  public NetPrice {
    levies = Collections.unmodifiableMap(new LinkedHashMap<>(levies));
  }

  /** What somebody pays who buys at a market price. */
  static NetPrice buying(double price, List<Wedge> wedges, Amounts amounts) {
    return of(price, wedges, amounts, 1);
  }

  /** What somebody keeps who sells at a market price. */
  static NetPrice selling(double price, List<Wedge> wedges, Amounts amounts) {
    return of(price, wedges, amounts, -1);
  }

  private static NetPrice of(double price, List<Wedge> wedges, Amounts amounts, int direction) {
    double net = price;
    double markup = 0;
    var levies = new LinkedHashMap<String, Double>();
    for (var wedge : wedges) {
      double rate = amounts.of(wedge.rate());
      if (wedge.kind() == Kind.MARKUP) {
        markup = rate;
        continue;
      }
      double perUnit = wedge.sign() * (wedge.basis() == Basis.VALUE ? rate * price : rate);
      net += direction * perUnit;
      levies.merge(wedge.receiver().orElseThrow(), perUnit, Double::sum);
    }
    return new NetPrice(net, net / (1 + markup), levies);
  }
}
