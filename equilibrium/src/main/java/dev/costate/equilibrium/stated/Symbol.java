package dev.costate.equilibrium.stated;

import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Expression;
import dev.costate.program.Variable;
import java.util.List;

/**
 * A number of a market that conditions are written in.
 *
 * @param of whose it is: names of goods, firms, consumers, or a number that tells it from others
 */
public record Symbol(Head head, List<String> of) {
  /** What kind of number it is, and of what. */
  public enum Head {
    /** The market price of a good. */
    PRICE,
    /**
     * What an agent pays for one unit of a good, behind wedges; the agent, its name for the good.
     */
    PAYS,
    /** What one unit of a good that it makes counts for a firm, behind wedges and markups. */
    KEEPS,
    /** The level of an activity of a firm; the firm and, of several, its number. */
    ACTIVITY,
    /** The cost of one unit of a nest; the agent and, of several, its number. */
    COST,
    /** What one unit of a level fetches that is split among outputs. */
    REVENUE,
    /** The quantity of a good that an agent buys. */
    BOUGHT,
    /** The quantity of a good that a firm makes. */
    MADE,
    /** A step of the imports of a good; the good and, of several, its number. */
    IMPORT,
    /** A step of the exports of a good. */
    EXPORT,
    /** What outsiders supply of a good along a curve. */
    SUPPLY,
    /** What outsiders want of a good along a curve. */
    DEMAND,
    /** What a firm chooses besides its inputs; the firm and the name. */
    CHOICE,
    /** The value of a {@code min} or {@code max} in the code of a firm; the firm and a number. */
    LEVEL,
    /** The multiplier of an argument of such a kink. */
    MULTIPLIER,
    /**
     * The rent of a capacity, by its dotted name, or of what makes the returns of a firm decrease.
     */
    RENT,
    /** The income of a consumer before transfers and saving. */
    INCOME,
    /** What a consumer can spend. */
    SPENDABLE,
    /** The marginal utility of income of a consumer. */
    WORTH,
    /** Where between selling and buying a consumer is that keeps some of what it owns. */
    KEPT,
    /** A number that is solved for besides. */
    UNKNOWN,
    /** All purchases of a good. */
    QUANTITY,
    /** The first output of a firm. */
    OUTPUT,
    /** The variable that makes room for the level of prices; 0 by Walras' law. */
    WALRAS,
    /** What the owners of a firm get. */
    PROFIT,
    /** The utility of a consumer. */
    UTILITY,
    /**
     * A number inside the code of an agent; the agent, its name and, of several values, a number.
     */
    LOCAL,
    /** The Lagrangian of an agent's problem. */
    LAGRANGIAN,
    /** The partial of that with respect to a number that the agent decides on. */
    MARGINAL,
    /** The slack of an argument of a kink, where the code is not written out. */
    SLACK,
    /** What is used of a capacity, where the code is not written out. */
    USED,
    /** The limit of a capacity, where the code is not written out. */
    LIMIT
  }

  public Symbol {
    of = List.copyOf(of);
  }

  public static Symbol of(Head head, String... of) {
    return new Symbol(head, List.of(of));
  }

  /** The variable that stands for it in expressions; its name is no name of the language. */
  public Variable variable() {
    return Variable.number(head + of.toString());
  }

  Term term() {
    return Term.of(variable());
  }

  public Expression read() {
    return term().expression();
  }
}
