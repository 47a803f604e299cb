package dev.costate.cli.explain;

import dev.costate.cli.formula.Evaluator;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Formula;
import dev.costate.cli.formula.StraightLine;
import dev.costate.cli.formula.StraightLine.Line.Role;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.Activity;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.KinkAccount;
import dev.costate.program.Expression.Apply;
import dev.costate.program.Variable;
import dev.costate.program.run.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One firm: what it maximises, and what its first-order conditions make of its prices. */
final class FirmExplanation {
  private static final int INDENT = 2;

  /** A profit this small beside what is sold is the rounding of a difference. */
  private static final double ROUNDING = 1e-12;

  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final Map<String, Double> prices;
  private final FirmFormulas formulas;
  private final Page page;

  FirmExplanation(
      Economy economy, Firm firm, FirmAccount account, Map<String, Double> prices, Page page) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
    this.prices = prices;
    this.formulas = FirmFormulas.of(economy, firm, account);
    this.page = page;
  }

  void write() {
    page.blank();
    page.line(head());
    page.blank();
    profit();
    generated();
    if (account.marginals().isEmpty() && !firm.inputs().isEmpty()) {
      page.blank();
      page.line("  Its code has no derivative at this plan.");
    }
    for (int i = 0; i < account.marginals().size(); i++) {
      condition(i, account.marginals().get(i));
    }
    inside();
    kinks();
    notes();
  }

  private String head() {
    var outputs = firm.outputs().stream().map(Firm.Port::good).collect(Collectors.joining(", "));
    var inputs = firm.inputs().stream().map(Firm.Port::good).collect(Collectors.joining(", "));
    return "firm %s makes %s%s"
        .formatted(firm.name(), outputs, inputs.isEmpty() ? "" : " from " + inputs);
  }

  private double price(String good) {
    return prices.getOrDefault(good, Double.NaN);
  }

  private void profit() {
    var symbols = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    double gross = 0;
    for (int k = 0; k < firm.outputs().size(); k++) {
      var good = firm.outputs().get(k).good();
      gross += Math.abs(price(good) * account.outputs().getOrDefault(good, 0.0));
      var made = formulas.output(k).map(Formula::factor).orElse(firm.outputs().get(k).local());
      symbols.add("price(" + good + ") * " + made);
      numbers.add(
          Figures.of(price(good)) + " * " + Figures.of(account.outputs().getOrDefault(good, 0.0)));
    }
    for (var input : firm.inputs()) {
      symbols.add("-price(" + input.good() + ") * " + input.local());
      numbers.add(
          "-"
              + Figures.of(price(input.good()))
              + " * "
              + Figures.of(account.inputs().getOrDefault(input.good(), 0.0)));
    }
    double profit = Math.abs(account.profit()) < ROUNDING * gross ? 0 : account.profit();
    page.equation(
        INDENT,
        "profit",
        List.of("=", "=", "="),
        List.of(Sums.of(symbols), Sums.of(numbers), Figures.of(profit)));
  }

  /**
   * Of code that is not straight the derivatives are functions; they are printed before they are
   * used.
   */
  private void generated() {
    if (formulas.code().isEmpty()) {
      for (int k = 0; k < firm.outputs().size(); k++) {
        page.blank();
        page.line("  Its code line by line in reverse, as costate diff writes it:");
        page.blank();
        page.block(2 * INDENT, FunctionText.of(formulas.generated(k)));
      }
    }
  }

  private void condition(int i, InputMarginal marginal) {
    var local = firm.inputs().get(i).local();
    var price = "price(" + marginal.good() + ")";
    var symbols = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (int k = 0; k < marginal.terms().size(); k++) {
      var term = marginal.terms().get(k);
      symbols.add("price(" + term.name() + ") * " + formulas.spelled(k, i));
      numbers.add(Figures.of(term.price()) + " * " + Figures.of(term.derivative()));
    }
    for (var rent : marginal.rents()) {
      if (rent.price() != 0) {
        symbols.add("-rent(" + rent.name() + ") * " + Figures.of(rent.derivative()));
        numbers.add("-" + Figures.of(rent.price()) + " * " + Figures.of(rent.derivative()));
      }
    }
    page.blank();
    page.formula(
        INDENT,
        2 * INDENT + 2,
        "0 <= %s  ⟂  %s - %s >= 0".formatted(local, price, subtracted(symbols)));
    boolean bought = marginal.quantity() > 0;
    page.line(
        "  %s = %s, slack = %s: %s"
            .formatted(
                local,
                Figures.of(marginal.quantity()),
                Figures.of(marginal.slack()),
                bought
                    ? "it is bought, so its price is what one more unit earns"
                    : marginal.slack() > 0
                        ? "it is not bought, since its first unit would earn less than it costs"
                        : "it is not bought, though its first unit would just earn what it costs"));
    page.blank();
    var worth = Figures.of(marginal.worth());
    if (marginal.slack() > 0) {
      page.equation(
          INDENT,
          price + " = " + Figures.of(marginal.price()),
          List.of(">", "=", "="),
          List.of(Sums.of(symbols), Sums.of(numbers), worth));
    } else {
      page.equation(
          INDENT,
          price,
          List.of("=", "=", "="),
          List.of(Sums.of(symbols), Sums.of(numbers), worth));
    }
  }

  private static String subtracted(List<String> terms) {
    return terms.size() == 1 && !terms.getFirst().startsWith("-")
        ? terms.getFirst()
        : "(" + Sums.of(terms) + ")";
  }

  /**
   * The code of a firm is a supply chain: its lines are firms, its variables goods with prices of
   * their own.
   */
  private void inside() {
    var code = formulas.code();
    if (code.isEmpty() || !formulas.hasLocals() || account.marginals().isEmpty()) {
      return;
    }
    page.blank();
    page.line(
        "  Inside, each line is a firm of its own, and each variable a good with a price"
            + named()
            + ":");
    page.blank();
    var values = values(code.get());
    var evaluator = new Evaluator(economy.program());
    var adjoints = new LinkedHashMap<Variable, Double>();
    var uses = new HashMap<Variable, List<String>>();
    var worth = new HashMap<Variable, List<String>>();
    for (int k = 0; k < code.get().outputs().size(); k++) {
      adjoints.put(code.get().outputs().get(k), price(firm.outputs().get(k).good()));
    }
    for (var line : code.get().lines().reversed()) {
      internalPrice(line.target(), adjoints, uses, worth);
      double adjoint = adjoints.getOrDefault(line.target(), 0.0);
      line.partials()
          .forEach((variable, partial) -> {
            double slope = evaluator.number(partial.expression(), values);
            adjoints.merge(variable, adjoint == 0 ? 0 : adjoint * slope, Double::sum);
            uses.computeIfAbsent(variable, _ -> new ArrayList<>())
                .add("price(" + line.target() + ") * " + Formula.factor(partial.expression()));
            worth
                .computeIfAbsent(variable, _ -> new ArrayList<>())
                .add(Figures.of(adjoint) + " * " + Figures.of(slope));
          });
    }
    code.get().inputs().forEach(input -> internalPrice(input, adjoints, uses, worth));
  }

  /** Says what a derivative is that was called by its name because it is long. */
  private String named() {
    var names = new ArrayList<String>();
    for (int i = 0; i < firm.inputs().size(); i++) {
      for (int k = 0; k < firm.outputs().size(); k++) {
        if (formulas.spelled(k, i).equals(formulas.name(k, i))) {
          names.add(formulas.name(k, i));
        }
      }
    }
    return names.isEmpty() ? "" : "; " + String.join(" and ", names) + " is these lines together";
  }

  private void internalPrice(
      Variable variable,
      Map<Variable, Double> adjoints,
      Map<Variable, List<String>> uses,
      Map<Variable, List<String>> worth) {
    var terms = uses.getOrDefault(variable, List.of());
    if (!terms.isEmpty()) {
      page.equation(
          2 * INDENT,
          "price(" + variable + ")",
          List.of("=", "="),
          List.of(
              Sums.of(terms),
              Sums.of(worth.getOrDefault(variable, List.of()))
                  + " = "
                  + Figures.of(adjoints.getOrDefault(variable, 0.0))));
    }
  }

  /** What every variable of the code is at the plan. */
  private Map<Variable, Value> values(StraightLine code) {
    var evaluator = new Evaluator(economy.program());
    var values = new HashMap<Variable, Value>();
    for (int i = 0; i < code.inputs().size(); i++) {
      values.put(code.inputs().get(i), Value.of(account.marginals().get(i).quantity()));
    }
    for (var line : code.lines()) {
      values.put(line.target(), evaluator.value(line.value(), values));
    }
    return values;
  }

  private void kinks() {
    for (var kink : account.kinks()) {
      long active = kink.multipliers().stream().filter(m -> m > 0).count();
      if (active > 1) {
        page.blank();
        page.line(
            "  %s = %s is at its kink: of its price %s inside the firm, %s."
                .formatted(
                    kink.text(),
                    Figures.of(kink.level()),
                    Figures.of(kink.price()),
                    sharesOf(kink)));
        page.line("  Each share lies between the one-sided derivatives, 0 and all of it.");
      }
    }
  }

  private String sharesOf(KinkAccount kink) {
    var names = new ArrayList<String>();
    formulas.code().stream()
        .flatMap(c -> c.lines().stream())
        .filter(l -> l.role() == Role.KINK && l.value().place().text().equals(kink.text()))
        .limit(1)
        .forEach(l -> ((Apply) l.value()).arguments().forEach(a -> names.add(Formula.of(a))));
    var shares = new ArrayList<String>();
    for (int i = 0; i < kink.multipliers().size(); i++) {
      var name = i < names.size() ? names.get(i) : "argument " + (i + 1);
      shares.add(name + " gets " + Figures.of(kink.multipliers().get(i)));
    }
    return String.join(" and ", shares);
  }

  private void notes() {
    var notes = new ArrayList<String>();
    account
        .outputs()
        .forEach((good, quantity) -> {
          if (quantity < 0) {
            notes.add(
                "%s buys %s %s: its code makes a negative amount."
                    .formatted(firm.name(), Figures.of(-quantity), good));
          }
        });
    account
        .rents()
        .forEach((capacity, rent) -> {
          if (rent > 0) {
            notes.add(
                "%s is used up: one more unit of it would earn %s."
                    .formatted(capacity, Figures.of(rent)));
          }
        });
    if (account.activity() == Activity.SHUT) {
      notes.add(
          "%s is shut: at these prices no plan earns more than nothing.".formatted(firm.name()));
    }
    if (!notes.isEmpty()) {
      page.blank();
      notes.forEach(note -> page.line("  " + note));
    }
  }
}
