package dev.costate.cli.show;

import dev.costate.economy.Economy;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.equilibrium.stated.Symbol;
import dev.costate.equilibrium.stated.Symbol.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The goods, and how outsiders trade them. */
final class GoodSection {
  private final Economy economy;
  private final Page page;
  private final Notation notation;
  private final Folding folding;

  GoodSection(Economy economy, Page page, Notation notation, Folding folding) {
    this.economy = economy;
    this.page = page;
    this.notation = notation;
    this.folding = folding;
  }

  void write() {
    page.section("Goods");
    var inside = new ArrayList<String>();
    var traded = new ArrayList<Folding.Entry>();
    for (var good : economy.goods()) {
      var facts = facts(good);
      if (facts.isEmpty()) {
        inside.add(good.name());
      } else {
        traded.add(entry(good, facts));
      }
    }
    folding.write(traded);
    names(inside);
    page.prose(
        notation.prose(
            economy.isClosed()
                ? "Nobody outside trades, so only relative prices mean anything: their level is fixed."
                : "Outsiders trade, so there is money, and prices are in it."));
  }

  private Folding.Entry entry(Good good, List<String> facts) {
    return new Folding.Entry(
        notation.prose(good.name()),
        p -> p.prose("  " + notation.prose(good.name() + ": ") + String.join("; ", facts)));
  }

  /** Goods that there is nothing to say about, several of one family as one. */
  private void names(List<String> names) {
    if (!names.isEmpty()) {
      page.prose("  " + notation.prose(String.join(", ", folding.families(names))));
    }
  }

  private List<String> facts(Good good) {
    var facts = new ArrayList<String>();
    if (!good.label().isEmpty()) {
      facts.add(notation.prose(good.label()));
    }
    if (!good.unit().isEmpty()) {
      facts.add(notation.prose("counted in " + good.unit()));
    }
    good.trades().forEach(trade -> facts.add(fact(good, trade)));
    if (good.disposal() == Good.Disposal.NONE) {
      facts.add("cannot be thrown away");
    }
    return facts;
  }

  private String fact(Good good, Trade trade) {
    return switch (trade) {
      case Trade.FixedSupply(double quantity) ->
          "outsiders supply " + number(quantity) + ", whatever it fetches";
      case Trade.FixedDemand(double quantity) ->
          "outsiders want " + number(quantity) + ", whatever it costs";
      case Trade.FixedPrice(double price) ->
          "outsiders buy and sell any quantity at " + number(price);
      case Trade.SupplyCurve _ -> "outsiders supply " + symbol(Head.SUPPLY, good);
      case Trade.DemandCurve _ -> "outsiders want " + symbol(Head.DEMAND, good);
      case Trade.Import(double price, double limit) ->
          "outsiders sell at " + number(price) + limited(limit);
      case Trade.Export(double price, double limit) ->
          "outsiders buy at " + number(price) + limited(limit);
    };
  }

  private String symbol(Head head, Good good) {
    var writer = new MathWriter(notation, Map.of(), Scope.MARKET);
    return notation.inline(writer.of(Symbol.of(head, good.name())));
  }

  private String limited(double limit) {
    return Double.isInfinite(limit) ? "" : " up to " + number(limit);
  }

  private String number(double value) {
    var size = notation.number(Math.abs(value));
    return notation.inline(value < 0 ? notation.sign(Notation.Sign.MINUS) + size : size);
  }
}
