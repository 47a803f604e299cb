package dev.costate.equilibrium;

import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.equilibrium.FirmAccount.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides every value of an equilibrium by one price. */
final class InUnits {
  private final double price;

  private InUnits(double price) {
    this.price = price;
  }

  static Equilibrium of(Equilibrium e, String good, double price) {
    var units = new InUnits(price);
    var goods = new LinkedHashMap<String, GoodAccount>();
    e.goods().forEach((name, account) -> goods.put(name, units.good(account)));
    var firms = new LinkedHashMap<String, FirmAccount>();
    e.firms().forEach((name, account) -> firms.put(name, units.firm(account)));
    var consumers = new LinkedHashMap<String, ConsumerAccount>();
    e.consumers().forEach((name, account) -> consumers.put(name, units.consumer(account)));
    return new Equilibrium(
        good,
        goods,
        firms,
        consumers,
        units.divided(e.taxes()),
        e.unknowns(),
        e.parameters(),
        new Equilibrium.Outside(e.outside().paidIn() / price, e.outside().paidOut() / price),
        e.unowned() / price,
        e.conditions(),
        e.worst(),
        e.effort());
  }

  private GoodAccount good(GoodAccount a) {
    return new GoodAccount(
        a.price() / price,
        a.made(),
        a.endowed(),
        a.used(),
        a.fromOutside(),
        a.toOutside(),
        a.disposed());
  }

  private FirmAccount firm(FirmAccount a) {
    return new FirmAccount(
        a.inputs(),
        a.outputs(),
        a.profit() / price,
        a.margin(),
        a.activity(),
        a.choices(),
        divided(a.rents()),
        a.marginals().stream().map(this::marginal).toList(),
        a.kinks().stream().map(this::kink).toList());
  }

  private ConsumerAccount consumer(ConsumerAccount a) {
    return new ConsumerAccount(
        a.income() / price, a.utility(), a.buys(), a.saves(), a.unspent() / price);
  }

  private Map<String, Double> divided(Map<String, Double> values) {
    var result = new LinkedHashMap<String, Double>();
    values.forEach((name, value) -> result.put(name, value / price));
    return result;
  }

  private InputMarginal marginal(InputMarginal m) {
    return new InputMarginal(
        m.good(),
        m.price() / price,
        m.quantity(),
        terms(m.terms()),
        terms(m.rents()),
        m.slack() / price);
  }

  private List<Term> terms(List<Term> terms) {
    return terms.stream().map(t -> new Term(t.name(), t.price() / price, t.derivative())).toList();
  }

  private KinkAccount kink(KinkAccount k) {
    return new KinkAccount(
        k.text(),
        k.level(),
        k.price() / price,
        k.multipliers().stream().map(m -> m / price).toList());
  }
}
