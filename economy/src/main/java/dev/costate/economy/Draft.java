package dev.costate.economy;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.language.syntax.Block;
import dev.costate.language.syntax.Declaration.FunctionDeclaration;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import dev.costate.program.lower.Unassigned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is collected while a file is read: the functions to lower, and the numbers to evaluate once
 * they are.
 */
final class Draft {
  private static final Pattern INDEX = Pattern.compile("\\[([^\\]]*)\\]");

  private final Diagnostics diagnostics;
  private final List<FunctionDeclaration> functions = new ArrayList<>();
  private final Set<String> functionNames = new LinkedHashSet<>();
  private final Map<String, Dotted> numbers = new LinkedHashMap<>();
  private final Map<String, Map<String, Unassigned>> outputs = new LinkedHashMap<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> helpers = new LinkedHashSet<>();
  private final Set<String> constants = new LinkedHashSet<>();
  private final Set<String> unknowns = new LinkedHashSet<>();
  private final Set<String> supplies = new LinkedHashSet<>();

  Draft(List<FunctionDeclaration> written, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (var function : written) {
      functions.add(function);
      functionNames.add(function.name().text());
    }
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /**
   * Adds a function under the wanted name, of which an index becomes an ending ({@code Gas_3}), or
   * that name with {@code _} appended until it is free; returns its name.
   */
  String function(String wanted, List<Name> parameters, List<Statement> body, Place place) {
    var free = INDEX.matcher(wanted).replaceAll(match -> "_" + match.group(1).replace(',', '_'));
    while (!functionNames.add(free)) {
      free += "_";
    }
    made.add(free);
    functions.add(
        new FunctionDeclaration(
            new Name(free, place), parameters, Block.of(body), Trivia.NONE, place));
    return free;
  }

  /**
   * Adds a function without parameters that only serves to find errors in it, or to compute a
   * number; returns its name.
   */
  String helper(String wanted, List<Statement> body, Place place) {
    var name = function(wanted, List.of(), body, place);
    helpers.add(name);
    return name;
  }

  /** The functions that are not written as such in the file: of firms, curves and numbers. */
  Set<String> made() {
    return made;
  }

  /** The functions that do not belong to the market. */
  Set<String> helpers() {
    return helpers;
  }

  /** How to report outputs that a firm's function returns unassigned. */
  void outputs(String function, Map<String, Unassigned> reports) {
    outputs.put(function, reports);
  }

  Map<String, Map<String, Unassigned>> outputs() {
    return outputs;
  }

  boolean hasFunction(String name) {
    return functionNames.contains(name);
  }

  /** A number of a declaration, to be evaluated under its dotted name. */
  void number(String dotted, Expression expression, Dotted.Range range) {
    numbers.put(dotted, new Dotted(dotted, expression, range));
  }

  /** Gives a number another value; unknown names have been reported. */
  void replace(String dotted, Expression expression) {
    numbers.computeIfPresent(dotted, (_, number) -> new Dotted(dotted, expression, number.range()));
  }

  /** A number that code can read by its name, besides. */
  void constant(String dotted, Expression expression, Dotted.Range range) {
    number(dotted, expression, range);
    constants.add(dotted);
  }

  /** A name that code can read for a number that is solved for. */
  void unknown(String name) {
    constants.add(name);
    unknowns.add(name);
  }

  /** The numbers that are solved for: they have no value before. */
  Set<String> unknowns() {
    return unknowns;
  }

  /** The function of a fixed supply that reads an unknown. */
  void fixedSupply(String function) {
    supplies.add(function);
  }

  /** The functions of supply curves that are fixed quantities and read unknowns. */
  Set<String> fixedSupplies() {
    return supplies;
  }

  List<FunctionDeclaration> functions() {
    return functions;
  }

  Map<String, Dotted> numbers() {
    return numbers;
  }

  /**
   * The numbers that code can read: parameters and unknowns of the file, and limits of capacities.
   */
  Set<String> constants() {
    return constants;
  }
}
