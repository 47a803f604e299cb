package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Trace.Arrow;
import dev.costate.cli.diagram.Trace.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a long trace fit for a picture: steps that the result does not need are left out, and of a
 * long loop the iterations between the first and the last become one arrow, whose derivative is the
 * product along each path, summed over paths (vertex elimination, Griewank and Walther 2008,
 * section 9.2). The adjoints of what remains do not change.
 */
final class Folding {
  /** A trace of more steps than this has its loops folded. */
  private static final int LIMIT = 24;

  private final Trace trace;
  private final Map<Integer, Integer> lastIteration = new HashMap<>();

  private Folding(Trace trace) {
    this.trace = trace;
    for (var step : trace.steps()) {
      lastIteration.merge(step.iteration().loop(), step.iteration().index(), Math::max);
    }
  }

  static Trace of(Trace trace) {
    return new Folding(trace).run();
  }

  private Trace run() {
    var needed = needed();
    long count = 0;
    for (boolean is : needed) {
      count += is ? 1 : 0;
    }
    boolean folds = count > LIMIT;
    var place = new int[trace.steps().size()];
    Arrays.fill(place, Trace.NONE);
    var arrows = new ArrayList<Map<Integer, Arrow>>();
    var kept = new ArrayList<Step>();
    for (int i = 0; i < place.length; i++) {
      var step = trace.steps().get(i);
      var direct = needed[i] ? folded(step, place, arrows) : Map.<Integer, Arrow>of();
      arrows.add(direct);
      if (needed[i] && !(folds && isBetween(i))) {
        place[i] = kept.size();
        kept.add(
            new Step(
                step.name(),
                step.version(),
                step.value(),
                step.code(),
                List.copyOf(direct.values()),
                step.iteration()));
      }
    }
    int result = trace.result() == Trace.NONE ? Trace.NONE : place[trace.result()];
    return new Trace(trace.function(), kept, trace.parameters(), result, trace.constant());
  }

  /** The arrows of a step, with those from folded steps replaced by the arrows of these. */
  private Map<Integer, Arrow> folded(Step step, int[] place, List<Map<Integer, Arrow>> arrows) {
    var direct = new LinkedHashMap<Integer, Arrow>();
    for (var arrow : step.arrows()) {
      if (place[arrow.from()] != Trace.NONE) {
        direct.merge(
            place[arrow.from()],
            new Arrow(place[arrow.from()], arrow.partial(), arrow.slope()),
            Folding::joined);
        continue;
      }
      for (var earlier : arrows.get(arrow.from()).values()) {
        double slope = arrow.slope() == 0 ? 0 : arrow.slope() * earlier.slope();
        direct.merge(
            earlier.from(),
            new Arrow(earlier.from(), between(arrow.from()), slope),
            Folding::joined);
      }
    }
    return direct;
  }

  private static Arrow joined(Arrow one, Arrow other) {
    return new Arrow(
        one.from(),
        one.partial().equals(other.partial())
            ? one.partial()
            : one.partial() + " and " + other.partial(),
        one.slope() + other.slope());
  }

  private String between(int step) {
    int loop = trace.steps().get(step).iteration().loop();
    int iterations = lastIteration.getOrDefault(loop, 0) - 1;
    return iterations == 1 ? "1 iteration" : iterations + " iterations";
  }

  private boolean isBetween(int i) {
    var iteration = trace.steps().get(i).iteration();
    return iteration.loop() != Trace.NONE
        && i != trace.result()
        && iteration.index() > 0
        && iteration.index() < lastIteration.getOrDefault(iteration.loop(), 0);
  }

  private boolean[] needed() {
    var needed = new boolean[trace.steps().size()];
    if (trace.result() != Trace.NONE) {
      needed[trace.result()] = true;
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      needed[i] |= i < trace.parameters();
      if (needed[i]) {
        trace.steps().get(i).arrows().forEach(arrow -> needed[arrow.from()] = true);
      }
    }
    return needed;
  }
}
