package dev.costate.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that may call each other, in printing order, and the named constants they read (the
 * file's parameters).
 *
 * @throws IllegalArgumentException if two functions have one name
 */
public record Program(List<Function> functions, Map<String, Double> constants) {
  public static final Program EMPTY = new Program(List.of(), Map.of());

  /** Constants that every program may read, unless {@link #constants} has others of these names. */
  public static final Map<String, Double> MATHEMATICAL_CONSTANTS =
      Map.of("pi", Math.PI, "e", Math.E);

  public Program {
    functions = List.copyOf(functions);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    if (functions.stream().map(Function::name).distinct().count() != functions.size()) {
      throw new IllegalArgumentException(
          "two functions of one name among " + functions.stream().map(Function::name).toList());
    }
  }

  public Optional<Function> find(String name) {
    return functions.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException if there is no such function
   */
  public Function function(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no function '" + name + "'"));
  }

  /**
   * The value of a constant.
   *
   * @throws IllegalArgumentException if there is no such constant
   */
  public double constant(String name) {
    var value = constants.getOrDefault(name, MATHEMATICAL_CONSTANTS.get(name));
    if (value == null) {
      throw new IllegalArgumentException("no constant '" + name + "'");
    }
    return value;
  }

  /** This program with more functions behind the others. */
  public Program with(Collection<Function> more) {
    var all = new ArrayList<>(functions);
    all.addAll(more);
    return new Program(all, constants);
  }

  public Program withConstants(Map<String, Double> values) {
    return new Program(functions, values);
  }
}
