package dev.costate.equilibrium;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An equilibrium, with everything that is reported about it. Prices, profits, rents and the like
 * are in units of {@code unitOfAccount}.
 *
 * @param unitOfAccount {@code money}, or the good in units of which values are expressed
 * @param goods by name, in the order of the market
 * @param firms by name, in the order of the market
 * @param consumers by name, in the order of the market
 * @param taxes what each consumer receives from wedges, less what it pays for subsidies
 * @param unknowns the value of each unknown
 * @param outside what crosses the border
 * @param unowned profits that nobody in the market owns
 * @param conditions every condition that was solved
 * @param worst the condition with the largest relative violation
 * @param effort what it took to find it
 */
public record Equilibrium(
    String unitOfAccount,
    Map<String, GoodAccount> goods,
    Map<String, FirmAccount> firms,
    Map<String, ConsumerAccount> consumers,
    Map<String, Double> taxes,
    Map<String, Double> unknowns,
    Map<String, Double> parameters,
    Outside outside,
    double unowned,
    List<ConditionReport> conditions,
    Worst worst,
    Effort effort) {
  /** The unit of account where outsiders trade. */
  public static final String MONEY = "money";

  public Equilibrium {
    goods = Collections.unmodifiableMap(new LinkedHashMap<>(goods));
    firms = Collections.unmodifiableMap(new LinkedHashMap<>(firms));
    consumers = Collections.unmodifiableMap(new LinkedHashMap<>(consumers));
    taxes = Collections.unmodifiableMap(new LinkedHashMap<>(taxes));
    unknowns = Collections.unmodifiableMap(new LinkedHashMap<>(unknowns));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    conditions = List.copyOf(conditions);
  }

  /**
   * What it took to find an equilibrium.
   *
   * @param method the solver that found it
   * @param iterations Newton steps or steps along a path, over all attempts
   * @param seconds wall time of the search
   * @param start where the search that found it began
   */
  public record Effort(String method, int iterations, double seconds, Start start) {}

  /** Where a search begins. */
  public enum Start {
    /** At the sizes that the market's own numbers suggest. */
    USUAL,
    /** At an equilibrium that was given. */
    GIVEN,
    /** An equilibrium was given, but nothing was found from there: as usual. */
    USUAL_AFTER_GIVEN
  }

  /** Money paid by outsiders to the market, and by the market to outsiders. */
  public record Outside(double paidIn, double paidOut) {
    /** What stays in the market: the profits of its firms. */
    public double balance() {
      return paidIn - paidOut;
    }
  }

  /**
   * The condition with the largest violation.
   *
   * @param condition what it says
   * @param at its good or firm
   * @param value the relative violation
   */
  public record Worst(String condition, String at, double value) {}

  /**
   * The account of a firm.
   *
   * @throws IllegalArgumentException if there is no such firm, with the name that may be meant
   */
  public FirmAccount firm(String name) {
    return ByName.get(firms, "firm", name);
  }

  /**
   * The account of a consumer.
   *
   * @throws IllegalArgumentException if there is no such consumer, with the name that may be meant
   */
  public ConsumerAccount consumer(String name) {
    return ByName.get(consumers, "consumer", name);
  }

  /**
   * The account of a good.
   *
   * @throws IllegalArgumentException if there is no such good, with the name that may be meant
   */
  public GoodAccount good(String name) {
    return ByName.get(goods, "good", name);
  }

  /**
   * The price of a good, in the unit of account per unit of the good.
   *
   * @throws IllegalArgumentException if there is no such good, with the name that may be meant
   */
  public double price(String good) {
    return good(good).price();
  }

  /**
   * All purchases of a good, in its unit.
   *
   * @throws IllegalArgumentException if there is no such good, with the name that may be meant
   */
  public double quantity(String good) {
    return good(good).bought();
  }

  /**
   * The value of an unknown.
   *
   * @throws IllegalArgumentException if there is no such unknown, with the name that may be meant
   */
  public double unknown(String name) {
    return ByName.get(unknowns, "unknown", name);
  }

  /**
   * The value of a parameter by its name, or its dotted name ({@code natgas.supply}).
   *
   * @throws IllegalArgumentException if there is no such parameter, with the name that may be meant
   */
  public double parameter(String name) {
    return ByName.get(parameters, "parameter", name);
  }

  /**
   * What a consumer receives from wedges, less what it pays for subsidies, in the unit of account.
   *
   * @throws IllegalArgumentException if there is no such consumer, with the name that may be meant
   */
  public double taxes(String receiver) {
    return ByName.get(taxes, "consumer", receiver);
  }

  /** The price of each good. */
  public Map<String, Double> prices() {
    var prices = new LinkedHashMap<String, Double>();
    goods.forEach((name, good) -> prices.put(name, good.price()));
    return prices;
  }

  /** All purchases of each good: by firms and by outsiders, not what is thrown away. */
  public Map<String, Double> quantities() {
    var quantities = new LinkedHashMap<String, Double>();
    goods.forEach((name, good) -> quantities.put(name, good.bought()));
    return quantities;
  }

  /** The largest relative violation. */
  public double residual() {
    return worst.value();
  }

  /**
   * The same equilibrium with every value divided by a good's price.
   *
   * @throws IllegalArgumentException if there is no such good or its price is 0
   */
  public Equilibrium in(String good) {
    var account = goods.get(good);
    if (account == null || account.price() == 0) {
      throw new IllegalArgumentException(
          account == null
              ? "no good '%s'".formatted(good)
              : "the price of '%s' is 0".formatted(good));
    }
    return InUnits.of(this, good, account.price());
  }
}
