package dev.costate.dynamics.response;

import dev.costate.economy.Amount;
import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Good;
import dev.costate.economy.Trade;
import dev.costate.economy.Wedge;
import dev.costate.equilibrium.technology.TechnologyReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a market has that its agents cannot act on with what they know, or not in this version. */
public final class Obstacles {
  private final Economy economy;

  private Obstacles(Economy economy) {
    this.economy = economy;
  }

  /** The first obstacle, in words; empty if there is none. */
  public static Optional<String> of(Economy economy) {
    var found = new Obstacles(economy);
    return Stream.of(
            found.unknowns(), found.goods(), found.firms(), found.available(), found.consumers())
        .flatMap(s -> s)
        .findFirst();
  }

  private Stream<String> unknowns() {
    return economy.unknowns().stream()
        .map(unknown ->
            "nobody in the market knows how to move the unknown '%s'".formatted(unknown.name()));
  }

  private Stream<String> goods() {
    return economy.goods().stream()
        .flatMap(good ->
            Stream.concat(disposal(good), good.trades().stream().flatMap(t -> curve(good, t))));
  }

  private static Stream<String> disposal(Good good) {
    return good.disposal() == Good.Disposal.NONE
        ? Stream.of(
            "the price of '%s' may go negative, and prices move in logarithms"
                .formatted(good.name()))
        : Stream.of();
  }

  private static Stream<String> curve(Good good, Trade trade) {
    var others =
        switch (trade) {
          case Trade.SupplyCurve(_, var read) -> read;
          case Trade.DemandCurve(_, var read) -> read;
          case Trade.FixedSupply _,
              Trade.FixedDemand _,
              Trade.FixedPrice _,
              Trade.Import _,
              Trade.Export _ ->
              List.<String>of();
        };
    return others.stream()
        .map(other ->
            "the market of '%s' does not know the price of '%s', which its curve reads"
                .formatted(good.name(), other));
  }

  private Stream<String> firms() {
    return economy.firms().stream()
        .flatMap(firm ->
            Stream.concat(
                firm.choices().stream()
                    .map(choice ->
                        "firm %s chooses '%s', and only inputs answer prices so far"
                            .formatted(firm.name(), choice.local())),
                firm.ports().stream().flatMap(port -> rates(port.wedges()))));
  }

  private static Stream<String> rates(List<Wedge> wedges) {
    return wedges.stream().map(Wedge::rate).flatMap(Obstacles::amount);
  }

  private static Stream<String> amount(Amount amount) {
    return amount instanceof Amount.Computed(var name, _, _)
        ? Stream.of("'%s' depends on the state of the whole market".formatted(name))
        : Stream.of();
  }

  /** Firms without a single plan to begin with. */
  private Stream<String> available() {
    return economy.firms().stream()
        .filter(firm -> firm.choices().isEmpty() && !hasPlan(firm))
        .map(firm -> "the code of firm %s gives finite numbers nowhere".formatted(firm.name()));
  }

  private boolean hasPlan(Firm firm) {
    boolean isReady =
        firm.capacities().isEmpty()
            && TechnologyReader.ofFirm(economy.program(), firm.function(), firm.outputs().size())
                .isPresent();
    return isReady || ProfitPlanner.of(economy, firm).hasStart();
  }

  private Stream<String> consumers() {
    return economy.consumers().stream()
        .flatMap(c ->
            Stream.of(
                    c.owns().stream().flatMap(e -> amount(e.quantity())),
                    c.owns().stream().flatMap(e -> rates(e.wedges())),
                    c.shares().stream().flatMap(s -> amount(s.fraction())),
                    c.wants().stream().flatMap(w -> rates(w.wedges())),
                    c.transfers().stream().flatMap(t -> amount(t.amount())),
                    c.savings().stream().flatMap(s -> amount(s.fraction())),
                    kept(c),
                    values(c),
                    utility(c))
                .flatMap(s -> s));
  }

  /** Somebody who is paid for buying what he sells would do both without end. */
  private static Stream<String> kept(Consumer consumer) {
    return consumer.wants().stream()
        .flatMap(want ->
            consumer.owns().stream()
                .filter(owned -> consumer.isKept(want, owned))
                .filter(owned -> isSubsidised(want.wedges(), owned.wedges()))
                .map(_ ->
                    "%s may keep more for the '%s' that it sells than it pays for what it buys"
                        .formatted(consumer.name(), want.good())));
  }

  private static boolean isSubsidised(List<Wedge> buying, List<Wedge> selling) {
    return Stream.of(Wedge.Basis.values())
        .anyMatch(basis ->
            Stream.concat(buying.stream(), selling.stream())
                    .filter(wedge -> wedge.basis() == basis)
                    .mapToDouble(wedge ->
                        wedge.rate() instanceof Amount.Known(_, double rate)
                            ? wedge.sign() * rate
                            : 0)
                    .sum()
                < 0);
  }

  private static Stream<String> values(Consumer consumer) {
    return consumer.transfers().stream()
        .filter(transfer ->
            transfer instanceof Consumer.Transfer.Value(_, var good, _)
                && consumer.owns().stream().noneMatch(e -> e.good().equals(good))
                && consumer.wants().stream().noneMatch(w -> w.good().equals(good)))
        .map(_ -> "%s pays the value of a good that it does not trade".formatted(consumer.name()));
  }

  private Stream<String> utility(Consumer consumer) {
    return consumer
        .utility()
        .filter(utility -> TechnologyReader.ofUtility(economy.program(), utility).isEmpty())
        .map(_ ->
            "the utility of %s is not one of the ready technologies, and only those are answered so far"
                .formatted(consumer.name()))
        .stream();
  }
}
