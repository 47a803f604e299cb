package dev.costate.program.emit;

import dev.costate.language.Place;
import dev.costate.program.CallGraph;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Program;
import dev.costate.program.facts.Copies;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the methods of one generated class share: how functions are called, the places of failures,
 * and data.
 */
final class Plan {
  /** The constant pool of a class holds 65,535 entries, and a number takes two. */
  private static final int MOST_CONSTANTS = 10_000;

  /** The position of the table of numbers that are not in the constant pool. */
  private static final int NUMBERS = 0;

  private final Program program;
  private final Map<String, Convention> conventions = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final List<double[]> tables = new ArrayList<>();
  private final Set<Double> constants = new HashSet<>();
  private final Map<Double, Integer> moreNumbers = new HashMap<>();
  private final int registers;
  private final Limits limits;
  private int mostSlots;

  Plan(Program program, CallGraph graph, Limits limits) {
    this.limits = limits;
    this.program = program;
    tables.add(new double[0]);
    var numbers = graph.reaching(withSeveral(k -> !k.isArray()));
    var arrays = graph.reaching(withSeveral(Kind::isArray));
    int most = 0;
    int position = 0;
    for (var function : program.functions()) {
      var copies = new Copies(function);
      var extras = EnumSet.noneOf(Convention.Extra.class);
      if (!copies.keepable().isEmpty()) {
        extras.add(Convention.Extra.KEEPS);
      }
      if (graph.isDeep(function.name())) {
        extras.add(Convention.Extra.REMAINING);
      }
      if (numbers.contains(function.name())) {
        extras.add(Convention.Extra.NUMBER_REGISTERS);
      }
      if (arrays.contains(function.name())) {
        extras.add(Convention.Extra.ARRAY_REGISTERS);
      }
      var packing = Convention.packing(function);
      conventions.put(
          function.name(), new Convention(function, position++, copies, packing, extras));
      most = Math.max(most, function.results().size());
    }
    registers = most;
  }

  /** The functions with several results, of which one has such a kind. */
  private Set<String> withSeveral(Predicate<Kind> kind) {
    var found = new HashSet<String>();
    for (var function : program.functions()) {
      if (function.results().size() > 1 && function.results().stream().anyMatch(kind)) {
        found.add(function.name());
      }
    }
    return found;
  }

  Limits limits() {
    return limits;
  }

  Program program() {
    return program;
  }

  Convention convention(Function function) {
    return convention(function.name());
  }

  Convention convention(String function) {
    var found = conventions.get(function);
    if (found == null) {
      throw new IllegalStateException("the program has no function '" + function + "'");
    }
    return found;
  }

  /** Takes note of a method that has so many local variables. */
  void noteSlots(int count) {
    mostSlots = Math.max(mostSlots, count);
  }

  /**
   * What a call takes of the stack at most, roughly: the locals of a function and a piece of it,
   * and as much again.
   */
  int frameBytes() {
    return 4 * Long.BYTES * (mostSlots + 32);
  }

  /** The most results that a function has. */
  int registers() {
    return registers;
  }

  /** The number under which the failures at a place are known. */
  int place(Place place) {
    int last = places.size() - 1;
    if (last >= 0 && places.get(last).equals(place)) {
      return last;
    }
    places.add(place);
    return last + 1;
  }

  List<Place> places() {
    return places;
  }

  /** Keeps an array of numbers as data; gives its position among the tables. */
  int table(double[] numbers) {
    tables.add(numbers);
    return tables.size() - 1;
  }

  /** Whether a number still has room in the constant pool. */
  boolean isConstant(double number) {
    if (constants.contains(number)) {
      return true;
    }
    return constants.size() < MOST_CONSTANTS && constants.add(number);
  }

  /** The position of a number in the first table. */
  int moreNumbers(double number) {
    return moreNumbers.computeIfAbsent(number, _ -> moreNumbers.size());
  }

  double[][] tables() {
    var numbers = new double[moreNumbers.size()];
    moreNumbers.forEach((number, position) -> numbers[position] = number);
    tables.set(NUMBERS, numbers);
    return tables.toArray(double[][]::new);
  }
}
