package dev.costate.cli.show;

import dev.costate.equilibrium.stated.Symbol;
import java.util.List;

/** Mathematics in plain text. */
final class TerminalNotation implements Notation {
  static final TerminalNotation INSTANCE = new TerminalNotation();

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

  private TerminalNotation() {}

  @Override
  public String number(double value) {
    var number = ShownNumber.of(value);
    return number.exponent() == 0
        ? number.digits()
        : (number.digits().equals("1") ? "" : number.digits() + "·")
            + "10"
            + (number.exponent() < 0 ? "⁻" : "")
            + digits(Integer.toString(Math.abs(number.exponent())), RAISED);
  }

  private static String digits(String number, String as) {
    var text = new StringBuilder();
    number.chars().forEach(digit -> text.append(as.charAt(digit - '0')));
    return text.toString();
  }

  @Override
  public String name(String name) {
    return name;
  }

  @Override
  public String symbol(Symbol symbol) {
    var letter = Letters.terminal(symbol.head());
    var of = symbol.of();
    return switch (symbol.head()) {
      case UNKNOWN -> of.getFirst();
      case LOCAL -> of.size() > 2 ? of.get(1) + digits(of.get(2), LOWERED) : of.get(1);
      case WALRAS -> letter;
      case ACTIVITY, COST, REVENUE, IMPORT, EXPORT, LEVEL, MULTIPLIER, SLACK ->
          letter + (of.size() > 1 ? digits(of.get(1), LOWERED) : "") + "(" + of.getFirst() + ")";
      case PRICE,
          PAYS,
          KEEPS,
          BOUGHT,
          MADE,
          SUPPLY,
          DEMAND,
          CHOICE,
          RENT,
          INCOME,
          SPENDABLE,
          WORTH,
          KEPT,
          QUANTITY,
          OUTPUT,
          PROFIT,
          UTILITY,
          LAGRANGIAN,
          MARGINAL,
          USED,
          LIMIT ->
          letter + "(" + String.join(", ", of) + ")";
    };
  }

  @Override
  public String own(Symbol symbol) {
    var number = symbol.of().size() > 1 ? digits(symbol.of().get(1), LOWERED) : "";
    return Letters.terminal(symbol.head()) + number;
  }

  @Override
  public String partial(String lagrangian, String symbol) {
    return "∂" + lagrangian + "/∂" + symbol;
  }

  @Override
  public String product(List<String> factors) {
    return String.join("·", factors);
  }

  @Override
  public String quotient(String above, String below) {
    return above + "/" + below;
  }

  @Override
  public Tightness fraction() {
    return Tightness.PRODUCT;
  }

  @Override
  public String power(String base, String exponent) {
    return exponent.matches("[2-9]") ? base + digits(exponent, RAISED) : base + "^" + exponent;
  }

  @Override
  public String root(String of) {
    return "√" + (of.matches("[\\p{L}\\p{N}_]+") ? of : "(" + of + ")");
  }

  @Override
  public String call(String function, List<String> arguments) {
    return function + "(" + String.join(", ", arguments) + ")";
  }

  @Override
  public String element(String array, List<String> indices) {
    return array + "[" + String.join(", ", indices) + "]";
  }

  @Override
  public String brackets(String inside) {
    return "(" + inside + ")";
  }

  @Override
  public String list(List<String> elements) {
    return "[" + String.join(", ", elements) + "]";
  }

  @Override
  public String choice(String then, String condition, String otherwise) {
    return then + " if " + condition + " else " + otherwise;
  }

  @Override
  public String sign(Sign sign) {
    return switch (sign) {
      case PLUS -> "+";
      case MINUS -> "−";
      case EQUAL -> "=";
      case NOT_EQUAL -> "≠";
      case LESS -> "<";
      case AT_MOST -> "≤";
      case GREATER -> ">";
      case AT_LEAST -> "≥";
      case AND -> "and";
      case OR -> "or";
      case NOT -> "not";
      case BECOMES -> "←";
      case COMPLEMENTARY -> " ⟂ ";
      case IN -> "∈";
    };
  }

  @Override
  public String interval(String low, String high) {
    return low + ", " + high;
  }

  @Override
  public String infinity() {
    return "∞";
  }

  @Override
  public String pi() {
    return "π";
  }

  @Override
  public String dots() {
    return "…";
  }

  @Override
  public String inline(String mathematics) {
    return mathematics;
  }

  @Override
  public String words(String words) {
    return words;
  }

  @Override
  public String prose(String words) {
    return words;
  }

  @Override
  public String code(String code) {
    return code;
  }
}
