package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Trace.Arrow;
import dev.costate.cli.diagram.Trace.Repetition;
import dev.costate.cli.diagram.Trace.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes a long trace fit for a picture: steps that the result does not need are left out, and of a
 * long loop or recursion what is between the first and the last iteration or level becomes one
 * arrow, whose derivative is the product along each path, summed over paths (vertex elimination,
 * Griewank and Walther 2008, section 9.2; here by running what is folded backwards). The adjoints
 * of what remains do not change.
 */
final class Folding {
  /** A trace of more steps than this has its loops and recursions folded. */
  private static final int LIMIT = 24;

  /** If more than this remain, more is folded. */
  private static final int FOLDED_LIMIT = 40;

  /** Which repetitions are folded, the least first. */
  private enum Extent {
    /** All iterations of an outermost loop but the first and the last. */
    OUTERMOST_BETWEEN,
    /** The same of all loops, also of those in loops. */
    ALL_BETWEEN,
    /** All iterations but the last. */
    BUT_THE_LAST,
    EVERYTHING
  }

  private final Trace trace;
  private final boolean[] needed;
  private final Map<Integer, Integer> first = new HashMap<>();
  private final Map<Integer, Integer> last = new HashMap<>();
  private final Map<Integer, String> folded = new HashMap<>();
  private boolean[] isKept;

