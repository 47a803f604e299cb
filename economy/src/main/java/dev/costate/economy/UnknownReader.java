package dev.costate.economy;

import dev.costate.economy.Dotted.Range;
import dev.costate.language.syntax.Declaration.Relation;
import dev.costate.language.syntax.Declaration.UnknownDeclaration;
import dev.costate.language.syntax.Expression;
import java.util.Optional;
import java.util.function.Function;

/** Reads an unknown and its condition. */
final class UnknownReader {
  private UnknownReader() {}

  /** What the unknown is once numbers are known. */
  static Function<Numbers, Unknown> read(
      UnknownDeclaration declaration, Draft draft, AmountReader amounts) {
    var name = declaration.name().text();
    var condition = declaration.condition();
    if (condition.relation() == Relation.EQUAL && declaration.bounds().isPresent()) {
      draft
          .diagnostics()
          .error(
              declaration.bounds().get().place(),
              "an unknown whose condition is an equation has no bounds",
              "write >= in place of ==: at the lower bound the condition holds, inside it is an equation");
    }
    if (condition.relation() == Relation.AT_LEAST && declaration.bounds().isEmpty()) {
      draft
          .diagnostics()
          .error(
              condition.place(),
              "an unknown whose condition is an inequality needs bounds",
              "write: unknown %s in 0..: …".formatted(name));
    }
    var from = declaration.bounds().flatMap(b -> bound(name + ".from", b.from(), draft));
    var to = declaration.bounds().flatMap(b -> bound(name + ".to", b.to(), draft));
    var left = amounts.read(name + ".left", condition.left(), Range.ANY);
    var right = amounts.read(name + ".right", condition.right(), Range.ANY);
    return numbers ->
        new Unknown(
            name,
            from.map(numbers::value).orElse(Double.NEGATIVE_INFINITY),
            to.map(numbers::value).orElse(Double.POSITIVE_INFINITY),
            left.apply(numbers),
            right.apply(numbers),
            declaration.place());
  }

  private static Optional<String> bound(
      String dotted, Optional<Expression> expression, Draft draft) {
    expression.ifPresent(e -> draft.number(dotted, e, Range.ANY));
    return expression.map(_ -> dotted);
  }
}
