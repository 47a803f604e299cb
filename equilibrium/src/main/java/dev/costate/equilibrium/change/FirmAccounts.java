package dev.costate.equilibrium.change;

import dev.costate.economy.Firm;
import dev.costate.economy.Firm.Port;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.Term;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceSplit.Factor;
import dev.costate.equilibrium.change.PriceSplit.Priced;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One firm, before and after. */
final class FirmAccounts {
  private final Side before;
  private final Side after;
  private final Firm firm;
  private final Firm then;
  private final FirmAccount was;
  private final FirmAccount is;
  private final Party party;

  private FirmAccounts(Side before, Side after, Firm firm, Firm then) {
    this.before = before;
    this.after = after;
    this.firm = firm;
    this.then = then;
    was = before.account(firm);
    is = after.account(then);
    party = new Party.OfFirm(firm.name());
  }

  /** Empty for a firm that is another one after the shock, or is not there. */
  static Optional<FirmAccounts> of(Side before, Side after, Firm firm) {
    return after
        .firm(firm.name())
        .filter(then -> goods(firm.inputs()).equals(goods(then.inputs())))
        .filter(then -> goods(firm.outputs()).equals(goods(then.outputs())))
        .map(then -> new FirmAccounts(before, after, firm, then));
  }

  private static List<String> goods(List<Port> ports) {
    return ports.stream().map(Port::good).toList();
  }

  /** What it makes of the price of an input; one account for each process that takes it. */
  List<Account> asUser(String good) {
    var old = marginals(was, good);
    var now = marginals(is, good);
    if (old.isEmpty() || old.size() != now.size()) {
      var quantity = new Change(was.uses(good), is.uses(good));
      return List.of(
          new Account.Unexplained(
              party, quantity, "has code without a derivative at its plan, before or after"));
    }
    var accounts = new ArrayList<Account>();
    for (int m = 0; m < old.size(); m++) {
      accounts.add(asUser(goods(firm.inputs()).indexOf(good), old.get(m), now.get(m)));
    }
    return accounts;
  }

  private static List<InputMarginal> marginals(FirmAccount account, String good) {
    return account.marginals().stream().filter(m -> m.good().equals(good)).toList();
  }

  private Account asUser(int input, InputMarginal old, InputMarginal now) {
    var paid = bought(input);
    var split = PriceSplit.ofPaid(paid, Cause.INPUT_WEDGE);
    var worth = new double[2];
    for (int k = 0; k < firm.outputs().size(); k++) {
      var price = sold(k, Cause.OUTPUT_PRICE);
      var product = change(old.terms().get(k), now.terms().get(k));
      split.product(
          1, price, Cause.OUTPUT_WEDGE, new Factor(Cause.MARGINAL_PRODUCT, price.good(), product));
      worth[0] += price.counted().before() * product.before();
      worth[1] += price.counted().after() * product.after();
    }
    for (int c = 0; c < Math.min(old.rents().size(), now.rents().size()); c++) {
      var name = old.rents().get(c).name();
      var rent = new Change(old.rents().get(c).price(), now.rents().get(c).price());
      var use = change(old.rents().get(c), now.rents().get(c));
      split.product(
          -1, new Factor(Cause.RENT, name, rent), new Factor(Cause.CAPACITY_USE, name, use));
      worth[0] -= rent.before() * use.before();
      worth[1] -= rent.after() * use.after();
    }
    var cost = paid.counted();
    var slack = new Change(cost.before() - worth[0], cost.after() - worth[1]);
    split.plus(Cause.SLACK, "", slack);
    return Account.of(party, new Change(old.quantity(), now.quantity()), split.parts());
  }

  private static Change change(Term old, Term now) {
    return new Change(old.derivative(), now.derivative());
  }

  private Priced bought(int input) {
    var port = firm.inputs().get(input);
    return new Priced(
        Cause.INPUT_PRICE,
        port.good(),
        price(port.good()),
        before.buying(port.wedges()),
        after.buying(then.inputs().get(input).wedges()));
  }

  private Priced sold(int output, Cause cause) {
    var port = firm.outputs().get(output);
    return new Priced(
        cause,
        port.good(),
        price(port.good()),
        before.selling(port.wedges()),
        after.selling(then.outputs().get(output).wedges()));
  }

  private Change price(String good) {
    return new Change(before.price(good), after.price(good));
  }

  /** What the price of an output pays for. */
  Account asMaker(String good) {
    int output = goods(firm.outputs()).indexOf(good);
    var made = new Change(was.makes(good), is.makes(good));
    if (!(made.before() > 0) || !(made.after() > 0)) {
      return new Account.Unexplained(
          party, made, made.before() > 0 ? "makes none after" : "makes none before");
    }
    var split = PriceSplit.ofCost(sold(output, Cause.OUTPUT_PRICE));
    var own = sold(output, Cause.OUTPUT_PRICE).counted();
    var left = new double[] {own.before(), own.after()};
    for (int i = 0; i < firm.inputs().size(); i++) {
      var price = bought(i);
      var unit = perUnit(was.uses(price.good()), is.uses(price.good()), made);
      split.product(
          1, price, Cause.INPUT_WEDGE, new Factor(Cause.INPUT_PER_UNIT, price.good(), unit));
      left[0] -= price.counted().before() * unit.before();
      left[1] -= price.counted().after() * unit.after();
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      if (k != output) {
        var price = sold(k, Cause.JOINT_PRICE);
        var unit = perUnit(was.makes(price.good()), is.makes(price.good()), made);
        split.product(
            -1, price, Cause.OUTPUT_WEDGE, new Factor(Cause.JOINT_PER_UNIT, price.good(), unit));
        left[0] += price.counted().before() * unit.before();
        left[1] += price.counted().after() * unit.after();
      }
    }
    split.plus(Cause.PROFIT, "", new Change(left[0], left[1]));
    return Account.of(party, made, split.parts());
  }

  private static Change perUnit(double old, double now, Change made) {
    return new Change(old / made.before(), now / made.after());
  }
}
