package dev.costate.language.syntax;

import dev.costate.language.Place;

/** A name as written, and where. */
public record Name(String text, Place place) {
  @Override
  public String toString() {
    return text;
  }
}
