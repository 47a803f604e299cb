package dev.costate.equilibrium;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A consumer at an equilibrium.
 *
 * @param income before transfers and saving: what its goods fetch, its share of profits, wedges; in
 *     the unit of account
 * @param utility the value of its code at what it buys; 0 for one that wants nothing
 * @param buys by good, what it keeps of its own included
 * @param saves by good, what it buys by saving
 * @param unspent what is left of income, in the unit of account
 */
public record ConsumerAccount(
    double income,
    double utility,
    Map<String, Double> buys,
    Map<String, Double> saves,
    double unspent) {
  public ConsumerAccount {
    buys = Collections.unmodifiableMap(new LinkedHashMap<>(buys));
    saves = Collections.unmodifiableMap(new LinkedHashMap<>(saves));
  }

  /**
   * What it buys of a good, what it keeps of its own included, in the good's unit.
   *
   * @throws IllegalArgumentException if its utility does not name the good
   */
  public double buys(String good) {
    return ByName.get(buys, "wanted good", good);
  }
}
