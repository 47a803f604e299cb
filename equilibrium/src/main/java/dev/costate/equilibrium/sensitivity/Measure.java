package dev.costate.equilibrium.sensitivity;

import dev.costate.economy.Question;
import dev.costate.economy.Reading;
import dev.costate.program.Program;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something about an equilibrium that is one number. */
public sealed interface Measure {
  /** The market price of a good, in the unit of account of the equilibrium. */
  record Price(String good) implements Measure {}

  /** All purchases of a good. */
  record Quantity(String good) implements Measure {}

  /** The value of a consumer's utility. */
  record Utility(String consumer) implements Measure {}

  /** A consumer's income before transfers and saving, in the unit of account. */
  record Income(String consumer) implements Measure {}

  /** What a consumer receives from wedges, in the unit of account. */
  record Taxes(String receiver) implements Measure {}

  /** What the owners of a firm get: profit, rents and markups, in the unit of account. */
  record Profit(String firm) implements Measure {}

  /** How much a firm makes of its first output. */
  record Level(String firm) implements Measure {}

  /** The value of an unknown. */
  record UnknownValue(String name) implements Measure {}

  /**
   * The sum of what consumers' utilities are worth to them in money at the prices of the
   * equilibrium: each utility over its marginal utility of money. Its value is what they spend on
   * utility; its derivative that of the sum of equivalent variations (Deaton and Muellbauer 1980,
   * chapter 7).
   */
  record Welfare() implements Measure {}

  /**
   * Total surplus, in the unit of account, where outsiders trade alone and prices are what they pay
   * ({@link dev.costate.economy.TotalSurplus}): area under demand - area under supply + value at
   * fixed prices. What is wanted or supplied whatever it costs has no value of its own. Its
   * derivative with respect to a supply is that good's price. Not a number where the area under a
   * demand curve has no end; its derivatives are still there.
   */
  record Surplus() implements Measure {}

  /**
   * An expression of other measures: the value of a function.
   *
   * @param text the expression as it was written
   * @param program that of the market with the function; its constants are numbers of the market
   * @param readings what the function takes, in order
   */
  record Answer(String text, Program program, String function, List<Measure> readings)
      implements Measure {
    public Answer {
      readings = List.copyOf(readings);
    }

    /** What is asked of a market. */
    public static Answer of(String text, Question question) {
      return new Answer(
          text,
          question.program(),
          question.function(),
          question.readings().stream().map(Measure::of).toList());
    }
  }

  /** What an expression reads. */
  private static Measure of(Reading reading) {
    return switch (reading) {
      case Reading.UnknownValue(var name) -> new UnknownValue(name);
      case Reading.Price(var good) -> new Price(good);
      case Reading.Quantity(var good) -> new Quantity(good);
      case Reading.Income(var consumer) -> new Income(consumer);
      case Reading.Level(var firm) -> new Level(firm);
      case Reading.Utility(var consumer) -> new Utility(consumer);
      case Reading.Taxes(var receiver) -> new Taxes(receiver);
      case Reading.Profit(var firm) -> new Profit(firm);
      case Reading.Welfare() -> new Welfare();
      case Reading.Surplus() -> new Surplus();
    };
  }

  /** What each kind is called. */
  Set<String> KINDS =
      Set.of(
          "price",
          "quantity",
          "utility",
          "income",
          "taxes",
          "profit",
          "level",
          "unknown",
          "welfare",
          "surplus");

  /**
   * The measure of a kind of something; empty if there is no such kind.
   *
   * @param subject the name of the good, firm, consumer or unknown; nothing for those of the whole
   *     market
   */
  static Optional<Measure> named(String kind, String subject) {
    return switch (kind) {
      case "price" -> Optional.of(new Price(subject));
      case "quantity" -> Optional.of(new Quantity(subject));
      case "utility" -> Optional.of(new Utility(subject));
      case "income" -> Optional.of(new Income(subject));
      case "taxes" -> Optional.of(new Taxes(subject));
      case "profit" -> Optional.of(new Profit(subject));
      case "level" -> Optional.of(new Level(subject));
      case "unknown" -> Optional.of(new UnknownValue(subject));
      case "welfare" -> Optional.of(new Welfare());
      case "surplus" -> Optional.of(new Surplus());
      default -> Optional.empty();
    };
  }

  /** As it is written: {@code price bread}. */
  default String text() {
    return switch (this) {
      case Price(var good) -> "price " + good;
      case Quantity(var good) -> "quantity " + good;
      case Utility(var consumer) -> "utility " + consumer;
      case Income(var consumer) -> "income " + consumer;
      case Taxes(var receiver) -> "taxes " + receiver;
      case Profit(var firm) -> "profit " + firm;
      case Level(var firm) -> "level " + firm;
      case UnknownValue(var name) -> "unknown " + name;
      case Welfare() -> "welfare";
      case Surplus() -> "surplus";
      case Answer answer -> answer.text();
    };
  }

  /** Whether it is in the unit of account. */
  default boolean isMoney() {
    return switch (this) {
      case Price _, Income _, Taxes _, Profit _, Welfare _, Surplus _ -> true;
      case Quantity _, Utility _, Level _, UnknownValue _, Answer _ -> false;
    };
  }
}
