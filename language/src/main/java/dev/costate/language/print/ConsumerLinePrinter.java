package dev.costate.language.print;

import dev.costate.language.syntax.ConsumerLine;
import dev.costate.language.syntax.ConsumerLine.Amount;
import dev.costate.language.syntax.ConsumerLine.Endowment;
import dev.costate.language.syntax.ConsumerLine.FirmShare;
import dev.costate.language.syntax.ConsumerLine.Ownership;
import java.util.stream.Collectors;

/** Prints the lines of a consumer's block that are not code. */
final class ConsumerLinePrinter {
  private ConsumerLinePrinter() {}

  static String text(ConsumerLine line) {
    return switch (line) {
      case ConsumerLine.Owns owns ->
          owns.items().stream()
              .map(item -> Heads.each(item(item), item.each()))
              .collect(Collectors.joining(", ", "owns ", ""));
      case ConsumerLine.Buys buys -> "buys " + Heads.ports(buys.goods());
      case ConsumerLine.Transfers(var amount, var receiver, _, _) ->
          "transfers %s to %s".formatted(amount(amount), Heads.reference(receiver));
      case ConsumerLine.Saves(var share, var good, _, _) ->
          "saves %s of income in %s"
              .formatted(ExpressionPrinter.text(share), Heads.reference(good));
      case ConsumerLine.Code(var statement) -> StatementPrinter.simple(statement);
    };
  }

  private static String item(Ownership item) {
    return switch (item) {
      case Endowment(var good, var quantity, var wedges, _, _) ->
          Heads.reference(good) + " " + ExpressionPrinter.text(quantity) + Heads.wedges(wedges);
      case FirmShare(var share, var firm, _, _) ->
          share.map(ExpressionPrinter::text).orElse("all") + " of " + Heads.reference(firm);
    };
  }

  private static String amount(Amount amount) {
    return switch (amount) {
      case Amount.OfGood(var quantity, var good, _) ->
          ExpressionPrinter.text(quantity) + " " + Heads.reference(good);
      case Amount.OfIncome(var share, _) -> ExpressionPrinter.text(share) + " of income";
      case Amount.OfMoney(var money) -> ExpressionPrinter.text(money);
    };
  }
}
