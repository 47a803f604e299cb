package dev.costate.economy;

import dev.costate.economy.Dotted.Range;
import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Name;
import dev.costate.language.syntax.Statement;
import dev.costate.language.syntax.Trivia;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the numbers of declarations: those that depend on nothing but parameters get a dotted name,
 * those that read unknowns or the state of the market become functions of what they read.
 */
final class AmountReader {
  private static final Set<String> READINGS = Set.of("price", "quantity", "income", "level");

  private static final Set<String> READINGS_OF_ANSWERS = Set.of("utility", "taxes", "profit");

  private final Draft draft;
  private final MarketNames names;
  private final boolean ofAnswer;

  AmountReader(Draft draft, MarketNames names) {
    this(draft, names, false);
  }

  private AmountReader(Draft draft, MarketNames names, boolean ofAnswer) {
    this.draft = draft;
    this.names = names;
    this.ofAnswer = ofAnswer;
  }

  /** What is asked of a market may read more than its conditions. */
  static Amount.Computed question(
      Draft draft, MarketNames names, String dotted, Expression expression) {
    var reader = new AmountReader(draft, names, true);
    var readings = new LinkedHashMap<Reading, String>();
    var code = SyntaxWalk.rewrite(expression, node -> reader.rewritten(node, readings));
    return reader.computed(dotted, code, readings);
  }

  /** The number under its dotted name. */
  Function<Numbers, Amount> read(String dotted, Expression expression, Range range) {
    var readings = new LinkedHashMap<Reading, String>();
    var code = SyntaxWalk.rewrite(expression, node -> rewritten(node, readings));
    if (readings.isEmpty()) {
      draft.number(dotted, expression, range);
      return numbers -> new Amount.Known(dotted, finite(numbers.value(dotted)));
    }
    var amount = computed(dotted, code, readings);
    return _ -> amount;
  }

  /** Numbers that are not finite have been reported. */
  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  private Amount.Computed computed(String dotted, Expression code, Map<Reading, String> readings) {
    Place place = code.place();
    var parameters = new ArrayList<Name>();
    readings.values().forEach(local -> parameters.add(new Name(local, place)));
    var body = new Statement.Return(List.of(code), Trivia.NONE, place);
    var function = draft.function(dotted, parameters, List.of(body), place);
    return new Amount.Computed(dotted, function, List.copyOf(readings.keySet()));
  }

  private Expression rewritten(Expression node, Map<Reading, String> readings) {
    if (node instanceof Expression.Read(var name) && names.unknowns().contains(name.text())) {
      return reading(new Reading.UnknownValue(name.text()), name.text(), node.place(), readings);
    }
    if (ofAnswer && node instanceof Expression.Read(var name) && isFree(name.text())) {
      return switch (name.text()) {
        case "welfare" -> reading(new Reading.Welfare(), "welfare", node.place(), readings);
        case "surplus" -> reading(new Reading.Surplus(), "surplus", node.place(), readings);
        default -> node;
      };
    }
    if (node instanceof Expression.Call call
        && isReading(call.function().text())
        && !draft.hasFunction(call.function().text())) {
      return state(call, readings);
    }
    return node;
  }

  private boolean isFree(String name) {
    return !names.parameters().contains(name);
  }

  private boolean isReading(String word) {
    return READINGS.contains(word) || ofAnswer && READINGS_OF_ANSWERS.contains(word);
  }

  private static Expression reading(
      Reading reading, String local, Place place, Map<Reading, String> readings) {
    return new Expression.Read(new Name(readings.computeIfAbsent(reading, _ -> local), place));
  }

  private Expression state(Expression.Call call, Map<Reading, String> readings) {
    var word = call.function().text();
    if (call.arguments().size() != 1
        || !(call.arguments().getFirst() instanceof Expression.Read(var subject))) {
      draft
          .diagnostics()
          .error(
              call.place(),
              "%s(…) takes the name of one %s".formatted(word, kind(word)),
              "write %s(%s)"
                  .formatted(word, known(word).stream().sorted().findFirst().orElse("x")));
      return one(call.place());
    }
    if (!known(word).contains(subject.text())) {
      draft
          .diagnostics()
          .error(
              subject.place(),
              "there is no %s '%s'".formatted(kind(word), subject),
              Suggestion.of(subject.text(), known(word).stream().sorted().toList()));
      return one(call.place());
    }
    var reading =
        switch (word) {
          case "price" -> new Reading.Price(subject.text());
          case "quantity" -> new Reading.Quantity(subject.text());
          case "income" -> new Reading.Income(subject.text());
          case "level" -> new Reading.Level(subject.text());
          case "utility" -> new Reading.Utility(subject.text());
          case "taxes" -> new Reading.Taxes(subject.text());
          case "profit" -> new Reading.Profit(subject.text());
          default -> throw new IllegalStateException(word);
        };
    return reading(reading, word + "_" + subject.text(), call.place(), readings);
  }

  /** Stands for what has been reported, so that the rest can be checked. */
  private static Expression one(Place place) {
    return new Expression.NumberLiteral("1", false, place);
  }

  private static String kind(String word) {
    return switch (word) {
      case "price", "quantity" -> "good";
      case "income", "utility", "taxes" -> "consumer";
      default -> "firm";
    };
  }

  private Set<String> known(String word) {
    return switch (word) {
      case "price", "quantity" -> names.goods();
      case "income", "utility", "taxes" -> names.consumers();
      default -> names.firms();
    };
  }
}
