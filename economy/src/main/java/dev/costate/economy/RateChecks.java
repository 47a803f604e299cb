package dev.costate.economy;

import dev.costate.economy.Consumer.Share;
import dev.costate.language.Diagnostics;
import dev.costate.language.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rates and shares that cannot be meant: more than all of a firm, or of a price. */
final class RateChecks {
  /** Shares that add up to more than 1 by this little are rounded. */
  private static final double ROUNDING = 1e-9;

  private final Economy economy;
  private final Diagnostics diagnostics;

  private RateChecks(Economy economy, Diagnostics diagnostics) {
    this.economy = economy;
    this.diagnostics = diagnostics;
  }

  static void check(Economy economy, Diagnostics diagnostics) {
    var checks = new RateChecks(economy, diagnostics);
    economy.firms().forEach(checks::shares);
    for (var firm : economy.firms()) {
      firm.outputs().forEach(port -> checks.sold(port.good(), port.wedges(), port.place()));
      firm.inputs().forEach(port -> checks.bought(port.good(), port.wedges(), port.place()));
    }
    for (var consumer : economy.consumers()) {
      consumer.owns().forEach(item -> checks.sold(item.good(), item.wedges(), item.place()));
      consumer.wants().forEach(port -> checks.bought(port.good(), port.wedges(), port.place()));
    }
  }

  /** Nobody can own more of a firm than there is. */
  private void shares(Firm firm) {
    var owners = new ArrayList<String>();
    var shares = new ArrayList<Share>();
    double sum = 0;
    for (var consumer : economy.consumers()) {
      for (var share : consumer.shares()) {
        if (share.firm().equals(firm.name())
            && share.fraction() instanceof Amount.Known(_, double fraction)) {
          sum += fraction;
          shares.add(share);
          owners.add("%s %s".formatted(consumer.name(), percent(fraction)));
        }
      }
    }
    if (sum > 1 + ROUNDING) {
      diagnostics.error(
          shares.getLast().place(),
          "consumers own %s of firm '%s': %s"
              .formatted(percent(sum), firm.name(), String.join(", ", owners)),
          "let the shares add up to 100% at most");
    }
  }

  private void sold(String good, List<Wedge> wedges, Place place) {
    double kept = 1 - rate(wedges);
    if (kept < 0) {
      diagnostics.warning(
          place,
          "with taxes of %s who sells '%s' keeps %s of its price"
              .formatted(percent(rate(wedges)), good, percent(kept)),
          "a rate on what is sold is a part of the price at the market: at most 100%");
    }
  }

  private void bought(String good, List<Wedge> wedges, Place place) {
    double paid = 1 + rate(wedges);
    if (paid < 0) {
      diagnostics.warning(
          place,
          "with subsidies of %s who buys '%s' pays %s of its price: more always pays more"
              .formatted(percent(-rate(wedges)), good, percent(paid)),
          "a subsidy on what is bought is a part of the price at the market: at most 100%");
    }
  }

  /** Taxes less subsidies by value, as far as they are known and nothing is levied on each unit. */
  private static double rate(List<Wedge> wedges) {
    double rate = 0;
    for (var wedge : wedges) {
      if (wedge.kind() == Wedge.Kind.MARKUP) {
        continue;
      }
      if (wedge.basis() == Wedge.Basis.UNIT
          || !(wedge.rate() instanceof Amount.Known(_, double known))) {
        return 0;
      }
      rate += wedge.sign() * known;
    }
    return rate;
  }

  private static String percent(double fraction) {
    var text = String.format(Locale.ROOT, "%.2f", 100 * fraction);
    return text.replaceFirst("\\.?0+$", "") + "%";
  }
}
