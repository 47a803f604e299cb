package dev.costate.economy.index;

import dev.costate.language.Place;
import dev.costate.language.syntax.BinaryOperator;
import dev.costate.language.syntax.Expression;
import java.util.List;

/** A sum of terms, halved again and again so that its tree stays low. */
final class Sum {
  /** The most terms that are added from left to right. */
  private static final int CHAIN = 32;

  private Sum() {}

  static Expression of(List<Expression> terms, Place place) {
    if (terms.isEmpty()) {
      return Substitution.literal(0, place);
    }
    var sum = terms.size() == 1 ? terms.getFirst() : halves(terms, place);
    return new Expression.Parenthesized(sum, place);
  }

  private static Expression halves(List<Expression> terms, Place place) {
    if (terms.size() <= CHAIN) {
      var sum = terms.getFirst();
      for (var term : terms.subList(1, terms.size())) {
        sum = new Expression.Binary(BinaryOperator.ADD, sum, term, place);
      }
      return sum;
    }
    int half = terms.size() / 2;
    return new Expression.Binary(
        BinaryOperator.ADD,
        halves(terms.subList(0, half), place),
        halves(terms.subList(half, terms.size()), place),
        place);
  }
}
