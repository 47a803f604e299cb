package dev.costate.differentiation.normal;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Expression.Truth;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.Break;
import dev.costate.program.Statement.Continue;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives every loop one exit, at its end, and a trip count that its reverse can use.
 *
 * <p>What follows a branch that leaves an iteration moves into the other branch. A loop that is
 * left early remembers so in a flag, which its last line tests; a counted loop then also remembers
 * the last value of its counter, and a {@code while} loop always counts its iterations. A result
 * that leaves from within a loop waits in a variable until the loop has ended.
 */
public final class Exits {
  private final Naming names;
  private final Which which;
  private final List<Variable> results = new ArrayList<>();

  /** Which loops get the new form. */
  private enum Which {
    ALL,
    /** Those with checkpoints, and within these the loops that a result leaves from. */
    CHECKPOINTED
  }

  private Exits(Naming names, Which which) {
    this.names = names;
    this.which = which;
  }

  public static Function of(Function function, Naming names) {
    boolean hasLoopsToChange =
        Walk.statements(function.body()).stream()
            .anyMatch(s ->
                s instanceof While
                    || s instanceof Break
                    || s instanceof Continue
                    || isLoopWithReturn(s));
    return hasLoopsToChange
        ? function.withBody(new Exits(names, Which.ALL).body(function.body()))
        : function;
  }

  /**
   * The same for the loops with checkpoints alone, and what a result leaves from within these:
   * other loops and branches stay as they are.
   */
  public static Function ofCheckpointed(Function function, Naming names) {
    return function.withBody(new Exits(names, Which.CHECKPOINTED).body(function.body()));
  }

  private Block body(Block body) {
    return new Block(block(body.statements(), which == Which.ALL));
  }

  /** The last value of the counter of a loop that may be left early. */
  public static Optional<Variable> last(For loop) {
    return endsWithExit(loop.body())
            && loop.body().statements().getFirst()
                instanceof Statement.Assign(var target, Read(var read, _), _)
            && read.equals(loop.counter())
        ? Optional.of(target.variable())
        : Optional.empty();
  }

  /** The number of iterations that a loop has made. */
  public static Variable count(While loop) {
    return ((Statement.Assign) loop.body().statements().getFirst()).target().variable();
  }

  /** Whether a statement is the exit at the end of a loop. */
  public static boolean isExit(Statement statement) {
    return statement instanceof If(_, var then, var otherwise, _)
        && otherwise.isEmpty()
        && then.statements().size() == 1
        && then.statements().getFirst() instanceof Break;
  }

  private static boolean endsWithExit(Block body) {
    return !body.isEmpty() && isExit(body.statements().getLast());
  }

  private static boolean isLoopWithReturn(Statement statement) {
    return isLoop(statement) && TailReturns.containsReturn(statement);
  }

  private static boolean isLoop(Statement statement) {
    return statement instanceof For || statement instanceof While;
  }

  /**
   * @param inChosen whether all around is given the new form
   */
  private List<Statement> block(List<Statement> statements, boolean inChosen) {
    var out = new ArrayList<Statement>();
    for (var statement : statements) {
      switch (statement) {
        case If(var condition, var then, var otherwise, var origin) ->
            out.add(
                new If(
                    condition,
                    new Block(block(then.statements(), inChosen)),
                    new Block(block(otherwise.statements(), inChosen)),
                    origin));
        case For loop when isChosen(loop, inChosen) -> counted(loop, out);
        case While loop when isChosen(loop, inChosen) -> conditional(loop, out);
        case For loop -> out.add(withBody(loop, block(loop.body().statements(), inChosen)));
        case While(var condition, var body, var origin) ->
            out.add(new While(condition, new Block(block(body.statements(), inChosen)), origin));
        case Statement other -> out.add(other);
      }
    }
    return out;
  }

  private boolean isChosen(Statement loop, boolean inChosen) {
    return which == Which.ALL
        || loop instanceof For(_, _, _, _, var checkpoints, _, _) && checkpoints.isPresent()
        || inChosen && isLoopWithReturn(loop);
  }

  private static For withBody(For loop, List<Statement> body) {
    return new For(
        loop.counter(),
        loop.from(),
        loop.to(),
        loop.step(),
        loop.checkpoints(),
        new Block(body),
        loop.origin());
  }

  private void counted(For loop, List<Statement> out) {
    var at = loop.origin().withoutComment();
    var body = new Body(block(loop.body().statements(), true), at, out);
    if (body.leaves()) {
      var last = Variable.number(names.fresh(loop.counter().name() + "_last"));
      var before = Term.of(loop.from()).minus(Term.of(loop.step()));
      out.add(assign(last, Placement.at(at.place(), before), at));
      body.lines.addFirst(assign(last, new Read(loop.counter(), at.place()), at));
    }
    out.add(withBody(loop, body.lines));
    body.returnAfter(out);
  }

