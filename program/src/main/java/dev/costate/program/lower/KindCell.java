package dev.costate.program.lower;

import dev.costate.language.Place;
import dev.costate.program.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One unknown kind, shared by everything that must have it (a node of a union-find forest). */
final class KindCell {
  private @Nullable KindCell parent;
  private @Nullable Kind kind;
  private @Nullable Place reason;
  private List<Constraint> watchers = new ArrayList<>(0);

  static KindCell unknown() {
    return new KindCell();
  }

  static KindCell of(Kind kind, Place reason) {
    var cell = new KindCell();
    cell.fix(kind, reason);
    return cell;
  }

  KindCell root() {
    var root = this;
    while (root.parent != null) {
      root = root.parent;
    }
    for (var cell = this; cell.parent != null; ) {
      var next = cell.parent;
      cell.parent = root;
      cell = next;
    }
    return root;
  }

  /** What is known; null if nothing. */
  @Nullable Kind known() {
    return root().kind;
  }

  boolean is(Kind expected) {
    return root().kind == expected;
  }

  boolean isSameAs(KindCell other) {
    return root() == other.root();
  }

  /** The kind, a number if nothing says otherwise. */
  Kind kind() {
    var found = root().kind;
    return found == null ? Kind.NUMBER : found;
  }

  /** The place that made the kind what it is. */
  @Nullable Place reason() {
    return root().reason;
  }

  void fix(Kind newKind, @Nullable Place newReason) {
    var root = root();
    root.kind = newKind;
    root.reason = newReason;
  }

  /** Makes this and the other one cell; at most one of them may have a kind. */
  void join(KindCell other) {
    var mine = root();
    var theirs = other.root();
    if (mine == theirs) {
      return;
    }
    if (mine.watchers.size() < theirs.watchers.size()) {
      var swapped = mine;
      mine = theirs;
      theirs = swapped;
    }
    theirs.parent = mine;
    mine.watchers.addAll(theirs.watchers);
    theirs.watchers = List.of();
    if (mine.kind == null) {
      mine.kind = theirs.kind;
      mine.reason = theirs.reason;
    }
  }

  void watch(Constraint constraint) {
    root().watchers.add(constraint);
  }

  List<Constraint> watchers() {
    return root().watchers;
  }
}
