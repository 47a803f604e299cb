package dev.costate.economy;

import dev.costate.program.Program;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How the numbers of a file are computed from other numbers of it.
 *
 * @param program with the values of all numbers that code can read
 * @param functions for each number that is not written as its value a function without parameters,
 *     by the dotted name
 * @param decisive parameters at whose values a condition of a list decides by a hair: with a little
 *     more or less the file describes another market
 */
public record Definitions(Program program, Map<String, String> functions, Set<String> decisive) {
  public Definitions {
    decisive = Set.copyOf(decisive);
    functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
  }
}
