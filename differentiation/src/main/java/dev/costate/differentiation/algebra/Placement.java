package dev.costate.differentiation.algebra;

import dev.costate.language.Place;
import dev.costate.program.Expression;
import dev.costate.program.Expression.*;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives generated nodes the place of the user's line they were made from, so that run-time errors
 * point there.
 */
public final class Placement {
  private final Place place;
  private final boolean replaces;

  private Placement(Place place, boolean replaces) {
    this.place = place;
    this.replaces = replaces;
  }

  public static Expression at(Place place, Term term) {
    return at(place, term.expression());
  }

  public static Expression at(Place place, Expression expression) {
    return new Placement(place, false).placed(expression);
  }

  /** The expression without the places it stood at, so that like expressions are equal. */
  public static Expression removed(Expression expression) {
    return new Placement(Term.NOWHERE, true).placed(expression);
  }

  private Expression placed(Expression expression) {
    return switch (expression) {
      case Literal(var value, var p) -> new Literal(value, or(p));
      case Truth(var value, var p) -> new Truth(value, or(p));
      case Read(var variable, var p) -> new Read(variable, or(p));
      case Constant(var name, var p) -> new Constant(name, or(p));
      case Apply(var operation, var arguments, var kind, var p) ->
          new Apply(operation, placed(arguments), kind, or(p));
      case Call(var function, var arguments, var kind, var p) ->
          new Call(function, placed(arguments), kind, or(p));
      case Conditional(var condition, var then, var otherwise, var p) ->
          new Conditional(placed(condition), placed(then), placed(otherwise), or(p));
      case Elements(var elements, var kind, var p) -> new Elements(placed(elements), kind, or(p));
      case Gradient(var function, var arguments, var kind, var p) ->
          new Gradient(function, placed(arguments), kind, or(p));
    };
  }

  private List<Expression> placed(List<Expression> expressions) {
    var placed = new ArrayList<Expression>(expressions.size());
    for (var expression : expressions) {
      placed.add(placed(expression));
    }
    return placed;
  }

  @SuppressWarnings("ReferenceEquality") // a mark, not a place
  private Place or(Place old) {
    return replaces || old == Term.NOWHERE ? place : old;
  }
}
