package dev.costate.equilibrium.equation;

import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.equation.MarketEquations.Border;
import dev.costate.equilibrium.graph.Terms;
import java.util.ArrayList;
import java.util.List;

/** Writes what outsiders bring to the markets and take from them, except at fixed prices. */
final class OutsideEquations {
  private final Draft draft;
  private final List<Border> borders = new ArrayList<>();

  private OutsideEquations(Draft draft) {
    this.draft = draft;
  }

  /** The trades of every good, written. */
  static List<Border> write(Draft draft) {
    var outside = new OutsideEquations(draft);
    var goods = draft.economy().goods();
    for (int g = 0; g < goods.size(); g++) {
      outside.write(g, goods.get(g));
    }
    return List.copyOf(outside.borders);
  }

  private void write(int g, Good good) {
    int imports = 0;
    int exports = 0;
    for (var trade : good.trades()) {
      switch (trade) {
        case Trade.FixedPrice _ -> {}
        case Trade.FixedSupply(double quantity) ->
            bring(g, draft.parameter(good.name() + ".supply", quantity), trade, draft.price(g));
        case Trade.FixedDemand(double quantity) ->
            take(g, draft.parameter(good.name() + ".demand", quantity), trade, draft.price(g));
        case Trade.SupplyCurve(var function, var others) ->
            bring(g, curve(g, "supply", function, others), trade, draft.price(g));
        case Trade.DemandCurve(var function, var others) ->
            take(g, curve(g, "demand", function, others), trade, draft.price(g));
        case Trade.Import(double price, double limit) -> {
          var name = step("import", ++imports, good.trades(Trade.Import.class).count());
          int quantity = flow(Kind.IMPORT, good, name, limit);
          int asked = price(good, name, price);
          draft.row(quantity, new Terms().plus(asked).minus(draft.price(g)));
          bring(g, quantity, trade, asked);
        }
        case Trade.Export(double price, double limit) -> {
          var name = step("export", ++exports, good.trades(Trade.Export.class).count());
          int quantity = flow(Kind.EXPORT, good, name, limit);
          int paid = price(good, name, price);
          draft.row(quantity, new Terms().plus(draft.price(g)).minus(paid));
          take(g, quantity, trade, paid);
        }
      }
    }
  }

  private int flow(Kind kind, Good good, String name, double limit) {
    int place = draft.variable(new Condition(kind, good.name(), name), 0, limit);
    draft.upperBound(place, good.name() + "." + name + ".limit");
    return place;
  }

  private int price(Good good, String step, double value) {
    return draft.parameter(good.name() + "." + step + ".price", value);
  }

  private static String step(String word, int number, long count) {
    return count == 1 ? word : "%s[%d]".formatted(word, number);
  }

  /** What a curve gives, or nothing where that is less: a quantity with a condition of its own. */
  private int curve(int g, String side, String function, List<String> others) {
    var places = new int[1 + others.size()];
    places[0] = draft.price(g);
    for (int k = 0; k < others.size(); k++) {
      places[k + 1] = draft.price(others.get(k));
    }
    var condition = new Condition(Kind.CURVE, draft.economy().goods().get(g).name(), side);
    int quantity = draft.variable(condition, 0, Double.POSITIVE_INFINITY);
    draft.row(quantity, new Terms().plus(quantity).minus(draft.code(function, places)));
    return quantity;
  }

  private void bring(int good, int quantity, Trade trade, int price) {
    draft.supply(good, quantity);
    borders.add(new Border(good, quantity, 1, trade, price));
  }

  private void take(int good, int quantity, Trade trade, int price) {
    draft.buy(good, quantity);
    borders.add(new Border(good, quantity, -1, trade, price));
  }
}
