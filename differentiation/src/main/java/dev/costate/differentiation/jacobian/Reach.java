package dev.costate.differentiation.jacobian;

import dev.costate.program.Variable;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which elements of some arrays a value may depend on.
 *
 * @param cells by array: elements relative to a variable, or {@link #ANY} if nothing is known
 */
record Reach(Map<Variable, Set<Reach.Cell>> cells) {
  /** Elements farther away count as not known. */
  static final int FARTHEST = 64;

  private static final Variable OWN = Variable.number("(own index)");
  private static final Variable NO_VARIABLE = Variable.number("(no variable)");
  private static final Cell ANY = new Cell(Variable.number("(any)"), 0);

  static final Reach NOTHING = new Reach(Map.of());

  /** The element at a variable's value plus a number. */
  record Cell(Variable from, int offset) {
    /** Of an element of an array: the index of that element plus a number. */
    static Cell own(int offset) {
      return new Cell(OWN, offset);
    }

    /** The element at a number. */
    static Cell at(int index) {
      return new Cell(NO_VARIABLE, index);
    }
  }

  Reach {
    cells = Map.copyOf(cells);
  }

  static Reach of(Variable array, Cell cell) {
    return new Reach(Map.of(array, Set.of(cell)));
  }

  static Reach everything(Variable array) {
    return of(array, ANY);
  }

  Reach with(Reach other) {
    var both = new HashMap<>(cells);
    other.cells.forEach((array, more) -> both.merge(array, more, Reach::union));
    return new Reach(both);
  }

  private static Set<Cell> union(Set<Cell> one, Set<Cell> other) {
    if (one.contains(ANY) || other.contains(ANY)) {
      return Set.of(ANY);
    }
    var union = new HashSet<>(one);
    union.addAll(other);
    return Set.copyOf(union);
  }

  /** All elements of what it depends on. */
  Reach anywhere() {
    return new Reach(
        Map.copyOf(
            cells.keySet().stream().collect(Collectors.toMap(array -> array, _ -> Set.of(ANY)))));
  }

  /** What the element of an array at a cell depends on, where this is what any element does. */
  Reach at(Cell index) {
    return each(cell ->
        cell.from().equals(OWN)
            ? Optional.of(new Cell(index.from(), index.offset() + cell.offset()))
            : Optional.empty());
  }

  /** The same as seen from the element of an array that is at a cell. */
  Reach relativeTo(Cell index) {
    return each(cell ->
        cell.from().equals(index.from())
            ? Optional.of(Cell.own(cell.offset() - index.offset()))
            : Optional.empty());
  }

  /** The same when a variable has another value than it had. */
  Reach without(Variable changed) {
    return each(cell -> cell.from().equals(changed) ? Optional.empty() : Optional.of(cell));
  }

  /** What is far away is not told apart, so that there are finitely many cells. */
  Reach bounded() {
    return each(cell -> Math.abs(cell.offset()) <= FARTHEST ? Optional.of(cell) : Optional.empty());
  }

  @FunctionalInterface
  private interface Change {
    /** The cell now, or nothing if it is not known any more. */
    Optional<Cell> of(Cell cell);
  }

  private Reach each(Change change) {
    var changed = new HashMap<Variable, Set<Cell>>();
    cells.forEach((array, before) -> {
      var now = new HashSet<Cell>();
      for (var cell : before) {
        now.add(cell.equals(ANY) ? ANY : change.of(cell).orElse(ANY));
      }
      changed.put(array, now.contains(ANY) ? Set.of(ANY) : Set.copyOf(now));
    });
    return new Reach(changed);
  }

  /** Of an element of an array: where it reads another, relative to its index, if that is known. */
  Optional<SortedSet<Integer>> offsets(Variable array) {
    var offsets = new TreeSet<Integer>();
    for (var cell : cells.getOrDefault(array, Set.of())) {
      if (!cell.from().equals(OWN)) {
        return Optional.empty();
      }
      offsets.add(cell.offset());
    }
    return Optional.of(Collections.unmodifiableSortedSet(offsets));
  }
}
