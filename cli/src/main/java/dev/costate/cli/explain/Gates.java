package dev.costate.cli.explain;

import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.economy.Wedge;
import dev.costate.economy.Wedge.Basis;
import dev.costate.economy.Wedge.Kind;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.check.NetPrices;
import java.util.ArrayList;
import java.util.List;

/** The prices that one agent faces, and how wedges make them of the market's. */
final class Gates {
  private final Equilibrium equilibrium;
  private final NetPrices net;

  Gates(Economy economy, Equilibrium equilibrium) {
    this.equilibrium = equilibrium;
    this.net = new NetPrices(economy, equilibrium);
  }

  /** Whether some agent of the market pays or keeps another price than the market's. */
  static boolean areIn(Economy economy) {
    return economy.firms().stream().flatMap(f -> f.ports().stream()).anyMatch(Gates::isWedged)
        || economy.consumers().stream()
            .anyMatch(c ->
                c.wants().stream().anyMatch(Gates::isWedged)
                    || c.owns().stream().anyMatch(e -> isWedged(e.wedges())));
  }

  private static boolean isWedged(Firm.Port port) {
    return isWedged(port.wedges());
  }

  private static boolean isWedged(List<Wedge> wedges) {
    return wedges.stream().anyMatch(wedge -> !wedge.rate().isZero());
  }

  /** {@code price(labor)}, or {@code pays(labor)} behind wedges. */
  String bought(Firm.Port port) {
    return (isWedged(port) ? "pays(" : "price(") + port.good() + ")";
  }

  /**
   * {@code price(bread)}, {@code keeps(bread)} behind wedges, {@code counts(bread)} less a markup.
   */
  String sold(Firm.Port port) {
    boolean markup =
        port.wedges().stream().anyMatch(w -> w.kind() == Kind.MARKUP && !w.rate().isZero());
    return (markup ? "counts(" : isWedged(port) ? "keeps(" : "price(") + port.good() + ")";
  }

  double paid(Firm.Port port) {
    return net.buying(port).net();
  }

  double kept(Firm.Port port) {
    return net.selling(port).marginal();
  }

  NetPrices net() {
    return net;
  }

  /** How a firm's prices come from the market's; nothing where they are these. */
  void write(Firm firm, Page page) {
    var lines = new ArrayList<String>();
    for (var port : firm.inputs()) {
      if (isWedged(port)) {
        lines.add(line(bought(port), port.good(), port.wedges(), 1, net.buying(port).marginal()));
      }
    }
    for (var port : firm.outputs()) {
      if (isWedged(port)) {
        lines.add(line(sold(port), port.good(), port.wedges(), -1, net.selling(port).marginal()));
      }
    }
    if (!lines.isEmpty()) {
      page.line("  Its prices are the market's net of wedges:");
      page.blank();
      lines.forEach(line -> page.formula(4, 8, line));
      page.blank();
    }
  }

  /** {@code pays(labor) = price(labor) * (1 + 0.2) = 1 * 1.2 = 1.2}. */
  String line(String name, String good, List<Wedge> wedges, int direction, double result) {
    var factor = new StringBuilder("1");
    var each = new StringBuilder();
    var markup = "";
    for (var wedge : wedges) {
      double rate = net.rate(wedge);
      double signed = direction * wedge.sign() * rate;
      var term = (signed < 0 ? " - " : " + ") + Figures.of(Math.abs(signed));
      if (wedge.kind() == Kind.MARKUP) {
        markup = rate == 0 ? "" : " / (1 + " + Figures.of(rate) + ")";
      } else if (rate != 0) {
        (wedge.basis() == Basis.VALUE ? factor : each).append(term);
      }
    }
    var times = factor.length() == 1 ? "" : " * (" + factor + ")";
    var symbols = "price(%s)%s%s".formatted(good, times, each);
    var numbers = Figures.of(equilibrium.good(good).price()) + times + each;
    boolean bracket = !markup.isEmpty() && !each.isEmpty();
    return "%s = %s = %s = %s"
        .formatted(
            name,
            (bracket ? "(" + symbols + ")" : symbols) + markup,
            (bracket ? "(" + numbers + ")" : numbers) + markup,
            Figures.of(result));
  }
}
