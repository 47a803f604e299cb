package dev.costate.differentiation.code;

import dev.costate.differentiation.algebra.Placement;
import dev.costate.differentiation.algebra.Term;
import dev.costate.language.Place;
import dev.costate.program.Expression;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Expression.Literal;
import dev.costate.program.Expression.Read;
import dev.costate.program.Kind;
import dev.costate.program.Operation;
import dev.costate.program.Target;
import dev.costate.program.Variable;
import java.util.List;
import java.util.Optional;

/**
 * What a line reads or writes and an adjoint belongs to: a whole variable, or one element of an
 * array.
 *
 * @param indices without places, so that the same element is the same slot; none for a whole
 *     variable
 */
public record Slot(Variable variable, List<Expression> indices) {
  public Slot {
    indices = indices.isEmpty() ? List.of() : indices.stream().map(Placement::removed).toList();
  }

  public static Slot of(Variable variable) {
    return new Slot(variable, List.of());
  }

  public static Slot of(Target target) {
    return switch (target) {
      case Target.Whole(var variable) -> of(variable);
      case Target.Element(var variable, var indices) -> new Slot(variable, indices);
    };
  }

  /** The slot that an expression reads, if it is nothing but a read. */
  public static Optional<Slot> of(Expression expression) {
    return switch (expression) {
      case Read(var variable, _) -> Optional.of(of(variable));
      case Apply(var operation, var arguments, _, _)
          when (operation == Operation.ELEMENT || operation == Operation.ELEMENT_MATRIX)
              && arguments.getFirst() instanceof Read(var variable, _) ->
          Optional.of(new Slot(variable, arguments.subList(1, arguments.size())));
      case Expression _ -> Optional.empty();
    };
  }

  public boolean isElement() {
    return !indices.isEmpty();
  }

  public Kind kind() {
    return isElement() ? Kind.NUMBER : variable.kind();
  }

  /** The same element of another array of the same shape, or another variable. */
  public Slot in(Variable other) {
    return new Slot(other, indices);
  }

  public Term term() {
    return Term.element(variable, indices);
  }

  public Expression read(Place place) {
    return Placement.at(place, term());
  }

  public Target target(Place place) {
    return isElement()
        ? new Target.Element(
            variable, indices.stream().map(index -> Placement.at(place, index)).toList())
        : new Target.Whole(variable);
  }

  /** Whether it is another element for certain: one index differs by a number written out. */
  public boolean isApartFrom(Slot other) {
    for (int i = 0; i < indices.size() && i < other.indices.size(); i++) {
      var mine = Offset.of(indices.get(i));
      var theirs = Offset.of(other.indices.get(i));
      if (mine.base.equals(theirs.base) && mine.amount != theirs.amount) {
        return true;
      }
    }
    return false;
  }

  /** An index as something plus a whole number. */
  private record Offset(Optional<Expression> base, double amount) {
    static Offset of(Expression index) {
      return switch (index) {
        case Literal(var value, _) -> new Offset(Optional.empty(), value);
        case Apply(var operation, var arguments, _, _)
            when operation == Operation.ADD && arguments.get(1) instanceof Literal(var by, _) ->
            new Offset(Optional.of(arguments.getFirst()), by);
        case Apply(var operation, var arguments, _, _)
            when operation == Operation.SUBTRACT
                && arguments.get(1) instanceof Literal(var by, _) ->
            new Offset(Optional.of(arguments.getFirst()), -by);
        case Expression other -> new Offset(Optional.of(other), 0);
      };
    }
  }
}
