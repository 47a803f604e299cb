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
 * The prices as lines of code in the order in which they can be computed, as far as there is one:
 * those of a derivative.
 */
final class PriceLines {
  private final Economy economy;
  private final Equilibrium equilibrium;

  PriceLines(Economy economy, Equilibrium equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
  }

  void write(Page page) {
    if (economy.firms().isEmpty()) {
      return;
    }
    page.blank();
    page.line(
        "All prices in the order of the derivative, each line read from what comes after it:");
    page.blank();
    var made =
        economy.firms().stream().flatMap(f -> f.inputs().stream()).map(Firm.Port::good).toList();
    for (var good : economy.goods()) {
      if (!made.contains(good.name())) {
        page.line("    %s = %s".formatted(name(good.name()), Figures.of(price(good.name()))));
      }
    }
    for (var firm : new SupplyChain(economy).firmsFromTheEnd()) {
      var account = Explanation.account(equilibrium, firm.name());
      var formulas = FirmFormulas.of(economy, firm, account);
      for (int i = 0; i < firm.inputs().size(); i++) {
        for (var marginal : account.marginals()) {
          if (marginal.good().equals(firm.inputs().get(i).good())) {
            line(page, firm, i, marginal, formulas);
          }
        }
      }
    }
  }

  private void line(Page page, Firm firm, int i, InputMarginal marginal, FirmFormulas formulas) {
    var terms = new ArrayList<String>();
    for (int k = 0; k < marginal.terms().size(); k++) {
      var partial = formulas.spelled(k, i);
      terms.add(
          "%s * %s"
              .formatted(
                  name(marginal.terms().get(k).name()),
                  partial.matches("[\\w.₀-₉]+|\\(.*\\)") ? partial : "(" + partial + ")"));
    }
    for (var rent : marginal.rents()) {
      if (rent.price() != 0) {
        terms.add("-rent_%s * %s".formatted(rent.name(), Figures.of(rent.derivative())));
      }
    }
    var relation = marginal.slack() > 0 ? ">" : "=";
    var good = name(marginal.good());
    page.equation(
        4,
        good,
        List.of(relation),
        List.of(
            "%s = %s".formatted(Sums.of(terms), Figures.of(marginal.worth()))
                + at(firm, marginal)));
  }

  /** Which firm says so, where several do. */
  private String at(Firm firm, InputMarginal marginal) {
    return new SupplyChain(economy).usersOf(marginal.good()).size() > 1
        ? "   at " + firm.name()
        : "";
  }

  private double price(String good) {
    return Explanation.price(equilibrium.prices(), good);
  }

  private static String name(String good) {
    return "price_" + good;
  }
}
