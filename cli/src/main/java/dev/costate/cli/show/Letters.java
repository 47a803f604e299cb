package dev.costate.cli.show;

import dev.costate.equilibrium.stated.Symbol.Head;

/** What each kind of number is called, and what that means. */
final class Letters {
  private Letters() {}

  static String terminal(Head head) {
    return switch (head) {
      case PRICE -> "p";
      case PAYS -> "p⁺";
      case KEEPS -> "p⁻";
      case ACTIVITY, MADE -> "y";
      case COST -> "c";
      case REVENUE -> "r";
      case BOUGHT -> "x";
      case IMPORT -> "m";
      case EXPORT -> "e";
      case SUPPLY -> "S";
      case DEMAND -> "D";
      case CHOICE -> "z";
      case LEVEL -> "ℓ";
      case MULTIPLIER -> "λ";
      case RENT -> "ρ";
      case INCOME -> "M";
      case SPENDABLE -> "B";
      case WORTH -> "μ";
      case KEPT -> "θ";
      case UNKNOWN, LOCAL -> "";
      case QUANTITY -> "Q";
      case OUTPUT -> "Y";
      case WALRAS -> "ω";
      case PROFIT -> "π";
      case UTILITY -> "U";
      case LAGRANGIAN -> "L";
      case MARGINAL -> "∂L";
      case SLACK -> "s";
      case USED -> "used";
      case LIMIT -> "limit";
    };
  }

  static String latex(Head head) {
    return switch (head) {
      case PAYS -> "p^{+}";
      case KEEPS -> "p^{-}";
      case LEVEL -> "\\ell";
      case MULTIPLIER -> "\\lambda";
      case RENT -> "\\rho";
      case WORTH -> "\\mu";
      case KEPT -> "\\theta";
      case WALRAS -> "\\omega";
      case PROFIT -> "\\pi";
      case MARGINAL -> "\\partial L";
      case USED -> "\\mathrm{used}";
      case LIMIT -> "\\mathrm{limit}";
      case PRICE,
          ACTIVITY,
          MADE,
          COST,
          REVENUE,
          BOUGHT,
          IMPORT,
          EXPORT,
          SUPPLY,
          DEMAND,
          CHOICE,
          INCOME,
          SPENDABLE,
          UNKNOWN,
          LOCAL,
          QUANTITY,
          OUTPUT,
          UTILITY,
          LAGRANGIAN,
          SLACK ->
          terminal(head);
    };
  }

  /** What it is, of what the brackets of {@link #arguments} name. */
  static String meaning(Head head) {
    return switch (head) {
      case PRICE -> "market price of the good g";
      case PAYS -> "what A pays for one unit of g, behind wedges";
      case KEEPS -> "what one unit of g counts for its maker F, behind wedges and markups";
      case ACTIVITY -> "level of activity of the firm F";
      case MADE -> "quantity of g that F makes";
      case COST -> "cost of one unit of a nest of A";
      case REVENUE -> "what one unit of a level fetches that F splits among outputs";
      case BOUGHT -> "quantity of g that A buys or, of its own, keeps";
      case IMPORT -> "imports of g";
      case EXPORT -> "exports of g";
      case SUPPLY -> "quantity of g that outsiders supply";
      case DEMAND -> "quantity of g that outsiders want";
      case CHOICE -> "what F chooses besides its inputs";
      case LEVEL -> "value of a min or max in the code of A";
      case MULTIPLIER -> "multiplier of an argument of a min or max";
      case RENT -> "rent of a capacity or of what makes returns decrease";
      case INCOME -> "income of the consumer C, before transfers and saving";
      case SPENDABLE -> "what C can spend";
      case WORTH -> "marginal utility of income of C";
      case KEPT -> "where C values g that it owns between selling (0) and buying (1)";
      case UNKNOWN, LOCAL -> "";
      case QUANTITY -> "all purchases of g";
      case OUTPUT -> "what F makes of its first output";
      case WALRAS -> "0 by Walras' law; makes room for the level of prices";
      case PROFIT -> "profit of F, with rents and markups";
      case UTILITY -> "utility of C";
      case LAGRANGIAN ->
          "Lagrangian of A: value of outputs, multipliers × slacks, rents × unused capacity";
      case MARGINAL -> "partial of the Lagrangian of A, from the generated derivative";
      case SLACK -> "slack of an argument of a min or max";
      case USED -> "what is used of a capacity";
      case LIMIT -> "limit of a capacity";
    };
  }

  /** What is in brackets behind it in explanations. */
  static String[] arguments(Head head) {
    return switch (head) {
      case PRICE, IMPORT, EXPORT, SUPPLY, DEMAND, QUANTITY -> new String[] {"g"};
      case PAYS, BOUGHT -> new String[] {"A", "g"};
      case KEEPS, MADE -> new String[] {"F", "g"};
      case ACTIVITY, REVENUE, OUTPUT, PROFIT, CHOICE -> new String[] {"F"};
      case COST, LEVEL, MULTIPLIER, LAGRANGIAN, SLACK -> new String[] {"A"};
      case MARGINAL -> new String[] {"A"};
      case RENT, USED, LIMIT -> new String[] {"F.capacity"};
      case INCOME, SPENDABLE, WORTH, UTILITY -> new String[] {"C"};
      case KEPT -> new String[] {"C", "g"};
      case UNKNOWN, LOCAL, WALRAS -> new String[] {};
    };
  }
}
