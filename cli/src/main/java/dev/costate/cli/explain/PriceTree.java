package dev.costate.cli.explain;

import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import java.util.ArrayList;
import java.util.List;

/**
 * A price, what each use of the good is worth, and the prices behind these, up to the final goods.
 */
final class PriceTree {
  private final Economy economy;
  private final Equilibrium equilibrium;
  private final SupplyChain chain;
  private final Gates gates;
  private final Page page;
  private final List<String> told = new ArrayList<>();

  PriceTree(Economy economy, Equilibrium equilibrium, Page page) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.chain = new SupplyChain(economy);
    this.gates = new Gates(economy, equilibrium);
    this.page = page;
  }

  void write(String good) {
    page.line(
        (Gates.areIn(economy)
                ? "price(%s) = %s, in %s; behind wedges (pays, keeps) it is what one more unit is worth in every use:"
                : "price(%s) = %s, in %s, is what one more unit is worth in every use:")
            .formatted(good, Figures.of(price(good)), equilibrium.unitOfAccount()));
    page.blank();
    page.line(head(good));
    uses(good, "");
  }

  private String head(String good) {
    return "price(%s) = %s%s".formatted(good, Figures.of(price(good)), reason(good));
  }

  /** Why a price is known without looking further. */
  private String reason(String good) {
    var declared = economy.good(good);
    if (declared.fixedPrice().isPresent()) {
      return ", given";
    }
    if (chain.usersOf(good).isEmpty()) {
      return declared.trades().isEmpty() ? "" : ", what outsiders pay";
    }
    return told.contains(good) ? ", see above" : "";
  }

  private void uses(String good, String rail) {
    if (told.contains(good)) {
      return;
    }
    told.add(good);
    var users = chain.usersOf(good);
    double outside = equilibrium.good(good).toOutside();
    boolean goesOutside = !users.isEmpty() && outside > 0;
    var consumers = consumers(good);
    for (int u = 0; u < users.size(); u++) {
      use(good, users.get(u), rail, u == users.size() - 1 && !goesOutside && consumers.isEmpty());
    }
    for (int c = 0; c < consumers.size(); c++) {
      boolean last = c == consumers.size() - 1 && !goesOutside;
      page.line(rail + (last ? "└── " : "├── ") + consumers.get(c));
    }
    if (goesOutside) {
      page.line(
          "%s└── outsiders buy %s and pay %s"
              .formatted(rail, Figures.of(outside), Figures.of(price(good))));
    }
  }

  /** What each consumer does with a good. */
  private List<String> consumers(String good) {
    var lines = new ArrayList<String>();
    for (var consumer : economy.consumers()) {
      double quantity = equilibrium.consumer(consumer.name()).buys().getOrDefault(good, 0.0);
      if (quantity > 0) {
        lines.add(
            "%s uses %s: the price is its marginal utility over that of income"
                .formatted(consumer.name(), Figures.of(quantity)));
      }
    }
    return lines;
  }

  private void use(String good, Firm firm, String rail, boolean isLast) {
    var account = Explanation.account(equilibrium, firm.name());
    var formulas = FirmFormulas.of(economy, firm, account);
    var below = rail + (isLast ? "    " : "│   ");
    var joint = rail + (isLast ? "└── " : "├── ");
    for (int i = 0; i < firm.inputs().size(); i++) {
      for (var marginal : account.marginals()) {
        var port = firm.inputs().get(i);
        if (!port.good().equals(good) || !marginal.good().equals(good)) {
          continue;
        }
        page.line(joint + verb(firm, marginal));
        var paid = gates.bought(port);
        var left =
            paid.startsWith("price(") ? "" : paid + " = " + Figures.of(marginal.price()) + " ";
        page.line(below + "│   " + left + symbols(firm, formulas, i, marginal));
        page.line(below + "│   " + numbers(marginal));
      }
    }
    for (int k = 0; k < firm.outputs().size(); k++) {
      var output = firm.outputs().get(k).good();
      boolean last = k == firm.outputs().size() - 1;
      page.line(below + (last ? "└── " : "├── ") + head(output));
      uses(output, below + (last ? "    " : "│   "));
    }
  }

  private static String verb(Firm firm, InputMarginal marginal) {
    return marginal.quantity() > 0
        ? "%s buys %s".formatted(firm.name(), Figures.of(marginal.quantity()))
        : "%s does not buy".formatted(firm.name());
  }

  private String symbols(Firm firm, FirmFormulas formulas, int i, InputMarginal marginal) {
    var terms = new ArrayList<String>();
    for (int k = 0; k < marginal.terms().size(); k++) {
      terms.add(gates.sold(firm.outputs().get(k)) + " * " + formulas.spelled(k, i));
    }
    for (var rent : marginal.rents()) {
      if (rent.price() != 0) {
        terms.add("-rent(%s) * %s".formatted(rent.name(), Figures.of(rent.derivative())));
      }
    }
    return "%s %s".formatted(marginal.slack() > 0 ? ">" : "=", Sums.of(terms));
  }

  private static String numbers(InputMarginal marginal) {
    var terms = new ArrayList<String>();
    marginal
        .terms()
        .forEach(
            term -> terms.add(Figures.of(term.price()) + " * " + Figures.of(term.derivative())));
    for (var rent : marginal.rents()) {
      if (rent.price() != 0) {
        terms.add("-" + Figures.of(rent.price()) + " * " + Figures.of(rent.derivative()));
      }
    }
    return "%s %s = %s"
        .formatted(marginal.slack() > 0 ? ">" : "=", Sums.of(terms), Figures.of(marginal.worth()));
  }

  private double price(String good) {
    return Explanation.price(equilibrium.prices(), good);
  }
}
