package dev.costate.cli.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which step each element of a variable comes from: a step whose value is a number made this
 * element alone; in one whose value is an array the element stands at the same place. A number has
 * one element.
 */
final class Sources {
  private final int[] steps;

  private Sources(int[] steps) {
    this.steps = steps;
  }

  static Sources all(int step, int size) {
    var steps = new int[size];
    Arrays.fill(steps, step);
    return new Sources(steps);
  }

  /** Of elements that do not depend on anything differentiated. */
  static Sources none(int size) {
    return all(Trace.NONE, size);
  }

  boolean isActive() {
    return Arrays.stream(steps).anyMatch(step -> step != Trace.NONE);
  }

  int size() {
    return steps.length;
  }

  int of(int element) {
    return steps[element];
  }

  Sources with(int element, int step) {
    var changed = steps.clone();
    changed[element] = step;
    return new Sources(changed);
  }

  Sources resized(int size) {
    var changed = Arrays.copyOf(steps, size);
    for (int i = steps.length; i < size; i++) {
      changed[i] = Trace.NONE;
    }
    return new Sources(changed);
  }

  /** The elements that come from each step, in order of first appearance. */
  Map<Integer, List<Integer>> byStep() {
    var found = new LinkedHashMap<Integer, List<Integer>>();
    for (int i = 0; i < steps.length; i++) {
      if (steps[i] != Trace.NONE) {
        found.computeIfAbsent(steps[i], _ -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }
}
