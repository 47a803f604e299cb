package dev.costate.differentiation.rules;

import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Operation;
import java.util.Arrays;
import java.util.List;

/**
 * The derivative of one operation.
 *
 * @param partials from the arguments and the result to one partial derivative per argument
 * @param samples points (one number per argument) at which tests compare the rule with differences
 */
public record Rule(Operation operation, Partials partials, List<double[]> samples) {
  /** The partial derivatives of {@code y = operation(arguments)}, one per argument. */
  @FunctionalInterface
  public interface Partials {
    List<Term> of(List<Term> arguments, Term result);
  }

  /** The derivative of a function of one number. */
  @FunctionalInterface
  interface Unary {
    Term of(Term x, Term y);
  }

  /** The partials of a function of two numbers. */
  @FunctionalInterface
  interface Binary {
    List<Term> of(Term a, Term b, Term y);
  }

  public Rule {
    samples = List.copyOf(samples);
  }

  static Rule unary(Operation operation, Unary derivative, double... samples) {
    return new Rule(
        operation,
        (arguments, y) -> List.of(derivative.of(arguments.getFirst(), y)),
        Arrays.stream(samples).mapToObj(x -> new double[] {x}).toList());
  }

  static Rule binary(Operation operation, Binary partials, double[]... samples) {
    return new Rule(
        operation,
        (arguments, y) -> partials.of(arguments.get(0), arguments.get(1), y),
        List.of(samples));
  }
}
