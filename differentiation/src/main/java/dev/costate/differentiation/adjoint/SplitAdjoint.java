package dev.costate.differentiation.adjoint;

import dev.costate.differentiation.activity.Dependence;
import dev.costate.differentiation.algebra.Guard;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.line.Callees;
import dev.costate.differentiation.normal.Tail;
import dev.costate.differentiation.record.Cleaning;
import dev.costate.differentiation.record.Lines;
import dev.costate.differentiation.record.Recording;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Statement;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.Return;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A derivative in split mode (Griewank and Walther 2008, section 12.2): one function runs forward
 * and records, another runs backward and takes the record off again. So a recursion of any depth is
 * run forward once and backward once.
 */
public final class SplitAdjoint {
  private final Adjoint adjoint;
  private final Recording recording;
  private final List<Term> seeds;
  private final List<Expression> stacks;

  /** The parameters that the function leaves as they are: the reverse part has them too. */
  private final Set<Variable> fixed;

  /** The branches that lead to the place being written, and the sides taken, innermost first. */
  private final Deque<Map.Entry<If, Boolean>> taken = new ArrayDeque<>();

  private SplitAdjoint(
      Function normal,
      Adjoint adjoint,
      Recording recording,
      List<Term> seeds,
      List<Expression> stacks) {
    this.fixed = new HashSet<>(normal.parameters());
    fixed.removeAll(Walk.writes(normal.body()));
    this.adjoint = adjoint;
    this.recording = recording;
    this.seeds = seeds;
    this.stacks = stacks;
  }

  /**
   * The two parts.
   *
   * @param forward parameters, then the stacks of the record; returns the results, then the stacks
   * @param reverse parameters, seeds, accumulated adjoints, then the stacks; returns the partials
   *     in the order of the differentiated parameters, then the stacks
   */
  public record Functions(Function forward, Function reverse) {}

  public static Functions of(
      Function normal,
      Dependence dependence,
      List<Variable> wrt,
      List<Variable> seeds,
      Map<Variable, Variable> accumulated,
      String forwardName,
      String reverseName,
      Naming names,
      Callees callees) {
    var recording = Recording.split(normal, new Lines(dependence, callees), wrt);
    var adjoint = new Adjoint(normal, dependence, recording, names, callees);
    var origin = normal.origin().withoutComment();
    var stacks = adjoint.record().stacks();
    var stackReads =
        stacks.stream().<Expression>map(stack -> new Read(stack, origin.place())).toList();
    var split =
        new SplitAdjoint(
            normal, adjoint, recording, seeds.stream().map(Term::of).toList(), stackReads);

    var forward = new ArrayList<Statement>();
    split.forward(normal.body(), forward);
    var reverse = new ArrayList<Statement>();
    var state = adjoint.begin(accumulated, wrt);
    split.reverse(normal.body(), state, reverse);
    reverse.add(new Return(split.withStacks(adjoint.partials(wrt, state)), origin));

    var forwardParameters = new ArrayList<>(normal.parameters());
    forwardParameters.addAll(stacks);
    var reverseParameters = new ArrayList<>(normal.parameters());
    reverseParameters.addAll(seeds);
    reverseParameters.addAll(accumulated.values());
    reverseParameters.addAll(stacks);
    var bodies =
        Cleaning.of(
            new Cleaning.Parts(new Block(forward), new Block(reverse)),
            forwardParameters,
            reverseParameters,
            adjoint.record(),
            callees.analyses());
    var results = new ArrayList<>(normal.results());
    var partials = new ArrayList<>(wrt.stream().map(Variable::kind).toList());
    stacks.forEach(stack -> {
      results.add(stack.kind());
      partials.add(stack.kind());
    });
    return new Functions(
        new Function(forwardName, forwardParameters, results, bodies.forward(), normal.origin()),
        new Function(reverseName, reverseParameters, partials, bodies.reverse(), normal.origin()));
  }

  private List<Expression> withStacks(List<Expression> values) {
    var all = new ArrayList<>(values);
    all.addAll(stacks);
    return all;
  }

  private void forward(Block block, List<Statement> out) {
    var tail = Tail.of(block);
    tail.lines().forEach(line -> adjoint.forward(line, 1, out));
    switch (tail.end()) {
      case Return leaf -> {
        adjoint.record().saveAtReturn(leaf, recording.recordedAtReturn(leaf), out);
        taken.stream()
            .filter(way -> !isKnown(way.getKey()))
            .forEach(way -> adjoint.record().saveBranch(way.getKey(), way.getValue(), out));
        out.add(new Return(withStacks(leaf.values()), leaf.origin()));
      }
      case If branch ->
          out.add(
              new If(
                  branch.condition(),
                  forward(branch, true),
                  forward(branch, false),
                  branch.origin()));
      case Statement other -> throw new IllegalStateException("not in normal form: " + other);
    }
  }

  /** Whether the reverse part can see for itself which way a branch went. */
  private boolean isKnown(If branch) {
    return !Guard.hasCall(branch.condition()) && fixed.containsAll(Walk.reads(branch.condition()));
  }

  private Block forward(If branch, boolean side) {
    var out = new ArrayList<Statement>();
    taken.push(Map.entry(branch, side));
    forward(side ? branch.then() : branch.otherwise(), out);
    taken.pop();
    return new Block(out);
  }

  private void reverse(Block block, AdjointState state, List<Statement> out) {
    var tail = Tail.of(block);
    switch (tail.end()) {
      case Return leaf -> {
        adjoint.record().restoreFromReturn(leaf, recording.recordedAtReturn(leaf), out);
        adjoint.seed(leaf, seeds, state, out);
      }
      case If branch -> {
        var condition =
            isKnown(branch) ? branch.condition() : adjoint.record().restoreBranch(branch, out);
        out.add(
            adjoint.branch(
                condition,
                branch.origin().withoutComment(),
                state,
                (s, o) -> reverse(branch.then(), s, o),
                (s, o) -> reverse(branch.otherwise(), s, o)));
      }
      case Statement other -> throw new IllegalStateException("not in normal form: " + other);
    }
    tail.lines().reversed().forEach(line -> adjoint.reverse(line, 1, state, out));
  }
}
