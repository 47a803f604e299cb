package dev.costate.dynamics.law;

import dev.costate.dynamics.protocol.Herald;

/** A way in which a market moves. */
public interface Dynamics {
  /** As typed on the command line. */
  String name();

  /** What it is, in one line without a full stop. */
  String summary();

  /** The rule by which step sizes are chosen, in one line without a full stop. */
  String steps();

  /**
   * How prices move.
   *
   * @param least the least price of a good without use
   */
  Rule prices(double least);

  /**
   * How the levels of firms of constant returns move.
   *
   * @param least the least level of an idle firm
   */
  Rule levels(double least);

  /**
   * Who broadcasts what to all.
   *
   * @param price a typical price, in money per unit
   * @param quantity a typical quantity, in units
   */
  default Herald herald(double price, double quantity) {
    return Herald.SILENT;
  }

  /** What is proved about it. */
  default Theory theory() {
    return Theory.NONE;
  }

  /** Of which kind it is, for theorems about it. */
  enum Theory {
    /** No theorem about prices is used. */
    NONE,
    /** Each price moves by its excess demand, all with one step. */
    PLAIN,
    /** The logarithm of each price moves with the sign of its excess demand. */
    LOGARITHMIC
  }

  /** What moves a price. */
  default Drive drive() {
    return Drive.PLANS;
  }

  /** What firms of constant returns do. */
  default Supply supply() {
    return Supply.BY_MARGIN;
  }

  /** What firms of constant returns do. */
  enum Supply {
    /** They move their level with their margin. */
    BY_MARGIN,
    /**
     * They ask what a unit costs and make what is sought; firms of several outputs, whose cost of
     * one output is no number, move their level with their margin.
     */
    TO_ORDER
  }

  /** What firms of decreasing returns do. */
  default Answer answer() {
    return Answer.BEST_PLAN;
  }

  /** What firms of decreasing returns do. */
  enum Answer {
    /** They answer prices with their most profitable plan. */
    BEST_PLAN,
    /**
     * They move each input by what one more unit of it would earn; where their code has kinks,
     * choices or capacities they answer with their best plan.
     */
    MARGINAL_PROFIT
  }

  /** What moves a price. */
  enum Drive {
    /** Planned purchases less planned sales. */
    PLANS,
    /** What is wanted now less what is there. */
    STOCKS
  }
}
