package dev.costate.equilibrium.sensitivity;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Something about an equilibrium that is one number. */
public sealed interface Measure {
  /** The market price of a good, in the unit of account of the equilibrium. */
  record Price(String good) implements Measure {
    @Override
    public String toString() {
      return "price " + good;
    }
  }

  /** All purchases of a good. */
  record Quantity(String good) implements Measure {
    @Override
    public String toString() {
      return "quantity " + good;
    }
  }

  /** The value of a consumer's utility. */
  record Utility(String consumer) implements Measure {
    @Override
    public String toString() {
      return "utility " + consumer;
    }
  }

  /** A consumer's income before transfers and saving, in the unit of account. */
  record Income(String consumer) implements Measure {
    @Override
    public String toString() {
      return "income " + consumer;
    }
  }

  /** What a consumer receives from wedges, in the unit of account. */
  record Taxes(String receiver) implements Measure {
    @Override
    public String toString() {
      return "taxes " + receiver;
    }
  }

  /** What the owners of a firm get: profit, rents and markups, in the unit of account. */
  record Profit(String firm) implements Measure {
    @Override
    public String toString() {
      return "profit " + firm;
    }
  }

  /** How much a firm makes of its first output. */
  record Level(String firm) implements Measure {
    @Override
    public String toString() {
      return "level " + firm;
    }
  }

  /** The value of an unknown. */
  record UnknownValue(String name) implements Measure {
    @Override
    public String toString() {
      return "unknown " + name;
    }
  }

  /**
   * The sum of what consumers' utilities are worth to them in money at the prices of the
   * equilibrium: each utility over its marginal utility of money. Its value is what they spend on
   * utility; its derivative that of the sum of equivalent variations (Deaton and Muellbauer 1980,
   * chapter 7).
   */
  record Welfare() implements Measure {
    @Override
    public String toString() {
      return "welfare";
    }
  }

  /** The words that measures begin with. */
  static Set<String> words() {
    return Set.of(
        "price", "quantity", "utility", "income", "taxes", "profit", "level", "unknown", "welfare");
  }

  /** The measure with this first word; empty if it is none of them. */
  static Optional<Function<String, Measure>> of(String word) {
    return Optional.ofNullable(
        switch (word) {
          case "price" -> Price::new;
          case "quantity" -> Quantity::new;
          case "utility" -> Utility::new;
          case "income" -> Income::new;
          case "taxes" -> Taxes::new;
          case "profit" -> Profit::new;
          case "level" -> Level::new;
          case "unknown" -> UnknownValue::new;
          case "welfare" -> _ -> new Welfare();
          default -> null;
        });
  }
}
