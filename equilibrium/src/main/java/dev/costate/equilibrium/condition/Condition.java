package dev.costate.equilibrium.condition;

import java.util.Locale;

/**
 * One condition of an equilibrium and the variable it belongs to.
 *
 * @param subject the good or firm it is about
 * @param detail which one of the subject's: the good of an input, the text of a kink, the name of a
 *     capacity, the step of an import
 */
public record Condition(Kind kind, String subject, String detail) {
  /** What is complementary to what. */
  public enum Kind {
    /** Excess supply of a good (its unit), and its price. */
    MARKET,
    /** Cost minus price of an import, and its quantity. */
    IMPORT,
    /** Price minus what outsiders pay, and the quantity exported. */
    EXPORT,
    /** Quantity outsiders trade along a curve minus what the curve gives, and the quantity. */
    CURVE,
    /** Price of an input minus its marginal value in a firm, and the quantity bought. */
    INPUT,
    /** Minus the marginal value of a choice, and the choice. */
    CHOICE,
    /** Internal price of a kink minus what its arguments' multipliers sum to, and its level. */
    LEVEL,
    /** Slack of one argument of a kink, and its multiplier. */
    ARGUMENT,
    /** Slack of a capacity, and its rent. */
    CAPACITY,
    /** Loss on one unit of activity, and the level of activity. */
    ACTIVITY,
    /** Income less what it is made of, and the income. */
    INCOME,
    /** Price in utility less marginal utility, and what a consumer buys. */
    PURCHASE,
    /** What is left of income, and the marginal utility of income. */
    BUDGET,
    /** What a consumer owns less what it wants of it, and how far it buys more at the market. */
    KEPT,
    /** Left side less right side of an unknown's condition, and the unknown. */
    UNKNOWN,
    /** A quantity that conditions read, and what it is. */
    READING,
    /** The level of prices in a closed market. */
    PRICE_LEVEL;

    /** The kind in one word, for machines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The condition in words, with its good or firm. */
  public String text() {
    return switch (kind) {
      case MARKET -> "supply and demand of " + subject;
      case IMPORT, EXPORT, CURVE -> "%s of %s".formatted(detail, subject);
      case INPUT -> "%s buys %s".formatted(subject, detail);
      case CHOICE, LEVEL, ARGUMENT -> "%s: %s".formatted(subject, detail);
      case CAPACITY -> detail;
      case ACTIVITY -> detail.isEmpty() ? subject : "%s: %s".formatted(subject, detail);
      case INCOME -> "income of " + subject;
      case PURCHASE -> "%s buys %s".formatted(subject, detail);
      case BUDGET -> "budget of " + subject;
      case KEPT -> "%s keeps %s".formatted(subject, detail);
      case UNKNOWN -> "the condition of " + subject;
      case READING -> "%s of %s".formatted(detail, subject);
      case PRICE_LEVEL -> "the level of prices";
    };
  }
}
