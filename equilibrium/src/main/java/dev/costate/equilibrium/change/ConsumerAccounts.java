package dev.costate.equilibrium.change;

import dev.costate.economy.Consumer;
import dev.costate.economy.Firm.Port;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Part.Cause;
import dev.costate.equilibrium.change.PriceSplit.Factor;
import dev.costate.equilibrium.change.PriceSplit.Priced;
import java.util.Optional;

/** What a price is to a consumer: marginal utility over what one more unit of income adds. */
final class ConsumerAccounts {
  private ConsumerAccounts() {}

  /** What the consumer makes of the price of something it wants, before or after. */
  static Account of(Side before, Side after, Consumer consumer, Consumer then, String good) {
    var old = before.account(consumer).buys().getOrDefault(good, 0.0);
    var now = after.account(then).buys().getOrDefault(good, 0.0);
    var quantity = new Change(old, now);
    var party = new Party.OfConsumer(consumer.name());
    var was = MarginalUtilities.of(before, consumer);
    var is = MarginalUtilities.of(after, then);
    var gate = gate(before, consumer, good);
    var gateThen = gate(after, then, good);
    if (hasNothing(before, consumer) || hasNothing(after, then)) {
      return new Account.Unexplained(party, quantity, "has nothing to spend, before or after");
    }
    if (was.isEmpty() || is.isEmpty() || gate.isEmpty() || gateThen.isEmpty()) {
      return new Account.Unexplained(
          party,
          quantity,
          "buys what is best of all it can pay; its utility has no one derivative there");
    }
    var price = new Change(before.price(good), after.price(good));
    var paid = new Priced(Cause.OUTPUT_PRICE, good, price, gate.get(), gateThen.get());
    var marginal = new Change(was.get().of(good), is.get().of(good));
    var worth = new Change(was.get().ofIncome(), is.get().ofIncome());
    var money = new Change(1 / worth.before(), 1 / worth.after());
    var cost = paid.counted();
    var slack =
        new Change(
            cost.before() - marginal.before() * money.before(),
            cost.after() - marginal.after() * money.after());
    var split =
        PriceSplit.ofPaid(paid, Cause.INPUT_WEDGE)
            .product(
                1,
                new Factor(Cause.MARGINAL_UTILITY, good, marginal),
                new Factor(Cause.PRICE_OF_UTILITY, "", money))
            .plus(Cause.SLACK, "", slack);
    return Account.of(party, quantity, split.parts());
  }

  private static boolean hasNothing(Side side, Consumer consumer) {
    return side.account(consumer).buys().values().stream().allMatch(quantity -> quantity == 0);
  }

  /**
   * What it pays for one more, or keeps of one where it sells some; empty if it does not want it.
   */
  static Optional<Gate> gate(Side side, Consumer consumer, String good) {
    double bought = side.account(consumer).buys().getOrDefault(good, 0.0);
    for (var owned : consumer.owns()) {
      if (owned.good().equals(good) && bought < side.quantity(owned)) {
        return Optional.of(side.selling(owned.wedges()));
      }
    }
    return consumer.wants().stream()
        .filter(port -> port.good().equals(good))
        .findFirst()
        .map(Port::wedges)
        .map(side::buying);
  }
}
