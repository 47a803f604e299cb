package dev.costate.verification.robustness;

import dev.costate.equilibrium.Equilibrium;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether reported prices and quantities are an equilibrium of an economy, by the textbook's
 * formulas for costs, outputs and budgets. A plan is best if it can be made, and earns what no plan
 * of that firm exceeds; a bundle is best if it can be paid, and is worth what no bundle that can be
 * paid exceeds. So nothing is compared with demands, which need not be unique.
 */
final class TextbookCheck {
  /** What may be wrong, relative to what is compared. */
  static final double TOLERANCE = 1e-6;

  /** Less than this fraction of the value of everything is nothing. */
  private static final double NOTHING = 1e-9;

  private final TestEconomy economy;
  private final Equilibrium equilibrium;
  private final Map<String, Double> excess = new HashMap<>();
  private final Map<String, Double> gross = new HashMap<>();
  private final Map<String, Double> received = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private double worth;

  private TextbookCheck(TestEconomy economy, Equilibrium equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
  }

  /** What is wrong; empty if nothing is. */
  static List<String> violations(TestEconomy economy, Equilibrium equilibrium) {
    var check = new TextbookCheck(economy, equilibrium);
    check.run();
    return check.violations;
  }

  private void run() {
    for (var good : economy.goods()) {
      require(price(good) >= 0, "the price of %s is %s", good, price(good));
    }
    economy
        .consumers()
        .forEach(consumer ->
            consumer
                .owns()
                .forEach((good, quantity) -> {
                  move(good, quantity);
                  worth += price(good) * quantity;
                }));
    economy.firms().forEach(this::firm);
    economy.consumers().forEach(this::trades);
    economy.consumers().forEach(this::consumer);
    economy.goods().forEach(this::market);
    for (var consumer : economy.consumers()) {
      var name = consumer.name();
      double taxes = received.getOrDefault(name, 0.0);
      double reported = equilibrium.taxes().getOrDefault(name, 0.0);
      require(
          near(taxes, reported, NOTHING * worth),
          "%s receives %s from levies, reported %s",
          name,
          taxes,
          reported);
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private void require(boolean holds, String text, Object... values) {
    if (!holds) {
      violations.add(String.format(Locale.ROOT, text, values));
    }
  }

  private static boolean near(double a, double b, double nothing) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b)) + nothing;
  }

  private double price(String good) {
    return equilibrium.good(good).price();
  }

  /** What a buyer pays. */
  private double paid(String good, List<Levy> levies) {
    return price(good) * (1 + Levy.rate(levies));
  }

  /** What a seller keeps. */
  private double kept(String good, List<Levy> levies) {
    return price(good) * (1 - Levy.rate(levies));
  }

  private void move(String good, double quantity) {
    excess.merge(good, quantity, Double::sum);
    gross.merge(good, Math.abs(quantity), Double::sum);
  }

  private void collect(String good, double quantity, List<Levy> levies) {
    for (var levy : levies) {
      received.merge(levy.receiver(), levy.rate() * price(good) * quantity, Double::sum);
    }
  }

  private void firm(TestFirm firm) {
    var account = equilibrium.firm(firm.name());
    double cost = 0;
    for (var good : firm.inputs()) {
      double quantity = ByName.of(account.inputs(), good);
      require(quantity >= 0, "%s buys %s of %s", firm.name(), quantity, good);
      move(good, -quantity);
      collect(good, quantity, firm.levies(good));
      cost += paid(good, firm.levies(good)) * quantity;
    }
    double revenue = 0;
    for (var good : firm.outputs()) {
      double quantity = ByName.of(account.outputs(), good);
      require(quantity >= 0, "%s makes %s of %s", firm.name(), quantity, good);
      move(good, quantity);
      collect(good, quantity, firm.levies(good));
      revenue += kept(good, firm.levies(good)) * quantity;
    }
    double level = firm.products().level(good -> ByName.of(account.outputs(), good));
    double possible =
        firm.scale()
            * Math.pow(
                firm.technology().made(good -> ByName.of(account.inputs(), good)), firm.degree());
    require(
        level <= possible * (1 + TOLERANCE),
        "%s makes %s from inputs for %s",
        firm.name(),
        level,
        possible);
    double best = bestProfit(firm);
    double profit = revenue - cost;
    require(
        near(profit, account.profit(), TOLERANCE * revenue + NOTHING * worth),
        "%s earns %s, reported %s",
        firm.name(),
        profit,
        account.profit());
    require(
        profit >= best - TOLERANCE * Math.max(revenue, best) - NOTHING * worth,
        "%s earns %s and could earn %s",
        firm.name(),
        profit,
        best);
  }

  /**
   * The most that a firm can earn: with c the cost of one unit of its technology and r what one
   * unit of activity fetches, at constant returns 0, and without bound if c is less than r times
   * the scale; else the largest r A n^d - c n (Varian 1992, section 2.3).
   */
  private double bestProfit(TestFirm firm) {
    double cost = firm.technology().unitCost(good -> paid(good, firm.levies(good)));
    double revenue =
        firm.scale() * firm.products().unitRevenue(good -> kept(good, firm.levies(good)));
    if (firm.degree() == 1) {
      return revenue <= cost * (1 + TOLERANCE) ? 0 : Double.POSITIVE_INFINITY;
    }
    if (revenue == 0) {
      return 0;
    }
    double level = Math.pow(firm.degree() * revenue / cost, 1 / (1 - firm.degree()));
    return (1 - firm.degree()) / firm.degree() * cost * level;
  }

  /** What a consumer brings to markets and takes, and what levies fetch. */
  private void trades(TestConsumer consumer) {
    var bought = equilibrium.consumer(consumer.name()).buys();
    for (var good : consumer.utility().goods().toList()) {
      double quantity = ByName.of(bought, good);
      double owned = consumer.owns().getOrDefault(good, 0.0);
      require(quantity >= 0, "%s buys %s of %s", consumer.name(), quantity, good);
      move(good, -quantity);
      collect(good, Math.max(0, quantity - owned), consumer.whenBuying(good));
    }
    consumer
        .owns()
        .forEach((good, owned) ->
            collect(
                good,
                Math.max(0, owned - bought.getOrDefault(good, 0.0)),
                consumer.whenSelling(good)));
  }

  private void consumer(TestConsumer consumer) {
    var bought = equilibrium.consumer(consumer.name()).buys();
    double spendable = spendable(consumer);
    double spent = 0;
    for (var good : consumer.utility().goods().toList()) {
      double owned = consumer.owns().getOrDefault(good, 0.0);
      spent += paid(good, consumer.whenBuying(good)) * Math.max(0, ByName.of(bought, good) - owned);
      spent += kept(good, consumer.whenSelling(good)) * Math.min(owned, ByName.of(bought, good));
    }
    double income = spendable;
    for (var owned : consumer.owns().entrySet()) {
      income += kept(owned.getKey(), consumer.whenSelling(owned.getKey())) * owned.getValue();
    }
    require(
        near(spent, income, NOTHING * worth), "%s spends %s of %s", consumer.name(), spent, income);
    double utility = consumer.utility().made(good -> ByName.of(bought, good));
    double best = best(consumer, spendable);
    require(
        utility >= best * (1 - TOLERANCE),
        "%s has utility %s and could have %s",
        consumer.name(),
        utility,
        best);
  }

  /** Income besides what is owned. */
  private double spendable(TestConsumer consumer) {
    double money = received.getOrDefault(consumer.name(), 0.0);
    for (var share : consumer.profits().entrySet()) {
      money += share.getValue() * equilibrium.firm(share.getKey()).profit();
    }
    for (var payer : economy.consumers()) {
      double fraction = payer.transfers().getOrDefault(consumer.name(), 0.0);
      money += fraction * equilibrium.consumer(payer.name()).income();
    }
    for (var fraction : consumer.transfers().values()) {
      money -= fraction * equilibrium.consumer(consumer.name()).income();
    }
    return money;
  }

  /**
   * The highest utility that can be paid. Of a good that is kept the price is anywhere between what
   * selling fetches and what buying costs; the budget with a kink allows what the worst of these
   * prices allows.
   */
  private double best(TestConsumer consumer, double spendable) {
    double least = attainable(consumer, spendable, 0);
    double low = 0;
    double high = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double left = low + GOLDEN * (high - low);
      double right = high - GOLDEN * (high - low);
      double atLeft = attainable(consumer, spendable, left);
      double atRight = attainable(consumer, spendable, right);
      least = Math.min(least, Math.min(atLeft, atRight));
      if (atLeft < atRight) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.min(least, attainable(consumer, spendable, 1));
  }

  private static final int HALVINGS = 60;
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

  /** Utility where what is kept of the good that is owned is worth so much of the difference. */
  private double attainable(TestConsumer consumer, double spendable, double fraction) {
    double cost =
        consumer
            .utility()
            .unitCost(good -> {
              double buying = paid(good, consumer.whenBuying(good));
              double selling = kept(good, consumer.whenSelling(good));
              return consumer.owns().containsKey(good)
                  ? selling + fraction * (buying - selling)
                  : buying;
            });
    var wanted = consumer.utility().goods().toList();
    double income = spendable;
    for (var owned : consumer.owns().entrySet()) {
      var good = owned.getKey();
      double selling = kept(good, consumer.whenSelling(good));
      double buying = paid(good, consumer.whenBuying(good));
      double worthOfOne = wanted.contains(good) ? selling + fraction * (buying - selling) : selling;
      income += worthOfOne * owned.getValue();
    }
    return income / cost;
  }

  private void market(String good) {
    double over = excess.getOrDefault(good, 0.0);
    double all = gross.getOrDefault(good, 0.0);
    double nothing = price(good) > 0 ? NOTHING * worth / price(good) : 0;
    require(
        over >= -TOLERANCE * all - nothing, "%s of %s is missing, of %s in all", -over, good, all);
    require(
        price(good) == 0 || over <= TOLERANCE * all + nothing,
        "%s of %s is left, of %s in all, at price %s",
        over,
        good,
        all,
        price(good));
  }
}
