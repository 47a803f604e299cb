package dev.costate.cli.show;

import dev.costate.economy.Consumer;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.equilibrium.stated.Symbol.Head;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Whose lines are written: within an agent's own lines a good's name is the quantity that it buys
 * or makes, and what is inside its code goes without its name.
 */
record Scope(String agent, Map<String, String> bought, Map<String, String> made) {
  /** Lines of nobody. */
  static final Scope MARKET = new Scope("", Map.of(), Map.of());

  Scope {
    bought = Map.copyOf(bought);
    made = Map.copyOf(made);
  }

  static Scope of(Firm firm) {
    var bought = new HashMap<String, String>();
    var made = new HashMap<String, String>();
    firm.inputs().forEach(port -> bought.put(port.good(), port.local()));
    firm.outputs().forEach(port -> made.put(port.good(), port.local()));
    return new Scope(firm.name(), bought, made);
  }

  static Scope of(Consumer consumer) {
    var bought = new HashMap<String, String>();
    consumer.wants().forEach(port -> bought.put(port.good(), port.local()));
    return new Scope(consumer.name(), bought, Map.of());
  }

  String spelled(Symbol symbol, Notation notation, Map<String, Symbol> symbols) {
    var of = symbol.of();
    if (symbol.head() == Head.MARGINAL) {
      var by = Objects.requireNonNull(symbols.get(of.get(1)));
      var lagrangian = Symbol.of(Head.LAGRANGIAN, of.getFirst());
      return notation.partial(
          spelled(lagrangian, notation, symbols), spelled(by, notation, symbols));
    }
    if (of.isEmpty() || !of.getFirst().equals(agent)) {
      return notation.symbol(symbol);
    }
    return switch (symbol.head()) {
      case BOUGHT -> notation.name(bought.getOrDefault(of.get(1), of.get(1)));
      case MADE -> notation.name(made.getOrDefault(of.get(1), of.get(1)));
      case CHOICE -> notation.name(of.get(1));
      case LEVEL, MULTIPLIER, SLACK -> notation.own(symbol);
      case PRICE,
          PAYS,
          KEEPS,
          ACTIVITY,
          COST,
          REVENUE,
          IMPORT,
          EXPORT,
          SUPPLY,
          DEMAND,
          RENT,
          INCOME,
          SPENDABLE,
          WORTH,
          KEPT,
          UNKNOWN,
          QUANTITY,
          OUTPUT,
          WALRAS,
          PROFIT,
          UTILITY,
          LOCAL,
          LAGRANGIAN,
          MARGINAL,
          USED,
          LIMIT ->
          notation.symbol(symbol);
    };
  }
}
