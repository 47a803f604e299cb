package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.line.Callees;
import dev.costate.differentiation.normal.Tail;
import dev.costate.differentiation.record.Cleaning;
import dev.costate.differentiation.record.Lines;
import dev.costate.differentiation.record.Recording;
import dev.costate.program.Block;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A derivative in joint mode: the lines of a function forward, and at once back again, in one body.
 */
public final class JointAdjoint {
  private final Adjoint adjoint;
  private final List<Term> seeds;

  private JointAdjoint(Adjoint adjoint, List<Term> seeds) {
    this.adjoint = adjoint;
    this.seeds = seeds;
  }

  /**
   * The body of the adjoint as a function of {@code parameters}: it returns the partials of the
   * seeded sum of the results, in the order of {@code wrt}.
   *
   * @param accumulated the adjoints of arrays that are passed in, to be added to
   */
  public static Block body(
      Function normal,
      Dependence dependence,
      List<Variable> wrt,
      List<Term> seeds,
      Map<Variable, Variable> accumulated,
      List<Variable> parameters,
      Naming names,
      Callees callees) {
    var recording = Recording.of(normal, new Lines(dependence, callees), wrt);
    var adjoint = new Adjoint(normal, dependence, recording, names, callees);
    var out = new ArrayList<Statement>();
    var state = adjoint.begin(accumulated, wrt);
    new JointAdjoint(adjoint, seeds).tail(normal.body(), state, out);
    var origin = normal.origin().withoutComment();
    out.add(new Return(adjoint.partials(wrt, state), origin));
    return Cleaning.of(new Block(out), parameters, adjoint.record(), callees.analyses());
  }

  /** A block that ends the function: forward, and back again. */
  private void tail(Block block, AdjointState state, List<Statement> out) {
    var tail = Tail.of(block);
    tail.lines().forEach(line -> adjoint.forward(line, 0, out));
    switch (tail.end()) {
      case Return leaf -> adjoint.seed(leaf, seeds, state, out);
      case If(var condition, var then, var otherwise, var origin) ->
          out.add(
              adjoint.branch(
                  condition,
                  origin,
                  state,
                  (s, o) -> tail(then, s, o),
                  (s, o) -> tail(otherwise, s, o)));
      case Statement other -> throw new IllegalStateException("not in normal form: " + other);
    }
    tail.lines().reversed().forEach(line -> adjoint.reverse(line, 0, state, out));
  }
}
