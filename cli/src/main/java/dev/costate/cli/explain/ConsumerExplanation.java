package dev.costate.cli.explain;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.Formula;
import dev.costate.cli.formula.StraightLine;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.report.Figures;
import dev.costate.differentiation.algebra.Term;
import dev.costate.economy.Consumer;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.ConsumerAccount;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.program.Variable;
import dev.costate.program.run.ProgramFailure;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** One consumer: what its income is made of, and how its marginal utilities make prices. */
final class ConsumerExplanation {
  /** Marginal utilities per unit of money that agree to this are equal. */
  private static final double SAME = 1e-5;

  /** What is below this fraction of the income is nothing. */
  private static final double ROUNDING = 1e-9;

  /** A formula longer than this is called by what it is. */
  private static final int LONGEST = 80;

  private final Economy economy;
  private final Equilibrium equilibrium;
  private final Consumer consumer;
  private final ConsumerAccount account;
  private final Gates gates;
  private final Page page;

  ConsumerExplanation(
      Economy economy, Equilibrium equilibrium, Consumer consumer, Gates gates, Page page) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.consumer = consumer;
    this.account = equilibrium.consumer(consumer.name());
    this.gates = gates;
    this.page = page;
  }

  void write() {
    page.blank();
    page.line("consumer " + consumer.name());
    page.blank();
    income();
    double spendable = gates.net().spendable(consumer);
    if (Math.abs(spendable - account.income()) > ROUNDING * Math.abs(account.income())) {
      page.line(
          "  of which, with transfers and savings, it can spend %s"
              .formatted(Figures.of(spendable)));
    }
    if (consumer.utility().isPresent()) {
      utility(consumer.utility().get());
    } else {
      page.line("  It buys nothing for itself.");
    }
    if (Math.abs(account.unspent()) > ROUNDING * Math.abs(account.income())) {
      page.line(
          "  It leaves %s unspent: nothing would add to its utility."
              .formatted(Figures.of(account.unspent())));
    }
  }

  private void income() {
    var symbols = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (var owned : consumer.owns()) {
      double market = equilibrium.good(owned.good()).price();
      double kept = gates.net().selling(owned).net();
      symbols.add((kept == market ? "price(" : "keeps(") + owned.good() + ") * " + owned.good());
      numbers.add(Figures.of(kept) + " * " + Figures.of(gates.net().quantity(owned)));
    }
    for (var share : consumer.shares()) {
      double profit = gates.net().profit(share.firm());
      double turnover = account.income();
      symbols.add("share * profit(" + share.firm() + ")");
      numbers.add(
          Figures.of(gates.net().fraction(share)) + " * " + Figures.of(profit, Math.abs(turnover)));
    }
    double taxes = equilibrium.taxes().getOrDefault(consumer.name(), 0.0);
    if (taxes != 0) {
      symbols.add("wedges");
      numbers.add(Figures.of(taxes));
    }
    if (symbols.isEmpty()) {
      page.line("  income = 0");
      return;
    }
    page.equation(
        2,
        "income",
        List.of("=", "=", "="),
        List.of(Sums.of(symbols), Sums.of(numbers), Figures.of(account.income())));
    for (var owned : consumer.owns()) {
      double kept = gates.net().selling(owned).net();
      if (kept != equilibrium.good(owned.good()).price()) {
        page.line(
            "  "
                + gates.line("keeps(" + owned.good() + ")", owned.good(), owned.wedges(), -1, kept)
                + (consumer.wants().stream().anyMatch(w -> w.good().equals(owned.good()))
                    ? "; of what it keeps for itself no wedge is paid"
                    : ""));
      }
    }
  }

  private void utility(String name) {
    var function = economy.program().function(name);
    var code =
        StraightLine.of(function, 1, (_, arguments) -> arguments.stream().map(_ -> 0.0).toList());
    page.blank();
    if (code.isEmpty()
        || code.get().lines().stream().anyMatch(l -> l.role() == StraightLine.Line.Role.KINK)) {
      bundle(
          "Its utility is code with kinks, branches or calls; of all it can pay it buys what is best:");
      return;
    }
    var values = new HashMap<Variable, Value>();
    var gradient = new ArrayList<Double>();
    var formulas = new ArrayList<String>();
    try {
      var lines = code.get();
      for (int i = 0; i < consumer.wants().size(); i++) {
        values.put(lines.inputs().get(i), Value.of(bought(i)));
      }
      var evaluator = new Evaluator(economy.program());
      for (var line : lines.lines()) {
        values.put(line.target(), evaluator.value(line.value(), values));
      }
      var partials = lines.gradient(lines.outputs().getFirst());
      for (var input : lines.inputs()) {
        var partial = partials.getOrDefault(input, Term.ZERO).expression();
        gradient.add(evaluator.number(partial, values));
        var text = Formula.of(Formula.legible(partial));
        var good = consumer.wants().get(formulas.size()).good();
        formulas.add(text.length() > LONGEST ? "marginal utility of " + good : text);
      }
      if (lines.lines().size() == 1) {
        page.formula(
            2,
            6,
            "utility = "
                + Formula.of(Formula.legible(lines.lines().getFirst().value()))
                + " = "
                + Figures.of(account.utility()));
      } else {
        page.line("  utility = " + Figures.of(account.utility()));
      }
    } catch (ProgramFailure _) {
      bundle("Its utility has no derivative at what it buys:");
      return;
    }
    conditions(gradient, formulas);
  }

  private double bought(int i) {
    return account.buys().getOrDefault(consumer.wants().get(i).good(), Double.NaN);
  }

  /** What one more unit costs it: what it pays, or what it keeps where it sells some. */
  private double cost(int i) {
    var port = consumer.wants().get(i);
    for (var owned : consumer.owns()) {
      if (owned.good().equals(port.good()) && bought(i) < gates.net().quantity(owned)) {
        return gates.net().selling(owned).net();
      }
    }
    return gates.paid(port);
  }

  private void conditions(List<Double> gradient, List<String> formulas) {
    double gained = 0;
    double spent = 0;
    for (int i = 0; i < gradient.size(); i++) {
      double quantity = bought(i);
      gained += quantity > 0 ? gradient.get(i) * quantity : 0;
      spent += quantity > 0 ? cost(i) * quantity : 0;
    }
    double worth = gained / spent;
    boolean agrees = Double.isFinite(worth) && worth > 0;
    for (int i = 0; i < gradient.size() && agrees; i++) {
      double left = gradient.get(i) / worth;
      double allowed = SAME * Math.max(Math.abs(left), Math.abs(cost(i)));
      agrees = bought(i) > 0 ? Math.abs(left - cost(i)) <= allowed : left <= cost(i) + allowed;
    }
    if (!agrees) {
      bundle("It buys what is best of all it can pay:");
      return;
    }
    page.line(
        "  One more unit of income adds %s to utility. A price is marginal utility over that:"
            .formatted(Figures.of(worth)));
    page.blank();
    for (int i = 0; i < gradient.size(); i++) {
      var port = consumer.wants().get(i);
      double market = equilibrium.good(port.good()).price();
      var symbol =
          cost(i) == market
              ? "price(" + port.good() + ")"
              : (cost(i) == gates.paid(port) ? "pays(" : "keeps(") + port.good() + ")";
      page.equation(
          4,
          symbol,
          List.of(bought(i) > 0 ? "=" : ">=", "="),
          List.of(
              "(" + formulas.get(i) + ") / " + Figures.of(worth),
              "%s / %s = %s   it uses %s"
                  .formatted(
                      Figures.of(gradient.get(i)),
                      Figures.of(worth),
                      Figures.of(gradient.get(i) / worth),
                      Figures.of(bought(i)))));
    }
    wedges();
  }

  private void wedges() {
    for (int i = 0; i < consumer.wants().size(); i++) {
      var port = consumer.wants().get(i);
      double paid = gates.paid(port);
      if (paid != equilibrium.good(port.good()).price() && cost(i) == paid) {
        page.line(
            "    " + gates.line("pays(" + port.good() + ")", port.good(), port.wedges(), 1, paid));
      }
    }
  }

  private void bundle(String why) {
    page.line("  " + why);
    page.blank();
    for (int i = 0; i < consumer.wants().size(); i++) {
      page.line(
          "    %s %s at %s"
              .formatted(
                  Figures.of(bought(i)), consumer.wants().get(i).good(), Figures.of(cost(i))));
    }
  }
}
