package dev.costate.cli.show;

import dev.costate.equilibrium.stated.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Mathematics in LaTeX, with the package amsmath. */
final class LatexNotation implements Notation {
  static final LatexNotation INSTANCE = new LatexNotation();

  /** Functions that LaTeX has a command for. */
  private static final Set<String> COMMANDS =
      Set.of("ln", "exp", "sin", "cos", "tan", "sinh", "cosh", "tanh", "max", "min");

  private LatexNotation() {}

  /** Text without characters that mean something. */
  static String escaped(String text) {
    return text.codePoints()
        .mapToObj(c ->
            switch (c) {
              case '#', '$', '%', '&', '_', '{', '}' -> "\\" + (char) c;
              case '~' -> "\\textasciitilde{}";
              case '^' -> "\\textasciicircum{}";
              case '\\' -> "\\textbackslash{}";
              case '<' -> "\\textless{}";
              case '>' -> "\\textgreater{}";
              case '|' -> "\\textbar{}";
              case '−' -> "$-$";
              case '×' -> "$\\times$";
              case '≤' -> "$\\le$";
              case '≥' -> "$\\ge$";
              default -> Character.toString(c);
            })
        .collect(Collectors.joining());
  }

  @Override
  public String number(double value) {
    var number = ShownNumber.of(value);
    if (number.isFraction()) {
      var parts = number.digits().split("/", 2);
      return "\\tfrac{" + parts[0] + "}{" + parts[1] + "}";
    }
    if (number.exponent() == 0) {
      return Double.isFinite(value) ? number.digits() : "\\infty";
    }
    var power = "10^{" + number.exponent() + "}";
    return number.digits().equals("1") ? power : number.digits() + " \\times " + power;
  }

  @Override
  public String name(String name) {
    return "\\mathit{" + escaped(name) + "}";
  }

  @Override
  public String symbol(Symbol symbol) {
    var of = symbol.of();
    return switch (symbol.head()) {
      case UNKNOWN -> name(of.getFirst());
      case LOCAL -> of.size() > 2 ? numbered(name(of.get(1)), of.get(2)) : name(of.get(1));
      case WALRAS -> Letters.latex(symbol.head());
      case ACTIVITY, COST, REVENUE, IMPORT, EXPORT, LEVEL, MULTIPLIER, SLACK ->
          subscripted(
              Letters.latex(symbol.head()) + (of.size() > 1 ? "^{" + of.get(1) + "}" : ""),
              of.subList(0, 1));
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
          subscripted(Letters.latex(symbol.head()), of);
    };
  }

  private static String subscripted(String letter, List<String> of) {
    return letter
        + of.stream()
            .map(name -> "\\mathrm{" + escaped(name) + "}")
            .collect(Collectors.joining(",", "_{", "}"));
  }

  private static String numbered(String name, String number) {
    return name + "_{" + number + "}";
  }

  @Override
  public String own(Symbol symbol) {
    var letter = Letters.latex(symbol.head());
    return symbol.of().size() > 1 ? numbered(letter, symbol.of().get(1)) : letter;
  }

  @Override
  public String partial(String lagrangian, String symbol) {
    return "\\frac{\\partial " + lagrangian + "}{\\partial " + symbol + "}";
  }

  @Override
  public String product(List<String> factors) {
    var product = new StringBuilder(factors.getFirst());
    for (int k = 1; k < factors.size(); k++) {
      boolean digits = Character.isDigit(factors.get(k).charAt(0));
      product.append(digits ? " \\cdot " : "\\,").append(factors.get(k));
    }
    return product.toString();
  }

  @Override
  public String quotient(String above, String below) {
    return "\\frac{" + above + "}{" + below + "}";
  }

  @Override
  public Tightness fraction() {
    return Tightness.POWER;
  }

  @Override
  public String power(String base, String exponent) {
    return (!base.startsWith("\\left") && (base.contains("^") || base.contains("_"))
            ? "{" + base + "}"
            : base)
        + "^{"
        + exponent
        + "}";
  }

  @Override
  public String root(String of) {
    return "\\sqrt{" + of + "}";
  }

  @Override
  public String call(String function, List<String> arguments) {
    var name =
        COMMANDS.contains(function) ? "\\" + function : "\\operatorname{" + escaped(function) + "}";
    return name + brackets(String.join(",\\, ", arguments));
  }

  @Override
  public String element(String array, List<String> indices) {
    return array + "_{" + String.join(",", indices) + "}";
  }

  @Override
  public String brackets(String inside) {
    return "\\left(" + inside + "\\right)";
  }

  @Override
  public String list(List<String> elements) {
    return "\\left[" + String.join(",\\, ", elements) + "\\right]";
  }

  @Override
  public String choice(String then, String condition, String otherwise) {
    return "\\begin{cases} "
        + then
        + " & \\text{if } "
        + condition
        + " \\\\ "
        + otherwise
        + " & \\text{else} \\end{cases}";
  }

  @Override
  public String sign(Sign sign) {
    return switch (sign) {
      case PLUS -> "+";
      case MINUS -> "-";
      case EQUAL -> "=";
      case NOT_EQUAL -> "\\ne";
      case LESS -> "<";
      case AT_MOST -> "\\le";
      case GREATER -> ">";
      case AT_LEAST -> "\\ge";
      case AND -> "\\text{ and }";
      case OR -> "\\text{ or }";
      case NOT -> "\\text{not }";
      case BECOMES -> "\\leftarrow";
      case COMPLEMENTARY -> "\\quad\\perp\\quad";
      case IN -> "\\in";
    };
  }

  @Override
  public String interval(String low, String high) {
    return low + ",\\, " + high;
  }

  @Override
  public String infinity() {
    return "\\infty";
  }

  @Override
  public String pi() {
    return "\\pi";
  }

  @Override
  public String dots() {
    return "\\dots";
  }

  @Override
  public String inline(String mathematics) {
    return "$" + mathematics + "$";
  }

  @Override
  public String words(String words) {
    return "\\text{" + escaped(words) + "}";
  }

  @Override
  public String prose(String words) {
    return escaped(words);
  }

  @Override
  public String code(String code) {
    return "\\texttt{" + escaped(code) + "}";
  }
}
