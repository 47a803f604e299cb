package dev.costate.equilibrium.check;

import dev.costate.economy.Consumer;
import dev.costate.economy.Consumer.Transfer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts of a market kept again from prices and quantities alone: what passes which gate, who
 * receives the wedges, what firms and consumers earn.
 */
final class Books {
  private final Economy economy;
  private final Equilibrium equilibrium;
  private final Amounts amounts;
  private final Totals totals = new Totals();
  private final Receipts receipts = new Receipts();
  private final Map<String, Double> profits = new LinkedHashMap<>();
  private final Map<String, Purse> purses = new LinkedHashMap<>();
  private double turnover;

  Books(Economy economy, Equilibrium equilibrium, Amounts amounts) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.amounts = amounts;
    economy.firms().forEach(this::trade);
    economy.consumers().forEach(this::trade);
  }

  Totals totals() {
    return totals;
  }

  Receipts receipts() {
    return receipts;
  }

  Purse purse(Consumer consumer) {
    return purses.getOrDefault(consumer.name(), new Purse(List.of()));
  }

  /** All money in and out, at market prices and through wedges. */
  double turnover() {
    return turnover;
  }

  /** What a firm earns, its markups included. */
  double profit(String firm) {
    return profits.getOrDefault(firm, Double.NaN);
  }

  private double price(String good) {
    return equilibrium.good(good).price();
  }

  NetPrice buying(Firm.Port port) {
    return NetPrice.buying(price(port.good()), port.wedges(), amounts);
  }

  NetPrice selling(Firm.Port port) {
    return NetPrice.selling(price(port.good()), port.wedges(), amounts);
  }

  double[] inputs(Firm firm) {
    return quantities(firm, firm.inputs(), equilibrium.firm(firm.name()).inputs());
  }

  double[] outputs(Firm firm) {
    return quantities(firm, firm.outputs(), equilibrium.firm(firm.name()).outputs());
  }

  private static double[] quantities(Firm firm, List<Firm.Port> ports, Map<String, Double> known) {
    if (known.size() != ports.size()) {
      throw new IllegalArgumentException(
          "the equilibrium is not one of this economy: firm " + firm.name());
    }
    return ports.stream().mapToDouble(p -> known.getOrDefault(p.good(), Double.NaN)).toArray();
  }

  private void trade(Firm firm) {
    double profit = 0;
    var inputs = inputs(firm);
    for (int i = 0; i < inputs.length; i++) {
      var port = firm.inputs().get(i);
      profit -= pass(port.good(), buying(port), inputs[i]);
      totals.use(port.good(), inputs[i]);
    }
    var outputs = outputs(firm);
    for (int k = 0; k < outputs.length; k++) {
      var port = firm.outputs().get(k);
      profit += pass(port.good(), selling(port), outputs[k]);
      totals.make(port.good(), outputs[k]);
    }
    profits.put(firm.name(), profit);
  }

  /** The money for a quantity that passes a gate. */
  private double pass(String good, NetPrice price, double quantity) {
    receipts.add(price, quantity);
    double money = price.net() * quantity;
    turnover += Math.abs(money);
    turnover += Math.abs((price(good) - price.net()) * quantity);
    return money;
  }

  private void trade(Consumer consumer) {
    var wanted = new ArrayList<Purse.Wanted>();
    var account = equilibrium.consumer(consumer.name());
    for (var port : consumer.wants()) {
      var own = consumer.owns().stream().filter(e -> e.good().equals(port.good())).findFirst();
      double owned = own.map(e -> amounts.of(e.quantity())).orElse(0.0);
      var selling =
          NetPrice.selling(
              price(port.good()), own.map(Consumer.Endowment::wedges).orElse(List.of()), amounts);
      var want = new Purse.Wanted(port.good(), buying(port), selling, owned);
      wanted.add(want);
      double quantity = account.buys().getOrDefault(port.good(), Double.NaN);
      totals.use(port.good(), quantity);
      pass(port.good(), want.buying(), want.bought(quantity));
      pass(port.good(), want.selling(), want.sold(quantity));
    }
    purses.put(consumer.name(), new Purse(wanted));
    for (var endowment : consumer.owns()) {
      double quantity = amounts.of(endowment.quantity());
      totals.own(endowment.good(), quantity);
      if (consumer.wants().stream().noneMatch(port -> port.good().equals(endowment.good()))) {
        pass(endowment.good(), selling(endowment), quantity);
      }
    }
    for (var saving : consumer.savings()) {
      double money = amounts.of(saving.fraction()) * account.income();
      totals.use(saving.good(), money / price(saving.good()));
      turnover += Math.abs(money);
    }
  }

  private NetPrice selling(Consumer.Endowment endowment) {
    return NetPrice.selling(price(endowment.good()), endowment.wedges(), amounts);
  }

  /** What a consumer's goods fetch, its share of profits, and what it receives from wedges. */
  double income(Consumer consumer) {
    double income = receipts.of(consumer.name());
    for (var endowment : consumer.owns()) {
      income += amounts.of(endowment.quantity()) * selling(endowment).net();
    }
    for (var share : consumer.shares()) {
      income += amounts.of(share.fraction()) * profit(share.firm());
    }
    return income;
  }

  /** Income with transfers, less savings. */
  double spendable(Consumer consumer) {
    double money = income(consumer);
    for (var payer : economy.consumers()) {
      for (var transfer : payer.transfers()) {
        double paid = money(transfer, payer);
        money += transfer.to().equals(consumer.name()) ? paid : 0;
        money -= payer == consumer ? paid : 0;
      }
    }
    double income = equilibrium.consumer(consumer.name()).income();
    for (var saving : consumer.savings()) {
      money -= amounts.of(saving.fraction()) * income;
    }
    return money;
  }

  private double money(Transfer transfer, Consumer payer) {
    double amount = amounts.of(transfer.amount());
    return switch (transfer) {
      case Transfer.Money _ -> amount;
      case Transfer.Value(_, var good, _) -> amount * price(good);
      case Transfer.OfIncome _ -> amount * equilibrium.consumer(payer.name()).income();
    };
  }

  /** The profits that no consumer owns. */
  double unownedProfits() {
    double sum = 0;
    for (var firm : economy.firms()) {
      double owned = 0;
      for (var consumer : economy.consumers()) {
        for (var share : consumer.shares()) {
          owned += share.firm().equals(firm.name()) ? amounts.of(share.fraction()) : 0;
        }
      }
      sum += (1 - owned) * profit(firm.name());
    }
    return sum;
  }
}
