package dev.costate.differentiation;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.program.Block;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement.For;

/** A counted loop run backwards: from the last value its counter takes to the first. */
final class Reversal {
  private Reversal() {}

  static For of(For loop, Block body, Origin origin) {
    var from = Term.of(loop.from());
    var step = Term.of(loop.step());
    var place = loop.origin().place();
    return new For(
        loop.counter(),
        Placement.at(place, last(from, Term.of(loop.to()), step)),
        loop.from(),
        Placement.at(place, step.negate()),
        loop.checkpoints(),
        body,
        origin);
  }

  /** {@code from + step*floor((to - from)/step)}; with a step of one in either direction the bound itself. */
  private static Term last(Term from, Term to, Term step) {
    if (step.isOne() || step.negate().isOne()) {
      return to;
    }
    return from.plus(step.times(to.minus(from).over(step).apply(Operation.FLOOR)));
  }
}
