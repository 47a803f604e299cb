package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of parameters, by their full names: {@code n}, {@code load[3]}. */
final class Parameters {
  /** What a parameter is computed from. */
  private record Definition(Expression value, Bindings bindings) {}

  /** Declares the members of an indexed parameter when one is first asked for. */
  interface Later {
    void declare();
  }

  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<String, Definition> replacements = new HashMap<>();
  private final Map<String, Later> later = new HashMap<>();
  private final Map<String, Known> values = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Set<String> families = new HashSet<>();
  private final Set<String> decisive = new LinkedHashSet<>();
  private Set<String> read = new LinkedHashSet<>();

  void define(String name, Expression value, Bindings bindings) {
    definitions.putIfAbsent(name, new Definition(value, bindings));
  }

  /** What a scenario or a setting says instead. */
  void replace(String name, Expression value, Bindings bindings) {
    replacements.put(name, new Definition(value, bindings));
  }

  void defineLater(String base, Later declaration) {
    later.merge(
        base,
        declaration,
        (first, second) ->
            () -> {
              first.declare();
              second.declare();
            });
  }

  /** Whether there is such an indexed parameter. */
  boolean isFamily(String base) {
    return families.contains(base);
  }

  void family(String base) {
    families.add(base);
  }

  boolean isDefined(String name) {
    return definitions.containsKey(name);
  }

  /** Makes sure that the members of an indexed parameter are defined. */
  void load(String base) {
    var declaration = later.remove(base);
    if (declaration != null) {
      declaration.declare();
    }
  }

  /** The parameters that are read from here on, until the next call. */
  Set<String> watch() {
    read = new LinkedHashSet<>();
    return read;
  }

  /**
   * Parameters at whose values some comparison decides: a little more or less decides otherwise.
   */
  Set<String> decisive() {
    return decisive;
  }

  /** The value; null if there is no such parameter. */
  @Nullable Known value(String name, Place place, Constants constants) {
    if (definitions.containsKey(name)) {
      read.add(name);
    }
    var known = values.get(name);
    if (known != null) {
      return known;
    }
    var definition = definitions.get(name);
    if (definition == null) {
      return null;
    }
    definition = replacements.getOrDefault(name, definition);
    if (!open.add(name)) {
      throw new IndexError(
          place, "'%s' depends on itself".formatted(name), "give one of them a number");
    }
    try {
      var value = constants.of(definition.value(), definition.bindings());
      values.put(name, value);
      return value;
    } finally {
      open.remove(name);
    }
  }
}