  private Folding(Trace trace) {
    this.trace = trace;
    this.needed = needed();
    this.isKept = needed;
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        for (var repetition : trace.steps().get(i).path()) {
          first.merge(repetition.group(), repetition.index(), Math::min);
          last.merge(repetition.group(), repetition.index(), Math::max);
        }
      }
    }
  }

  static Trace of(Trace trace) {
    var folding = new Folding(trace);
    if (count(folding.needed) > LIMIT) {
      for (var extent : Extent.values()) {
        folding.isKept = folding.kept(extent);
        if (count(folding.isKept) <= FOLDED_LIMIT) {
          break;
        }
      }
    }
    return folding.run();
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private Trace run() {
    var place = new int[trace.steps().size()];
    Arrays.fill(place, Trace.NONE);
    var kept = new ArrayList<Step>();
    for (int i = 0; i < place.length; i++) {
      if (isKept[i]) {
        var step = trace.steps().get(i);
        var arrows = arrows(i, place);
        place[i] = kept.size();
        kept.add(
            new Step(step.name(), step.version(), step.value(), step.code(), arrows, step.path()));
      }
    }
    int result = trace.result() == Trace.NONE ? Trace.NONE : place[trace.result()];
    return new Trace(trace.function(), kept, trace.parameters(), result, trace.constant());
  }

  /** The arrows of a step, with those from folded steps replaced by the arrows of these. */
  private List<Arrow> arrows(int to, int[] place) {
    var joined = new LinkedHashMap<Integer, Arrow>();
    boolean meetsFolded = false;
    for (var arrow : trace.steps().get(to).arrows()) {
      if (isKept[arrow.from()]) {
        join(new Arrow(place[arrow.from()], arrow.partial(), arrow.transfer()), joined);
      } else {
        meetsFolded = true;
      }
    }
    if (meetsFolded) {
      throughFolded(to)
          .forEach((from, through) -> {
            var label = through.stream().distinct().collect(Collectors.joining(" and "));
            join(new Arrow(place[from], label, transfer(to, from)), joined);
          });
    }
    return List.copyOf(joined.values());
  }

  private static void join(Arrow arrow, Map<Integer, Arrow> into) {
    into.merge(
        arrow.from(),
        arrow,
        (one, other) ->
            new Arrow(
                one.from(),
                one.partial().equals(other.partial())
                    ? one.partial()
                    : one.partial() + " and " + other.partial(),
                new Transfer.Both(one.transfer(), other.transfer())));
  }

  /** The kept steps that a step reaches through folded ones, and how much is folded there. */
  private Map<Integer, Set<String>> throughFolded(int to) {
    var reached = new TreeMap<Integer, Set<String>>();
    var seen = new HashSet<Integer>();
    var open = new ArrayList<Integer>();
    open.add(to);
    while (!open.isEmpty()) {
      int at = open.removeLast();
      for (var arrow : trace.steps().get(at).arrows()) {
        if (!isKept[arrow.from()]) {
          if (seen.add(arrow.from())) {
            open.add(arrow.from());
          }
        } else if (at != to) {
          reached.computeIfAbsent(arrow.from(), _ -> new LinkedHashSet<>()).add(folded(at));
        }
      }
    }
    return reached;
  }

  /** What comes back to a kept step from another through folded steps alone. */
  private Transfer transfer(int to, int from) {
    var step = trace.steps().get(to);
    if (!step.isNumber()) {
      return new Transfer.Pulled(adjoint -> sweep(to, adjoint, from));
    }
    var slopes = sweep(to, new double[] {1}, from);
    return new Transfer.Slopes(IntStream.range(0, slopes.length).toArray(), slopes);
  }

  private double[] sweep(int to, double[] adjoint, int from) {
    var waiting = new TreeMap<Integer, double[]>();
    waiting.put(to, adjoint);
    var sum = new double[trace.steps().get(from).size()];
    while (!waiting.isEmpty()) {
      var entry = waiting.pollLastEntry();
      int at = entry.getKey();
      for (var arrow : trace.steps().get(at).arrows()) {
        int size = trace.steps().get(arrow.from()).size();
        if (!isKept[arrow.from()]) {
          Trace.add(
              arrow.transfer().back(entry.getValue(), size),
              waiting.computeIfAbsent(arrow.from(), _ -> new double[size]));
        } else if (arrow.from() == from && at != to) {
          Trace.add(arrow.transfer().back(entry.getValue(), size), sum);
        }
      }
    }
    return sum;
  }

  /** How much is folded where a step is: {@code 58 iterations}. */
  private String folded(int step) {
    var path = trace.steps().get(step).path();
    var around = path.stream().filter(this::isBetween).findFirst().orElseGet(path::getFirst);
    return folded.computeIfAbsent(around.group(), _ -> counted(around));
  }

  private String counted(Repetition around) {
    var indices = new HashSet<Integer>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i] && !isKept[i]) {
        trace.steps().get(i).path().stream()
            .filter(r -> r.group() == around.group())
            .forEach(r -> indices.add(r.index()));
      }
    }
    var what =
        switch (around.form()) {
          case ITERATION -> "iteration";
          case LEVEL -> "level";
        };
    return indices.size() + " " + what + (indices.size() == 1 ? "" : "s");
  }

  private boolean[] kept(Extent extent) {
    var kept = new boolean[needed.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] =
          needed[i]
              && (i < trace.parameters()
                  || i == trace.result()
                  || !isFolded(trace.steps().get(i).path(), extent));
    }
    return kept;
  }

  private boolean isFolded(List<Repetition> path, Extent extent) {
    return switch (extent) {
      case OUTERMOST_BETWEEN -> !path.isEmpty() && isBetween(path.getFirst());
      case ALL_BETWEEN -> path.stream().anyMatch(this::isBetween);
      case BUT_THE_LAST -> path.stream().anyMatch(r -> r.index() < last.getOrDefault(r.group(), 0));
      case EVERYTHING -> !path.isEmpty();
    };
  }

  private boolean isBetween(Repetition repetition) {
    return repetition.index() > first.getOrDefault(repetition.group(), 0)
        && repetition.index() < last.getOrDefault(repetition.group(), 0);
  }

  private boolean[] needed() {
    var found = new boolean[trace.steps().size()];
    if (trace.result() != Trace.NONE) {
      found[trace.result()] = true;
    }
    for (int i = found.length - 1; i >= 0; i--) {
      found[i] |= i < trace.parameters();
      if (found[i]) {
        trace.steps().get(i).arrows().forEach(arrow -> found[arrow.from()] = true);
      }
    }
    return found;
  }
}
