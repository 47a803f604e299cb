package dev.costate.cli.diagram;

import dev.costate.cli.derivative.Elements;
import dev.costate.program.run.Value;

/** A value that was computed, and which steps its elements come from. */
record Traced(Value value, Sources sources) {
  /** A value that depends on nothing differentiated. */
  static Traced constant(Value value) {
    int size = value instanceof Value.Truth ? 0 : Elements.numbers(value).length;
    return new Traced(value, Sources.none(size));
  }

  /** The step that one element comes from. */
  Traced element(int element) {
    return new Traced(
        Value.of(Elements.numbers(value)[element]), Sources.all(sources.of(element), 1));
  }

  /** This array with one element replaced. */
  Traced with(int element, double number, int step) {
    return new Traced(Elements.with(value, element, number), sources.with(element, step));
  }
}
