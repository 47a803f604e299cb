package dev.costate.differentiation.checkpoint;

import dev.costate.differentiation.code.FirstValues;
import dev.costate.differentiation.sets.SharingSet;
import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.*;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The variables whose values matter where an iteration of a counted loop begins. */
final class Liveness {
  private final Map<For, SharingSet<Variable>> atHeads = new IdentityHashMap<>();

  /** What is live where a break and a continue of each enclosing loop lead, innermost first. */
  private final Deque<Ends> ends = new ArrayDeque<>();

  private record Ends(SharingSet<Variable> after, SharingSet<Variable> head) {}

  private Liveness() {}

  static Liveness of(Function function) {
    var liveness = new Liveness();
    liveness.block(function.body(), new SharingSet<>());
    return liveness;
  }

  /** Whether some path from the beginning of an iteration reads a variable before it is set. */
  boolean isLiveAtHead(For loop, Variable variable) {
    return Objects.requireNonNull(atHeads.get(loop)).contains(variable);
  }

  /** {@code live} becomes what is live before the block. */
  private void block(Block block, SharingSet<Variable> live) {
    for (var statement : block.statements().reversed()) {
      switch (statement) {
        case If(_, var then, var otherwise, _) -> {
          var other = live.copy();
          block(then, live);
          block(otherwise, other);
          live.addAll(other);
        }
        case For loop -> atHeads.put(loop, loop(loop.body(), List.of(loop.counter()), live));
        case ForEach loop -> loop(loop.body(), List.of(loop.element()), live);
        case While loop -> {
          live.addAll(Walk.reads(loop.condition()));
          loop(loop.body(), List.of(), live);
        }
        case Break _ -> live.become(ends.element().after);
        case Continue _ -> live.become(ends.element().head);
        case Return _ -> live.clear();
        case Statement line -> Walk.writes(line).forEach(live::remove);
      }
      Walk.expressions(statement).forEach(e -> live.addAll(Walk.reads(e)));
      live.addAll(FirstValues.changed(statement));
    }
  }

  /**
   * What is live at the head of a loop, which {@code live} becomes too.
   *
   * @param counters what every iteration begins by setting
   */
  private SharingSet<Variable> loop(
      Block body, List<Variable> counters, SharingSet<Variable> live) {
    var after = live.copy();
    int before = -1;
    while (before != live.size()) {
      before = live.size();
      ends.push(new Ends(after, live.copy()));
      var inside = live.copy();
      block(body, inside);
      ends.pop();
      counters.forEach(inside::remove);
      live.addAll(inside);
    }
    return live.copy();
  }
}
