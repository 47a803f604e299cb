package dev.costate.program.java;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program as members of a class that somebody else writes.
 *
 * @param fields private constants, each behind it an empty line, indented by one step
 * @param text the other members, private, before each an empty line, indented by one step
 * @param usesErf whether the class has to import {@code dev.costate.runtime.Erf}
 * @param methods how each entry is called
 */
public record JavaMembers(
    String fields, String text, boolean usesErf, Map<String, Method> methods) {
  public JavaMembers {
    methods = new LinkedHashMap<>(methods);
  }

  /**
   * How a function is called.
   *
   * @param components the names of the components of the record that it gives; empty if it has one
   *     result, which it gives as it is
   */
  public record Method(String name, List<String> components) {
    public Method {
      components = List.copyOf(components);
    }
  }

  /**
   * How an entry is called.
   *
   * @throws IllegalArgumentException if the function is no entry
   */
  public Method method(String function) {
    var found = methods.get(function);
    if (found == null) {
      throw new IllegalArgumentException("no entry '" + function + "'");
    }
    return found;
  }
}
