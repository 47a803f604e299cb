package dev.costate.economy;

import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.GoodLine;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Turns a supply or demand curve into a function of prices: {@code price(coal)} becomes one more
 * parameter.
 */
final class CurveReader {
  /** A curve's function and the goods of its parameters after the first. */
  record Curve(String function, List<String> others) {}

  private static final String PRICE = "price";

  private final Draft draft;
  private final Set<String> goods;

  CurveReader(Draft draft, Set<String> goods) {
    this.draft = draft;
    this.goods = goods;
  }

  Curve read(Name good, String side, Name price, GoodLine.Curve written, Place place) {
    var others = new LinkedHashMap<String, String>();
    UnaryOperator<Expression> prices =
        draft.hasFunction(PRICE)
            ? node -> node
            : node ->
                node instanceof Expression.Call call && call.function().text().equals(PRICE)
                    ? priceOf(call, good, price, others)
                    : node;
    List<Statement> body =
        switch (written) {
          case GoodLine.Curve.Formula(var quantity) ->
              List.of(
                  new Statement.Return(
                      List.of(SyntaxWalk.rewrite(quantity, prices)),
                      Trivia.NONE,
                      quantity.place()));
          case GoodLine.Curve.Code(var block) -> SyntaxWalk.rewrite(block, prices).statements();
        };
    var parameters = new ArrayList<Name>();
    parameters.add(price);
    others.values().forEach(local -> parameters.add(new Name(local, price.place())));
    var where = body.isEmpty() ? place : body.getFirst().place();
    var function = draft.function(good + "_" + side, parameters, body, where);
    return new Curve(function, List.copyOf(others.keySet()));
  }

  private Expression priceOf(
      Expression.Call call, Name good, Name price, Map<String, String> others) {
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst() instanceof Expression.Read(var other))) {
      draft
          .diagnostics()
          .error(call.place(), "price(…) takes the name of one good", "write price(coal)");
      return call;
    }
    if (other.text().equals(good.text())) {
      return new Expression.Read(new Name(price.text(), call.place()));
    }
    if (!goods.contains(other.text())) {
      return unknown(other.place(), other.text(), call);
    }
    var local = "price_" + other.text();
    while (local.equals(price.text())) {
      local += "_";
    }
    others.putIfAbsent(other.text(), local);
    return new Expression.Read(new Name(others.get(other.text()), call.place()));
  }

  /** Reports the unknown good; a number in its place keeps the rest of the curve checkable. */
  private Expression unknown(Place place, String name, Expression.Call call) {
    draft
        .diagnostics()
        .error(place, "there is no good '%s'".formatted(name), Suggestion.of(name, goods));
    return new Expression.NumberLiteral("1", false, call.place());
  }
}
