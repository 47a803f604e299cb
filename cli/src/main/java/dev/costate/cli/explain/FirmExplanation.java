package dev.costate.cli.explain;

import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Formula;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One firm: what it maximises, and what its first-order conditions make of its prices. */
final class FirmExplanation {
  private static final int INDENT = 2;

  /** A profit this small beside what is sold is the rounding of a difference. */
  private static final double ROUNDING = 1e-12;

  private final Economy economy;
  private final Firm firm;
  private final FirmAccount account;
  private final Gates gates;
  private final FirmFormulas formulas;
  private final Page page;

  FirmExplanation(Economy economy, Firm firm, FirmAccount account, Gates gates, Page page) {
    this.economy = economy;
    this.firm = firm;
    this.account = account;
    this.gates = gates;
    this.formulas = FirmFormulas.of(economy, firm, account);
    this.page = page;
  }

  void write() {
    page.blank();
    page.line(head());
    page.blank();
    gates.write(firm, page);
    profit();
    splits();
    generated();
    if (account.marginals().isEmpty() && !firm.inputs().isEmpty()) {
      page.blank();
      page.line("  Its code has no derivative at this plan.");
    }
    for (var marginal : account.marginals()) {
      condition(input(marginal.good()), marginal);
    }
    inside();
    kinks();
    technologyKinks();
    notes();
  }

  private String head() {
    var outputs = firm.outputs().stream().map(Firm.Port::good).collect(Collectors.joining(", "));
    var inputs = firm.inputs().stream().map(Firm.Port::good).collect(Collectors.joining(", "));
    return "firm %s makes %s%s"
        .formatted(firm.name(), outputs, inputs.isEmpty() ? "" : " from " + inputs);
  }

  private int input(String good) {
    for (int i = 0; i < firm.inputs().size(); i++) {
      if (firm.inputs().get(i).good().equals(good)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s does not buy %s".formatted(firm.name(), good));
  }

  private void profit() {
    var symbols = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    double gross = 0;
    for (int k = 0; k < firm.outputs().size(); k++) {
      var good = firm.outputs().get(k).good();
      var port = firm.outputs().get(k);
      gross += Math.abs(gates.kept(port) * account.outputs().getOrDefault(good, 0.0));
      var made = formulas.output(k).map(Formula::factor).orElse(firm.outputs().get(k).local());
      symbols.add(gates.sold(port) + " * " + made);
      numbers.add(
          Figures.of(gates.kept(port))
              + " * "
              + Figures.of(account.outputs().getOrDefault(good, 0.0)));
    }
    for (var input : firm.inputs()) {
      symbols.add("-" + gates.bought(input) + " * " + input.local());
      numbers.add(
          "-"
              + Figures.of(gates.paid(input))
              + " * "
              + Figures.of(account.inputs().getOrDefault(input.good(), 0.0)));
    }
    double markups = 0;
    double profit = 0;
    for (var port : firm.outputs()) {
      double made = account.outputs().getOrDefault(port.good(), 0.0);
      profit += gates.kept(port) * made;
      markups += (gates.net().selling(port).net() - gates.kept(port)) * made;
    }
    for (var port : firm.inputs()) {
      profit -= gates.paid(port) * account.inputs().getOrDefault(port.good(), 0.0);
    }
    profit = Math.abs(profit) < ROUNDING * gross ? 0 : profit;
    page.equation(
        INDENT,
        "profit",
        List.of("=", "=", "="),
        List.of(Sums.of(symbols), Sums.of(numbers), Figures.of(profit)));
    if (markups != 0) {
      page.line("  Besides, its owners keep %s through markups.".formatted(Figures.of(markups)));
    }
  }

  /** A level that is split among outputs goes where it earns most. */
  private void splits() {
    for (var split : formulas.splits()) {
      page.blank();
      page.line(
          "  One unit of %s can become %s in several proportions (elasticity %s)."
              .formatted(
                  split.level(),
                  String.join(", ", split.outputs()),
                  Figures.of(split.elasticity())));
      if (!split.perLevel().stream().allMatch(Double::isFinite)) {
        continue; // What its code does with them goes on, so that prices alone do not tell.
      }
      var parts = new ArrayList<String>();
      for (int k = 0; k < split.outputs().size(); k++) {
        parts.add(Figures.of(split.perLevel().get(k)) + " " + split.outputs().get(k));
      }
      page.line("  At these prices it earns most as " + String.join(" + ", parts) + ".");
    }
  }

  /**
   * Of code that is not straight the derivatives are functions; they are printed before they are
   * used.
   */
  private void generated() {
    if (formulas.code().isEmpty() && !formulas.isReversible()) {
      page.blank();
      page.line(
          "  At this plan its code has several derivatives, one for each direction. What counts are those");
      page.line("  along its cheapest plan; they are numbers below.");
      return;
    }
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
    var price = gates.bought(firm.inputs().get(i));
    var symbols = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    for (int k = 0; k < marginal.terms().size(); k++) {
      var term = marginal.terms().get(k);
      symbols.add(gates.sold(firm.outputs().get(k)) + " * " + formulas.spelled(k, i));
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
    for (var inner : InnerPrices.of(economy, firm, account, gates, formulas)) {
      page.equation(
          2 * INDENT,
          inner.name(),
          List.of("=", "="),
          List.of(
              Sums.of(inner.symbols()),
              Sums.of(inner.numbers()) + " = " + Figures.of(inner.value())));
    }
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

  /** Kinks of a technology that was solved through its unit cost. */
  private void technologyKinks() {
    if (!account.kinks().isEmpty()) {
      return;
    }
    formulas.code().stream()
        .flatMap(code -> code.lines().stream())
        .filter(line -> line.role() == Role.KINK && line.partials().size() > 1)
        .limit(1)
        .forEach(_ -> {
          page.blank();
          page.line(
              "  Its min is at its kink, where every argument gets a share of the price: what it costs, over");
          page.line(
              "  what all of them cost. Each share lies between the one-sided derivatives, 0 and all of it.");
        });
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
