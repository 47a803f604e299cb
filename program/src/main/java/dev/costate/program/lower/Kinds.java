package dev.costate.program.lower;

import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import dev.costate.program.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Joins cells, draws the conclusions of constraints, and reports where two kinds meet. */
final class Kinds {
  private static final int LONGEST_QUOTE = 40;

  private final Diagnostics diagnostics;
  private final List<Constraint> constraints = new ArrayList<>();
  private final Set<Constraint> settled = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayDeque<Constraint> open = new ArrayDeque<>();
  private boolean failed;
  private boolean concluding;

  Kinds(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Whether anything was reported. */
  boolean failed() {
    return failed;
  }

  /** Notes that there is an error, which is reported elsewhere. */
  void fail() {
    failed = true;
  }

  void error(Place place, String message, String hint) {
    failed = true;
    diagnostics.error(place, message, hint);
  }

  /** Constraints added so far: a mark for {@link #assumeBetween}. */
  int count() {
    return constraints.size();
  }

  void add(Constraint constraint) {
    constraints.add(constraint);
    if (constraint.settle(this)) {
      settled.add(constraint);
    } else {
      constraint.cells().forEach(cell -> cell.watch(constraint));
    }
    conclude();
  }

  /**
   * The cell is of this kind.
   *
   * @param role what must be so, in the message
   * @param hint what to do if it is not; if empty, a usual one
   */
  void require(KindCell cell, Kind kind, Place place, String role, String hint) {
    var known = cell.known();
    if (known == null) {
      cell.fix(kind, place);
      open.addAll(cell.watchers());
    } else if (known != kind) {
      error(
          place,
          role + " must be a " + kind + ", and this is a " + known,
          hint.isEmpty() ? because(cell, place, usualHint(kind, known)) : hint);
    }
    conclude();
  }

  /** Two cells are of one kind; {@code what} has it. */
  void same(KindCell earlier, KindCell here, Place place, String what, String hint) {
    if (earlier.isSameAs(here)) {
      return;
    }
    var before = earlier.known();
    var now = here.known();
    if (before != null && now != null && before != now) {
      error(place, clash(earlier, here, place, what), hint);
      return;
    }
    if (before == null || now == null) {
      open.addAll(earlier.watchers());
      open.addAll(here.watchers());
    }
    earlier.join(here);
    conclude();
  }

  /**
   * The operands of an operator are of one kind.
   *
   * @param refused kinds that the operator does not take at all, which is reported elsewhere
   */
  void operands(Draft left, Draft right, Place place, String operator, Predicate<Kind> refused) {
    var one = left.kind().known();
    var other = right.kind().known();
    if (one == null || other == null || one == other) {
      same(left.kind(), right.kind(), place, "'" + operator + "'", "");
    } else if (!refused.test(one) && !refused.test(other)) {
      error(
          place,
          "'" + operator + "' joins a " + one + " and a " + other,
          because(
              left.kind(),
              place,
              because(
                  right.kind(),
                  place,
                  "numbers go with numbers, and arrays with arrays of the same shape")));
    }
  }

  private static String clash(KindCell earlier, KindCell here, Place place, String what) {
    var reason = earlier.reason();
    var place1 = reason == null || contains(place, reason) ? "" : " " + line(reason, place);
    return place1.isEmpty()
        ? what + " joins a " + earlier.kind() + " and a " + here.kind()
        : what + " is a " + here.kind() + " here and a " + earlier.kind() + place1;
  }

  /** "in line 3", with the file if it is another. */
  static String line(Place there, Place here) {
    return there.source() == here.source()
        ? "in line " + there.line()
        : "in " + there.source().name() + ":" + there.line();
  }

  /** A hint that says which place made the cell what it is, unless that is the place itself. */
  String because(KindCell cell, Place place, String otherwise) {
    var reason = cell.reason();
    if (reason == null || contains(place, reason)) {
      return otherwise;
    }
    return "the " + cell.kind() + " comes from `" + quote(reason) + "` " + line(reason, place);
  }

  private static boolean contains(Place outer, Place inner) {
    return outer.source() == inner.source()
        && outer.start() <= inner.start()
        && inner.end() <= outer.end();
  }

  private static String quote(Place place) {
    var text = place.text().strip();
    int end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end).strip();
    return first.length() <= LONGEST_QUOTE ? first : first.substring(0, LONGEST_QUOTE) + "…";
  }

  private static String usualHint(Kind expected, Kind actual) {
    return switch (expected) {
      case NUMBER ->
          switch (actual) {
            case VECTOR, MATRIX -> "take one element of it, or write a loop over them";
            case TRUTH -> "write `1 if … else 0` to make a number of it";
            case NUMBER -> "";
          };
      case VECTOR -> "a vector is written [1, 2, 3]";
      case MATRIX -> "a matrix is written [[1, 2], [3, 4]]";
      case TRUTH -> "compare it with something, as in `x > 0`";
    };
  }

  /** Works off what new knowledge opened; conclusions that open more only add to the queue. */
  private void conclude() {
    if (concluding) {
      return;
    }
    concluding = true;
    while (!open.isEmpty()) {
      var next = open.remove();
      if (!settled.contains(next) && next.settle(this)) {
        settled.add(next);
      }
    }
    concluding = false;
  }

  /** Lets the constraints from one mark to another assume what nothing decides, in their order. */
  void assumeBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      var constraint = constraints.get(i);
      if (!settled.contains(constraint)) {
        constraint.assume(this);
        conclude();
      }
    }
  }
}
