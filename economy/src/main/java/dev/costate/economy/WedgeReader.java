package dev.costate.economy;

import dev.costate.economy.Dotted.Range;
import dev.costate.language.Place;
import dev.costate.language.syntax.Expression;
import dev.costate.language.syntax.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads taxes, subsidies and markups. */
final class WedgeReader {
  private final Draft draft;
  private final MarketNames names;
  private final AmountReader amounts;

  WedgeReader(Draft draft, MarketNames names, AmountReader amounts) {
    this.draft = draft;
    this.names = names;
    this.amounts = amounts;
  }

  /** Where a wedge stands: only what a firm sells can have a markup. */
  enum Side {
    FIRM_SELLS,
    OTHER
  }

  /**
   * The wedges of one good of one agent.
   *
   * @param owner the dotted name of that good, such as {@code Bakery.bread}
   */
  Function<Numbers, List<Wedge>> read(
      String owner, List<dev.costate.language.syntax.Wedge> wedges, Side side) {
    var later = new ArrayList<Function<Numbers, Wedge>>();
    var counts = new HashMap<String, Integer>();
    for (var wedge : wedges) {
      var word =
          switch (wedge) {
            case dev.costate.language.syntax.Wedge.Tax _ -> "tax";
            case dev.costate.language.syntax.Wedge.Subsidy _ -> "subsidy";
            case dev.costate.language.syntax.Wedge.Markup _ -> "markup";
          };
      int number = counts.merge(word, 1, Integer::sum);
      var dotted = owner + "." + word + (number == 1 ? "" : "[" + number + "]");
      later.add(read(dotted, wedge, side));
    }
    return numbers -> later.stream().map(wedge -> wedge.apply(numbers)).toList();
  }

  private Function<Numbers, Wedge> read(
      String dotted, dev.costate.language.syntax.Wedge wedge, Side side) {
    return switch (wedge) {
      case dev.costate.language.syntax.Wedge.Tax(var rate, var basis, var receiver, _) ->
          levy(Wedge.Kind.TAX, dotted, rate, basis(basis), receiver);
      case dev.costate.language.syntax.Wedge.Subsidy(var rate, var basis, var payer, _) ->
          levy(Wedge.Kind.SUBSIDY, dotted, rate, basis(basis), payer);
      case dev.costate.language.syntax.Wedge.Markup(var rate, var place) ->
          markup(dotted, rate, place, side);
    };
  }

  private static Wedge.Basis basis(dev.costate.language.syntax.Wedge.Basis basis) {
    return switch (basis) {
      case VALUE -> Wedge.Basis.VALUE;
      case EACH -> Wedge.Basis.UNIT;
    };
  }

  private Function<Numbers, Wedge> levy(
      Wedge.Kind kind, String dotted, Expression rate, Wedge.Basis basis, Reference receiver) {
    if (!names.consumers().contains(receiver.text())) {
      draft
          .diagnostics()
          .error(
              receiver.place(),
              "there is no consumer '%s'".formatted(receiver),
              names.consumers().isEmpty()
                  ? "declare it: consumer %s:".formatted(receiver)
                  : Suggestion.of(receiver.text(), names.consumers()));
    }
    var amount = amounts.read(dotted, rate, Range.ANY);
    return numbers -> new Wedge(kind, basis, amount.apply(numbers), Optional.of(receiver.text()));
  }

  private Function<Numbers, Wedge> markup(String dotted, Expression rate, Place place, Side side) {
    if (side == Side.OTHER) {
      draft
          .diagnostics()
          .error(
              place,
              "a markup stands at what a firm makes",
              "put it after the good behind 'makes', or write a tax");
    }
    var amount = amounts.read(dotted, rate, Range.ANY);
    return numbers ->
        new Wedge(Wedge.Kind.MARKUP, Wedge.Basis.VALUE, amount.apply(numbers), Optional.empty());
  }
}
