package dev.costate.market;

import static dev.costate.market.Composition.number;

/**
 * What stands between the market price of a good and what one buyer pays or one seller keeps:
 * buyers pay p(1 + taxes - subsidies) plus the amounts on each unit, sellers keep p(1 - taxes +
 * subsidies) minus these. Rates are fractions (0.1 is 10%) or expressions of the language that may
 * read parameters, unknowns and the state of the market; amounts on each unit are in money.
 */
public final class Wedge {
  private final String word;
  private final String rate;
  private final String rest;

  private Wedge(String word, String rate, String rest) {
    this.word = word;
    this.rate = rate;
    this.rest = rest;
  }

  /** A tax on the value, received by a consumer. */
  public static Wedge tax(double rate, String receiver) {
    return tax(number(rate), receiver);
  }

  /** A tax on the value, received by a consumer. */
  public static Wedge tax(String rate, String receiver) {
    return new Wedge("tax", rate, " to " + receiver);
  }

  /** A tax on each unit, in money, received by a consumer. */
  public static Wedge taxEach(double amount, String receiver) {
    return taxEach(number(amount), receiver);
  }

  /** A tax on each unit, in money, received by a consumer. */
  public static Wedge taxEach(String amount, String receiver) {
    return new Wedge("tax", amount, " each to " + receiver);
  }

  /** A subsidy on the value, paid by a consumer. */
  public static Wedge subsidy(double rate, String payer) {
    return subsidy(number(rate), payer);
  }

  /** A subsidy on the value, paid by a consumer. */
  public static Wedge subsidy(String rate, String payer) {
    return new Wedge("subsidy", rate, " from " + payer);
  }

  /** A subsidy on each unit, in money, paid by a consumer. */
  public static Wedge subsidyEach(double amount, String payer) {
    return subsidyEach(number(amount), payer);
  }

  /** A subsidy on each unit, in money, paid by a consumer. */
  public static Wedge subsidyEach(String amount, String payer) {
    return new Wedge("subsidy", amount, " each from " + payer);
  }

  /** A markup on marginal cost, kept by who owns the firm; only on what a firm makes. */
  public static Wedge markup(double rate) {
    return markup(number(rate));
  }

  /** A markup on marginal cost, kept by who owns the firm; only on what a firm makes. */
  public static Wedge markup(String rate) {
    return new Wedge("markup", rate, "");
  }

  /** Writes it behind its good. */
  void compose(String good, Composition text) {
    var element = good + ", " + word;
    text.words(element, " (" + word + " ").fragment(element, rate);
    if (!rest.isEmpty()) {
      text.fragment(element, rest);
    }
    text.words(element, ")");
  }
}
