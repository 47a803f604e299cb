package dev.costate.program;

import java.util.List;
import java.util.Objects;

/**
 * A function: parameters, the kinds of its results (at least one), and a body in which every path
 * returns and every variable is assigned before it is read ({@link Verifier} checks this).
 */
public record Function(
    String name, List<Variable> parameters, List<Kind> results, Block body, Origin origin) {
  public Function {
    Objects.requireNonNull(name);
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
    Objects.requireNonNull(body);
    Objects.requireNonNull(origin);
  }

  /**
   * Whether every parameter and every result is a number: such a function can be compiled to a
   * kernel over plain arrays.
   */
  public boolean isNumeric() {
    return parameters.stream().allMatch(p -> p.kind() == Kind.NUMBER)
        && results.stream().allMatch(k -> k == Kind.NUMBER);
  }

  public Function withBody(Block newBody) {
    return new Function(name, parameters, results, newBody, origin);
  }
}
