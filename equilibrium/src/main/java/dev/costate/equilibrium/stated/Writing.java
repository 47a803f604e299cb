package dev.costate.equilibrium.stated;

import dev.costate.equilibrium.condition.Condition;
import dev.costate.equilibrium.condition.Condition.Kind;
import dev.costate.equilibrium.stated.Symbol.Head;
import dev.costate.program.Expression;
import dev.costate.program.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is stated of a market while it is written down. */
final class Writing {
  /** What is stated only where something reads it. */
  private static final Set<Head> INNER =
      EnumSet.of(Head.LOCAL, Head.COST, Head.REVENUE, Head.PROFIT);

  private final List<StatedCondition> conditions = new ArrayList<>();
  private final Map<Symbol, Expression> definitions = new LinkedHashMap<>();
  private final Map<String, Symbol> symbols = new LinkedHashMap<>();
  private final Map<Symbol, Expression> kinks = new LinkedHashMap<>();
  private final Map<String, Integer> counted = new HashMap<>();

  /** A symbol that expressions may read. */
  Symbol known(Symbol symbol) {
    symbols.put(symbol.variable().name(), symbol);
    return symbol;
  }

  Symbol known(Head head, String... of) {
    return known(Symbol.of(head, of));
  }

  void define(Symbol symbol, Expression value) {
    definitions.put(known(symbol), value);
  }

  void kink(Symbol level, Expression value) {
    kinks.put(level, value);
  }

  void condition(
      Condition condition, Symbol variable, double lower, double upper, Expression value) {
    conditions.add(
        new StatedCondition(
            condition.kind().word(),
            condition.subject(),
            condition.text(),
            variable,
            lower,
            upper,
            value));
  }

  /** The symbols of the variables that conditions belong to, in order. */
  List<Symbol> variables(List<Condition> all) {
    return all.stream().map(this::variable).toList();
  }

  private Symbol variable(Condition condition) {
    var subject = condition.subject();
    var detail = condition.detail();
    return switch (condition.kind()) {
      case MARKET -> known(Head.PRICE, subject);
      case IMPORT -> numbered(Head.IMPORT, subject, detail.contains("["));
      case EXPORT -> numbered(Head.EXPORT, subject, detail.contains("["));
      case CURVE -> known(detail.equals("supply") ? Head.SUPPLY : Head.DEMAND, subject);
      case INPUT, PURCHASE -> known(Head.BOUGHT, subject, detail);
      case CHOICE -> known(Head.CHOICE, subject, detail);
      case LEVEL -> numbered(Head.LEVEL, subject, true);
      case ARGUMENT -> numbered(Head.MULTIPLIER, subject, true);
      case CAPACITY -> known(Head.RENT, detail);
      case ACTIVITY -> activity(condition);
      case INCOME -> known(Head.INCOME, subject);
      case BUDGET -> known(Head.WORTH, subject);
      case KEPT -> known(Head.KEPT, subject, detail);
      case UNKNOWN -> known(Head.UNKNOWN, subject);
      case READING -> known(detail.equals("level") ? Head.OUTPUT : Head.QUANTITY, subject);
      case PRICE_LEVEL -> known(Head.WALRAS);
    };
  }

  /** The first activity has no detail even where others follow. */
  private Symbol activity(Condition condition) {
    int number = counted.merge(Kind.ACTIVITY + condition.subject(), 1, Integer::sum);
    return number == 1
        ? known(Head.ACTIVITY, condition.subject())
        : known(Head.ACTIVITY, condition.subject(), Integer.toString(number));
  }

  /** A symbol with the number of those before it, if it is one of several. */
  Symbol numbered(Head head, String subject, boolean several) {
    int number = counted.merge(head + subject, 1, Integer::sum);
    return several ? known(head, subject, Integer.toString(number)) : known(head, subject);
  }

  Map<String, Symbol> symbols() {
    return symbols;
  }

  /** Everything stated, without names of inner values that nothing reads. */
  StatedMarket finished() {
    var read = new HashSet<String>();
    conditions.forEach(c -> Walk.reads(c.value()).forEach(v -> read.add(v.name())));
    var kept = new ArrayList<Definition>();
    for (var definition : List.copyOf(definitions.entrySet()).reversed()) {
      var symbol = definition.getKey();
      if (!INNER.contains(symbol.head()) || read.contains(symbol.variable().name())) {
        Walk.reads(definition.getValue()).forEach(v -> read.add(v.name()));
        kept.addFirst(new Definition(symbol, definition.getValue()));
      }
    }
    return new StatedMarket(conditions, kept, symbols, kinks);
  }
}
