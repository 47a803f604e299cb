package dev.costate.differentiation.code;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.language.Place;
import dev.costate.program.Block;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Elements;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Origin;
import dev.costate.program.Statement;
import dev.costate.program.Statement.For;
import dev.costate.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Sizes of arrays, arrays of zeros, and loops over all elements. */
public final class Shapes {
  private final Naming names;
  private final List<Variable> counters = new ArrayList<>();

  public Shapes(Naming names) {
    this.names = names;
  }

  /** The expressions that say how large an array is: one for a vector, two for a matrix. */
  public static List<Apply> sizes(Variable array) {
    return array.kind() == Kind.VECTOR
        ? List.of(size(Operation.LENGTH, array))
        : List.of(size(Operation.ROWS, array), size(Operation.COLUMNS, array));
  }

  private static Apply size(Operation operation, Variable array) {
    var read = Placement.removed(Term.of(array).expression());
    return (Apply) Term.of(read).apply(operation).expression();
  }

  /** An array of zeros of the shape that another array has now. */
  static Expression zeros(Variable like, Place place) {
    return zeros(
        sizes(like).stream().map(size -> Placement.at(place, Term.of(size))).toList(), place);
  }

  /** The adjoint, or the tangent, of a variable that has no effect, or that nothing reaches. */
  public static Expression zeroOf(Variable variable, Origin origin) {
    return variable.kind().isArray()
        ? zeros(variable, origin.place())
        : Placement.at(origin.place(), Term.ZERO);
  }

  /** An array without elements. */
  public static Expression empty(Kind kind, Place place) {
    var nothing = Placement.at(place, Term.ZERO);
    return kind == Kind.VECTOR
        ? new Elements(List.of(), kind, place)
        : zeros(List.of(nothing, nothing), place);
  }

  public static Expression zeros(List<Expression> sizes, Place place) {
    return sizes.size() == 1
        ? new Apply(Operation.ZEROS, sizes, Kind.VECTOR, place)
        : new Apply(Operation.ZEROS_MATRIX, sizes, Kind.MATRIX, place);
  }

  /** A loop over the elements of an array, row by row. */
  public Statement forEach(Variable array, Origin at, Function<Slot, List<Statement>> body) {
    return loops(array, at, false, body);
  }

  public Statement forEachBackwards(
      Variable array, Origin at, Function<Slot, List<Statement>> body) {
    return loops(array, at, true, body);
  }

  private Statement loops(
      Variable array, Origin at, boolean backwards, Function<Slot, List<Statement>> body) {
    var sizes = sizes(array);
    var indices = new ArrayList<Expression>();
    for (int i = 0; i < sizes.size(); i++) {
      indices.add(new Read(counter(i), at.place()));
    }
    var inner = body.apply(new Slot(array, indices));
    for (int i = sizes.size() - 1; i >= 0; i--) {
      inner = List.of(loop(counter(i), sizes.get(i), at, backwards, inner));
    }
    return inner.getFirst();
  }

  private static For loop(
      Variable counter, Apply size, Origin at, boolean backwards, List<Statement> body) {
    var one = Placement.at(at.place(), Term.ONE);
    var last = Placement.at(at.place(), Term.of(size));
    var step = backwards ? Placement.at(at.place(), Term.ONE.negate()) : one;
    return new For(
        counter,
        backwards ? last : one,
        backwards ? one : last,
        step,
        OptionalInt.empty(),
        new Block(body),
        at);
  }

  private Variable counter(int dimension) {
    while (counters.size() <= dimension) {
      counters.add(Variable.number(names.fresh(counters.isEmpty() ? "k" : "l")));
    }
    return counters.get(dimension);
  }
}
