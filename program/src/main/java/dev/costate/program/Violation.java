package dev.costate.program;

import dev.costate.language.Place;

/** An invariant of the intermediate form that a function breaks. */
public record Violation(String function, Place place, String what) {
  @Override
  public String toString() {
    return function + " (" + place + "): " + what;
  }
}
