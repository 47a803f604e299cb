package dev.costate.equilibrium.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps in an order in which each reads only what is there: the inputs, constants, and results of
 * earlier steps. Every number has a place, an index. Not thread-safe: {@link #evaluate} and {@link
 * #linearise} keep what they computed.
 */
public final class Graph {
  private static final int NONE = -1;

  private final int[] inputs;
  private final List<Step> steps;
  private final int[][] arguments;
  private final int[] firsts;

  /** The step that writes a place, and the input that is read from it. */
  private final int[] writers;

  private final int[] inputAt;
  private final double[] values;

  /** Of each step, once they are asked for. */
  private final double[] @Nullable [] partials;

  private final double[][] read;
  private final double[][] written;

  private Graph(Builder builder) {
    inputs = builder.inputs.stream().mapToInt(Integer::intValue).toArray();
    steps = List.copyOf(builder.steps);
    arguments = builder.arguments.toArray(int[][]::new);
    firsts = builder.firsts.stream().mapToInt(Integer::intValue).toArray();
    values = builder.initial.stream().mapToDouble(Double::doubleValue).toArray();
    writers = new int[values.length];
    inputAt = new int[values.length];
    Arrays.fill(writers, NONE);
    Arrays.fill(inputAt, NONE);
    for (int i = 0; i < inputs.length; i++) {
      inputAt[inputs[i]] = i;
    }
    for (int k = 0; k < firsts.length; k++) {
      Arrays.fill(writers, firsts[k], firsts[k] + steps.get(k).results(), k);
    }
    partials = new double[steps.size()][];
    read = new double[steps.size()][];
    written = new double[steps.size()][];
    for (int k = 0; k < steps.size(); k++) {
      var step = steps.get(k);
      read[k] = new double[step.arguments()];
      written[k] = new double[step.results()];
    }
  }

  /** Collects inputs and steps. */
  public static final class Builder {
    private final List<Integer> inputs = new ArrayList<>();
    private final List<Double> initial = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<int[]> arguments = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();

    /** The place of the next input. */
    public int input() {
      inputs.add(initial.size());
      return constant(0);
    }

    /** The place of a number that never changes. */
    public int constant(double value) {
      initial.add(value);
      return initial.size() - 1;
    }

    /** The place of the first result of a step; the others follow. */
    public int add(Step step, int... places) {
      if (places.length != step.arguments()) {
        throw new IllegalArgumentException(
            "%s takes %d numbers, not %d".formatted(step, step.arguments(), places.length));
      }
      int first = initial.size();
      for (int r = 0; r < step.results(); r++) {
        initial.add(0.0);
      }
      steps.add(step);
      arguments.add(places.clone());
      firsts.add(first);
      return first;
    }

    public int product(int a, int b) {
      return add(Product.PRODUCT, a, b);
    }

    public int quotient(int a, int b) {
      return add(Quotient.QUOTIENT, a, b);
    }

    /** A level times what one unit of it takes; nothing at level 0. */
    public int use(int level, int perUnit) {
      return add(Use.USE, level, perUnit);
    }

    public int positivePart(int a) {
      return add(PositivePart.POSITIVE_PART, a);
    }

    /** A sum of terms. */
    public int sum(Terms terms) {
      return terms.size() == 1 && terms.coefficient(0) == 1
          ? terms.place(0)
          : add(new Sum(terms.coefficients()), terms.places());
    }

    public Graph build() {
      return new Graph(this);
    }
  }

  /** How many inputs there are. */
  public int inputs() {
    return inputs.length;
  }

  /** How many numbers there are. */
  public int size() {
    return values.length;
  }

  /** The number at a place, as evaluated last. */
  public double value(int place) {
    return values[place];
  }

  /**
   * Goes through all steps.
   *
   * <p>A number may be infinite: what one unit takes of a good that is free may be, and matters to
   * nobody who makes none.
   *
   * @return false if some step is outside its domain
   */
  public boolean evaluate(double[] point) {
    for (int i = 0; i < inputs.length; i++) {
      values[inputs[i]] = point[i];
    }
    for (int k = 0; k < firsts.length; k++) {
      gather(k);
      if (!steps.get(k).evaluate(read[k], written[k])) {
        return false;
      }
      System.arraycopy(written[k], 0, values, firsts[k], written[k].length);
    }
    return true;
  }

  private void gather(int k) {
    var places = arguments[k];
    for (int a = 0; a < places.length; a++) {
      read[k][a] = values[places[a]];
    }
  }

  /**
   * Evaluates, with the partials of every step.
   *
   * @return false if some step has none
   */
  public boolean linearise(double[] point) {
    if (!evaluate(point)) {
      return false;
    }
    for (int k = 0; k < firsts.length; k++) {
      if (partials[k] == null) {
        partials[k] = new double[written[k].length * read[k].length];
      }
      if (!steps.get(k).partials(read[k], partials[k])) {
        return false;
      }
    }
    return true;
  }

  /** The steps that numbers depend on, first to last. */
  public int[] cone(int... places) {
    var found = new HashSet<Integer>();
    var open = new ArrayDeque<Integer>();
    for (int place : places) {
      open.push(place);
    }
    while (!open.isEmpty()) {
      int writer = writers[open.pop()];
      if (writer != NONE && found.add(writer)) {
        for (int place : arguments[writer]) {
          open.push(place);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The inputs among these places and those that the steps of a cone read, ascending. */
  public int[] inputsOf(int[] cone, int... places) {
    var all =
        IntStream.concat(
            Arrays.stream(places), Arrays.stream(cone).flatMap(k -> Arrays.stream(arguments[k])));
    return all.map(place -> inputAt[place]).filter(i -> i != NONE).distinct().sorted().toArray();
  }

  /**
   * How the number at a place is computed.
   *
   * @param result which of the step's results it is
   * @param arguments the places that the step reads
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Written(Step step, int result, int[] arguments) {}

  /** The step that computes the number at a place; empty for inputs and constants. */
  public Optional<Written> written(int place) {
    int k = writers[place];
    return k == NONE
        ? Optional.empty()
        : Optional.of(new Written(steps.get(k), place - firsts[k], arguments[k].clone()));
  }

  /** The input that stands at a place; negative if none does. */
  public int inputAt(int place) {
    return inputAt[place];
  }

  /** The place of an input. */
  public int input(int index) {
    return inputs[index];
  }

  /**
   * Goes back through all steps, as evaluated last: adds to the adjoint of every place what its
   * readers pass back. What is left is the adjoint of each input and of each number that no step
   * gives.
   *
   * @return false if some step that matters has no partials
   */
  public boolean reverse(double[] adjoints) {
    for (int k = firsts.length - 1; k >= 0; k--) {
      var results = Arrays.copyOfRange(adjoints, firsts[k], firsts[k] + written[k].length);
      if (Arrays.stream(results).allMatch(adjoint -> adjoint == 0)) {
        continue;
      }
      Arrays.fill(adjoints, firsts[k], firsts[k] + results.length, 0);
      gather(k);
      var places = arguments[k];
      var own = new double[places.length];
      if (!steps.get(k).pullback(read[k], results, own)) {
        return false;
      }
      for (int a = 0; a < places.length; a++) {
        adjoints[places[a]] += own[a];
      }
    }
    return true;
  }

  /**
   * The tangent of {@link #reverse(double[])}, as evaluated last: adjoints and their tangents go
   * back together, as places move. What is left is both for each input and for each number that no
   * step gives.
   *
   * @param tangents of every place, as {@link #forward} leaves them
   * @return false if some step that matters has no second partials
   */
  public boolean reverse(double[] tangents, double[] adjoints, double[] adjointTangents) {
    for (int k = firsts.length - 1; k >= 0; k--) {
      int end = firsts[k] + written[k].length;
      var results = Arrays.copyOfRange(adjoints, firsts[k], end);
      var resultTangents = Arrays.copyOfRange(adjointTangents, firsts[k], end);
      boolean passes = Arrays.stream(results).anyMatch(adjoint -> adjoint != 0);
      if (!passes && Arrays.stream(resultTangents).allMatch(tangent -> tangent == 0)) {
        continue;
      }
      Arrays.fill(adjoints, firsts[k], end, 0);
      Arrays.fill(adjointTangents, firsts[k], end, 0);
      gather(k);
      var places = arguments[k];
      var moves = new double[places.length];
      for (int a = 0; a < places.length; a++) {
        moves[a] = tangents[places[a]];
      }
      var own = new double[places.length];
      var ownTangents = new double[places.length];
      var step = steps.get(k);
      if (passes && !step.pullback(read[k], results, own)
          || !step.pullbackTangent(read[k], moves, results, resultTangents, ownTangents)) {
        return false;
      }
      for (int a = 0; a < places.length; a++) {
        adjoints[places[a]] += own[a];
        adjointTangents[places[a]] += ownTangents[a];
      }
    }
    return true;
  }

  /**
   * Goes forward through all steps, as evaluated last: the tangent of every result, from those of
   * inputs and of numbers that no step gives.
   *
   * @return false if some step that matters has no partials
   */
  public boolean forward(double[] tangents) {
    for (int k = 0; k < firsts.length; k++) {
      var places = arguments[k];
      var own = new double[places.length];
      boolean moves = false;
      for (int a = 0; a < places.length; a++) {
        own[a] = tangents[places[a]];
        moves |= own[a] != 0;
      }
      var into = new double[written[k].length];
      gather(k);
      if (moves && !steps.get(k).pushforward(read[k], own, into)) {
        return false;
      }
      System.arraycopy(into, 0, tangents, firsts[k], into.length);
    }
    return true;
  }

  /**
   * Goes back through the steps of a cone: adds to the adjoint of every place what its readers pass
   * back, as linearised last. The adjoints of the results that are read are reset to 0.
   */
  public void reverse(int[] cone, double[] adjoints) {
    for (int c = cone.length - 1; c >= 0; c--) {
      int k = cone[c];
      var places = arguments[k];
      for (int r = 0; r < written[k].length; r++) {
        double adjoint = adjoints[firsts[k] + r];
        if (adjoint != 0) {
          adjoints[firsts[k] + r] = 0;
          for (int a = 0; a < places.length; a++) {
            adjoints[places[a]] += adjoint * partials[k][r * places.length + a];
          }
        }
      }
    }
  }
}
