package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.normal.Exits;
import dev.costate.program.Block;
import dev.costate.program.Operation;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import java.util.OptionalInt;

/** A loop run backwards. */
final class Reversal {
  private Reversal() {}

  /** From the last value that the counter takes to the first. */
  static For of(For loop, Block body) {
    var from = Term.of(loop.from());
    var step = Term.of(loop.step());
    var origin = loop.origin().withoutComment();
    var last = Exits.last(loop).map(Term::of).orElseGet(() -> last(from, Term.of(loop.to()), step));
    return new For(
        loop.counter(),
        Placement.at(origin.place(), last),
        loop.from(),
        Placement.at(origin.place(), step.negate()),
        loop.checkpoints(),
        body,
        origin);
  }

  /** As many times as a {@code while} loop ran. */
  static For of(While loop, Variable counter, Block body) {
    var origin = loop.origin().withoutComment();
    return new For(
        counter,
        Placement.at(origin.place(), Term.ONE),
        Placement.at(origin.place(), Term.of(Exits.count(loop))),
        Placement.at(origin.place(), Term.ONE),
        OptionalInt.empty(),
        body,
        origin);
  }

  /**
   * {@code from + step*floor((to - from)/step)}; with a step of one in either direction the bound
   * itself.
   */
  private static Term last(Term from, Term to, Term step) {
    if (step.isOne() || step.negate().isOne()) {
      return to;
    }
    return from.plus(step.times(to.minus(from).over(step).apply(Operation.FLOOR)));
  }
}
