package dev.costate.cli.show;

import dev.costate.equilibrium.stated.Symbol;
import java.util.List;

/** How mathematics is spelled. */
sealed interface Notation permits TerminalNotation, LatexNotation {
  /** How tightly a piece of mathematics holds together, loosest first. */
  enum Tightness {
    CHOICE,
    RELATION,
    SUM,
    PRODUCT,
    POWER,
    ATOM
  }

  /** A number that is not negative. */
  String number(double value);

  /** A name of the file's. */
  String name(String name);

  /** A symbol. */
  String symbol(Symbol symbol);

  /** A symbol of the agent whose lines these are, without its name. */
  String own(Symbol symbol);

  /** The partial of an agent's Lagrangian with respect to a symbol as it is spelled. */
  String partial(String lagrangian, String symbol);

  String product(List<String> factors);

  /** One over the other; both are in brackets where {@link #fraction} needs it. */
  String quotient(String above, String below);

  /** How tight a quotient is. */
  Tightness fraction();

  String power(String base, String exponent);

  String root(String of);

  /** A function of the field, such as ln, or of the file. */
  String call(String function, List<String> arguments);

  String element(String array, List<String> indices);

  String brackets(String inside);

  String list(List<String> elements);

  /** {@code then if condition else otherwise}. */
  String choice(String then, String condition, String otherwise);

  /** A sign that stands between two sides: {@code <=}. */
  String sign(Sign sign);

  /** Signs between two sides. */
  enum Sign {
    PLUS,
    MINUS,
    EQUAL,
    NOT_EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST,
    AND,
    OR,
    NOT,
    BECOMES,
    COMPLEMENTARY,
    IN
  }

  /** The ends of an interval. */
  String interval(String low, String high);

  String infinity();

  String pi();

  String dots();

  /** Mathematics within words. */
  String inline(String mathematics);

  /** Words within mathematics. */
  String words(String words);

  /** Words of prose. */
  String prose(String words);

  /** Code within prose. */
  String code(String code);
}
