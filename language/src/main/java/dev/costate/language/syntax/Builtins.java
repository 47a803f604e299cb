package dev.costate.language.syntax;

import java.util.Set;

/** The names that the language itself gives a meaning. */
public final class Builtins {
  /** Functions that no file can redefine. */
  public static final Set<String> FUNCTIONS =
      Set.of(
          "ln",
          "log10",
          "exp",
          "sqrt",
          "abs",
          "sin",
          "cos",
          "tan",
          "asin",
          "acos",
          "atan",
          "atan2",
          "sinh",
          "cosh",
          "tanh",
          "erf",
          "floor",
          "ceil",
          "sign",
          "mod",
          "max",
          "min",
          "sum",
          "length",
          "rows",
          "columns",
          "zeros",
          "push",
          "pop",
          "gradient");

  /**
   * Constants; a local or a function's parameter may hide them, a parameter of the file may not.
   */
  public static final Set<String> CONSTANTS = Set.of("pi", "e");

  private Builtins() {}
}
