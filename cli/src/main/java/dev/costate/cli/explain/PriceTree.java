package dev.costate.cli.explain;

import dev.costate.cli.explain.PriceNode.Use.ByConsumer;
import dev.costate.cli.explain.PriceNode.Use.ByFirm;
import dev.costate.cli.explain.PriceNode.Use.ByOutsiders;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import java.util.ArrayList;

/** A tree of prices as text. */
final class PriceTree {
  private static final String NEXT = "├── ";
  private static final String LAST = "└── ";
  private static final String RAIL = "│   ";
  private static final String NO_RAIL = "    ";

  private final Economy economy;
  private final Equilibrium equilibrium;
  private final Gates gates;
  private final Page page;

  PriceTree(Economy economy, Equilibrium equilibrium, Page page) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    this.gates = new Gates(economy, equilibrium);
    this.page = page;
  }

  void write(PriceNode root) {
    page.line(
        (Gates.areIn(economy)
                ? "price(%s) = %s, in %s; behind wedges (pays, keeps) it is what one more unit is worth in every use:"
                : "price(%s) = %s, in %s, is what one more unit is worth in every use:")
            .formatted(root.good(), Figures.of(root.price()), equilibrium.unitOfAccount()));
    page.blank();
    page.line(head(root));
    uses(root, "");
  }

  private static String head(PriceNode node) {
    var reason =
        switch (node.ground()) {
          case USES -> "";
          case GIVEN -> ", given";
          case OUTSIDERS -> ", what outsiders pay";
          case SEEN -> ", see above";
        };
    var hidden =
        node.hidden() == 0
            ? ""
            : " (%,d %s of it below: --depth)"
                .formatted(node.hidden(), node.hidden() == 1 ? "use" : "uses");
    return "price(%s) = %s%s%s".formatted(node.good(), Figures.of(node.price()), reason, hidden);
  }

  private void uses(PriceNode node, String rail) {
    for (int u = 0; u < node.uses().size(); u++) {
      boolean last = u == node.uses().size() - 1;
      var joint = rail + (last ? LAST : NEXT);
      switch (node.uses().get(u)) {
        case ByFirm use -> firm(use, joint, rail + (last ? NO_RAIL : RAIL));
        case ByConsumer(var consumer, var quantity) ->
            page.line(
                joint
                    + "%s uses %s: the price is its marginal utility over that of income"
                        .formatted(consumer, Figures.of(quantity)));
        case ByOutsiders(var quantity) ->
            page.line(
                joint
                    + "outsiders buy %s and pay %s"
                        .formatted(Figures.of(quantity), Figures.of(node.price())));
      }
    }
  }

  private void firm(ByFirm use, String joint, String below) {
    if (use.marginals().isEmpty()) {
      page.line(joint + use.firm().name() + ": its code has no derivative at its plan");
    }
    if (use.outputs().isEmpty()) {
      use.marginals().forEach(marginal -> page.line(joint + brief(use, marginal)));
      return;
    }
    var formulas =
        FirmFormulas.of(economy, use.firm(), Explanation.account(equilibrium, use.firm().name()));
    for (var marginal : use.marginals()) {
      page.line(joint + verb(use, marginal));
      var paid = gates.bought(use.firm().inputs().get(use.input()));
      var left = paid.startsWith("price(") ? "" : paid + " = " + Figures.of(marginal.price()) + " ";
      page.line(below + RAIL + left + symbols(use, formulas, marginal));
      page.line(below + RAIL + numbers(marginal));
      inside(use, formulas, below + RAIL);
    }
    for (int k = 0; k < use.outputs().size(); k++) {
      boolean last = k == use.outputs().size() - 1;
      page.line(below + (last ? LAST : NEXT) + head(use.outputs().get(k)));
      uses(use.outputs().get(k), below + (last ? NO_RAIL : RAIL));
    }
  }

  /** The lines of its code that depend on the input, in reverse. */
  private void inside(ByFirm use, FirmFormulas formulas, String rail) {
    var account = Explanation.account(equilibrium, use.firm().name());
    var all = InnerPrices.of(economy, use.firm(), account, gates, formulas);
    if (all.isEmpty()) {
      return;
    }
    page.line(rail + "inside, line by line:");
    for (var inner : InnerPrices.behind(use.input(), all, formulas.code().orElseThrow())) {
      page.line(
          rail
              + "  %s = %s = %s = %s"
                  .formatted(
                      inner.name(),
                      Sums.of(inner.symbols()),
                      Sums.of(inner.numbers()),
                      Figures.of(inner.value())));
    }
  }

  private String brief(ByFirm use, InputMarginal marginal) {
    var port = use.firm().inputs().get(use.input());
    var pays =
        gates.bought(port).startsWith("price(")
            ? ""
            : " and pays %s".formatted(Figures.of(marginal.price()));
    return "%s%s: marginal value %s"
        .formatted(verb(use, marginal), pays, Figures.of(marginal.worth()));
  }

  private static String verb(ByFirm use, InputMarginal marginal) {
    return marginal.quantity() > 0
        ? "%s buys %s".formatted(use.firm().name(), Figures.of(marginal.quantity()))
        : "%s does not buy".formatted(use.firm().name());
  }

  private String symbols(ByFirm use, FirmFormulas formulas, InputMarginal marginal) {
    var terms = new ArrayList<String>();
    for (int k = 0; k < marginal.terms().size(); k++) {
      terms.add(gates.sold(use.firm().outputs().get(k)) + " * " + formulas.spelled(k, use.input()));
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
}