  private void conditional(While loop, List<Statement> out) {
    var at = loop.origin().withoutComment();
    var body = new Body(block(loop.body().statements(), true), at, out);
    var count = Variable.number(names.fresh("count"));
    out.add(assign(count, Placement.at(at.place(), Term.ZERO), at));
    var next = Term.of(count).plus(Term.ONE);
    body.lines.addFirst(assign(count, Placement.at(at.place(), next), at));
    out.add(new While(loop.condition(), new Block(body.lines), loop.origin()));
    body.returnAfter(out);
  }

  /**
   * The body of one loop in the new form, and the flags it uses, which are reset before the loop.
   */
  private final class Body {
    final List<Statement> lines;
    private final Origin at;
    private Optional<Variable> done = Optional.empty();
    private Optional<Variable> returned = Optional.empty();

    Body(List<Statement> statements, Origin at, List<Statement> before) {
      this.at = at;
      if (statements.stream().anyMatch(Body::leavesLoop)) {
        done = Optional.of(new Variable(names.fresh("done"), Kind.TRUTH));
      }
      if (statements.stream().anyMatch(TailReturns::containsReturn)) {
        returned = Optional.of(new Variable(names.fresh("returned"), Kind.TRUTH));
      }
      this.lines = moved(statements);
      done.ifPresent(flag -> {
        before.add(flag(flag, false));
        lines.add(new If(new Read(flag, at.place()), Block.of(new Break(at)), Block.EMPTY, at));
      });
      returned.ifPresent(flag -> before.add(flag(flag, false)));
    }

    boolean leaves() {
      return done.isPresent();
    }

    void returnAfter(List<Statement> out) {
      returned.ifPresent(flag -> {
        List<Expression> values = new ArrayList<>();
        results.forEach(r -> values.add(new Read(r, at.place())));
        out.add(
            new If(new Read(flag, at.place()), Block.of(new Return(values, at)), Block.EMPTY, at));
      });
    }

    private List<Statement> moved(List<Statement> statements) {
      var out = new ArrayList<Statement>();
      for (int i = 0; i < statements.size(); i++) {
        var statement = statements.get(i);
        switch (statement) {
          case Break _ -> {
            done.ifPresent(flag -> out.add(flag(flag, true)));
            return out;
          }
          case Continue _ -> {
            return out;
          }
          case Return(var values, var origin) -> {
            keep(values, origin, out);
            return out;
          }
          case If(var condition, var then, var otherwise, var origin)
              when leavesIteration(statement) -> {
            var rest = statements.subList(i + 1, statements.size());
            out.add(
                new If(
                    condition,
                    new Block(moved(followed(then, rest))),
                    new Block(moved(followed(otherwise, rest))),
                    origin));
            return out;
          }
          case Statement other -> out.add(other);
        }
      }
      return out;
    }

    private void keep(List<Expression> values, Origin origin, List<Statement> out) {
      for (int i = 0; i < values.size(); i++) {
        if (results.size() <= i) {
          results.add(new Variable(names.fresh("result"), values.get(i).kind()));
        }
        if (!(values.get(i) instanceof Read(var v, _) && v.equals(results.get(i)))) {
          out.add(assign(results.get(i), values.get(i), origin));
        }
      }
      returned.ifPresent(flag -> out.add(flag(flag, true)));
      done.ifPresent(flag -> out.add(flag(flag, true)));
    }

    private Statement flag(Variable flag, boolean value) {
      return assign(flag, new Truth(value, at.place()), at);
    }

    private static List<Statement> followed(Block branch, List<Statement> rest) {
      if (alwaysLeaves(branch.statements())) {
        return branch.statements();
      }
      var all = new ArrayList<>(branch.statements());
      all.addAll(rest);
      return all;
    }

    private static boolean alwaysLeaves(List<Statement> statements) {
      return statements.stream()
          .anyMatch(s ->
              s instanceof Break
                  || s instanceof Continue
                  || s instanceof Return
                  || s instanceof If(_, var then, var otherwise, _)
                      && alwaysLeaves(then.statements())
                      && alwaysLeaves(otherwise.statements()));
    }

    private static boolean leavesIteration(Statement statement) {
      return statement instanceof Continue
          || leavesLoop(statement)
          || statement instanceof If(_, var then, var otherwise, _)
              && (then.statements().stream().anyMatch(Body::leavesIteration)
                  || otherwise.statements().stream().anyMatch(Body::leavesIteration));
    }

    private static boolean leavesLoop(Statement statement) {
      return statement instanceof Break
          || statement instanceof Return
          || statement instanceof If(_, var then, var otherwise, _)
              && (then.statements().stream().anyMatch(Body::leavesLoop)
                  || otherwise.statements().stream().anyMatch(Body::leavesLoop));
    }
  }
}
