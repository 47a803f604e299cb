package dev.costate.program;

import java.util.List;

/** What a statement writes to. */
public sealed interface Target {
  Variable variable();

  /** A whole variable. */
  record Whole(Variable variable) implements Target {}

  /** One element of an array variable, by one index (vector) or two (matrix), from 1. */
  record Element(Variable variable, List<Expression> indices) implements Target {
    public Element {
      indices = List.copyOf(indices);
    }
  }
}
