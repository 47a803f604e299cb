package dev.costate.program.lower;

import dev.costate.program.Variable;

/** A variable of a function whose kind is a cell. */
record Local(String name, KindCell kind) {
  Variable variable() {
    return new Variable(name, kind.kind());
  }
}
