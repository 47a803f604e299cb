package dev.costate.differentiation.normal;

import static dev.costate.differentiation.code.Assignments.assign;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.differentiation.code.Naming;
import dev.costate.differentiation.code.Slot;
import dev.costate.program.Block;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Read;
import dev.costate.program.Function;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Statement;
import dev.costate.program.Statement.For;
import dev.costate.program.Statement.ForEach;
import dev.costate.program.Statement.If;
import dev.costate.program.Statement.While;
import dev.costate.program.Variable;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes loops over arrays as counted loops over indices. */
public final class Unfolding {
  private final Naming names;

  private Unfolding(Naming names) {
    this.names = names;
  }

  public static Function of(Function function, Naming names) {
    boolean has = Walk.statements(function.body()).stream().anyMatch(ForEach.class::isInstance);
    return has ? function.withBody(new Unfolding(names).block(function.body())) : function;
  }

  private Block block(Block block) {
    var out = new ArrayList<Statement>();
    for (var statement : block.statements()) {
      switch (statement) {
        case ForEach loop -> unfold(loop, out);
        case If(var condition, var then, var otherwise, var origin) ->
            out.add(new If(condition, block(then), block(otherwise), origin));
        case While(var condition, var body, var origin) ->
            out.add(new While(condition, block(body), origin));
        case For(var counter, var from, var to, var step, var checkpoints, var body, var origin) ->
            out.add(new For(counter, from, to, step, checkpoints, block(body), origin));
        case Statement other -> out.add(other);
      }
    }
    return new Block(out);
  }

  /** The array is the one that stood there when the loop began. */
  private void unfold(ForEach loop, List<Statement> out) {
    var at = loop.origin().withoutComment();
    var place = at.place();
    var element = loop.element();
    Variable array;
    if (loop.array() instanceof Read(var variable, _)
        && !Walk.writes(loop.body()).contains(variable)
        && !variable.equals(element)) {
      array = variable;
    } else {
      array = new Variable(names.fresh(element.name() + "_in"), loop.array().kind());
      out.add(assign(array, loop.array(), at));
    }
    var index = Variable.number(names.fresh(element.name() + "_at"));
    var body = new ArrayList<Statement>();
    var slot = new Slot(array, List.of(new Read(index, place)));
    body.add(assign(element, slot.read(place), at));
    body.addAll(block(loop.body()).statements());
    var one = Placement.at(place, Term.ONE);
    var length = new Apply(Operation.LENGTH, List.of(new Read(array, place)), Kind.NUMBER, place);
    out.add(new For(index, one, length, one, OptionalInt.empty(), new Block(body), loop.origin()));
  }
}
