package dev.costate.cli.explain;

import dev.costate.cli.explain.ChangeNode.Branch;
import dev.costate.cli.explain.ChangeNode.Ending;
import dev.costate.cli.explain.ChangeNode.Twig;
import dev.costate.cli.explain.ChangeNodes.View;
import dev.costate.cli.explain.FirstOrder.Term;
import dev.costate.cli.report.Figures;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.change.Part.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The change of a price as text: how large it is, and where it comes from. */
final class ChangeTree {
  private static final String NEXT = "├── ";
  private static final String LAST = "└── ";
  private static final String RAIL = "│   ";
  private static final String NO_RAIL = "    ";

  /** A change below this fraction of the price is that of a search. */
  static final double UNCHANGED = 1e-9;

  private final Shock shock;
  private final Page page = new Page();

  ChangeTree(Shock shock) {
    this.shock = shock;
  }

  String of(String good, OptionalInt depth) {
    var changes = shock.changes();
    var price = changes.price(good);
    var unit = shock.equilibrium().unitOfAccount();
    if (isUnchanged(price)) {
      page.line(
          "price(%s) = %s, in %s, before and after.%s"
              .formatted(good, Figures.of(price.before()), unit, given(good)));
      return page.text();
    }
    page.line(
        "price(%s) %s by %s%s: %s, in %s.%s"
            .formatted(
                good,
                price.delta() > 0 ? "rises" : "falls",
                Figures.of(Math.abs(price.delta())),
                percent(price),
                ChangeWords.change(price),
                unit,
                given(good)));
    firstOrder(FirstOrder.of(good, shock, price), price);
    page.blank();
    page.line("As its users value it; the parts of each add up to the change:");
    page.blank();
    root(new ChangeNodes(changes, View.USERS).of(good, depth), "buys");
    var makers = new ChangeNodes(changes, View.MAKERS).of(good, depth);
    if (!makers.branches().isEmpty()) {
      page.blank();
      page.line("As its makers pay for it; the parts of each add up to the change:");
      page.blank();
      root(makers, "makes");
    }
    return page.text();
  }

  static boolean isUnchanged(Change price) {
    return Math.abs(price.delta())
        <= UNCHANGED * Math.max(Math.abs(price.before()), Math.abs(price.after()));
  }

  private String given(String good) {
    return shock.changes().isGiven(good)
        ? " The file gives it: outsiders trade at this price."
        : "";
  }

  private static String percent(Change price) {
    return price.before() == 0
        ? ""
        : " (%s)".formatted(Figures.percent(Math.abs(price.delta() / price.before())));
  }

  private void firstOrder(FirstOrder order, Change price) {
    page.blank();
    page.line("To first order, with the derivatives before:");
    page.blank();
    for (var term : order.terms()) {
      var number = "%s %s".formatted(term.number(), ChangeWords.change(term.of()));
      switch (term) {
        case Term.Known known ->
            page.line(
                "    %s  %s: %s for one unit more"
                    .formatted(
                        ChangeWords.signed(known.amount(), price.delta()),
                        number,
                        Figures.of(known.derivative())));
        case Term.Missing(_, _, var reason) ->
            page.line("    %s: no derivative: %s".formatted(number, reason));
      }
    }
    order
        .remainder()
        .ifPresentOrElse(
            rest ->
                page.line(
                    "    %s  second order and beyond"
                        .formatted(ChangeWords.signed(rest, price.delta()))),
            () ->
                page.line(
                    "    What is left is not told: a term is missing, or one shocked number is computed from another."));
  }

  private void root(ChangeNode node, String verb) {
    page.line("price(%s) %s".formatted(node.good(), ChangeWords.signed(node.price().delta())));
    if (node.branches().isEmpty()) {
      page.line(LAST + "nobody buys it, before or after");
    }
    branches(node, verb, "");
    if (node.ending() == Ending.DEEPER) {
      page.line("(the parts of each: --depth 1)");
    }
  }

  private void branches(ChangeNode node, String verb, String rail) {
    for (int b = 0; b < node.branches().size(); b++) {
      boolean last = b == node.branches().size() - 1;
      branch(node.branches().get(b), verb, rail, last);
    }
  }

  private void branch(Branch branch, String verb, String rail, boolean last) {
    page.line(rail + (last ? LAST : NEXT) + ChangeWords.account(branch.account(), verb));
    var below = rail + (last ? NO_RAIL : RAIL);
    var amounts =
        branch.parts().stream().filter(t -> t.part().cause() == Cause.INPUT_PER_UNIT).toList();
    var others = new ArrayList<>(branch.parts());
    others.removeAll(amounts);
    for (int t = 0; t < others.size(); t++) {
      boolean end = t == others.size() - 1 && amounts.isEmpty();
      twig(others.get(t), branch, verb, below, end);
    }
    if (!amounts.isEmpty()) {
      page.line(below + LAST + signed(amounts) + ChangeWords.perUnit(amounts));
    }
  }

  private static String signed(List<Twig> twigs) {
    return ChangeWords.signed(twigs.stream().mapToDouble(Twig::amount).sum()) + "  ";
  }

  private void twig(Twig twig, Branch branch, String verb, String rail, boolean last) {
    page.line(
        rail
            + (last ? LAST : NEXT)
            + signed(List.of(twig))
            + ChangeWords.part(twig.part(), branch.account().quantity())
            + twig.further().map(ChangeTree::ending).orElse(""));
    twig.further().ifPresent(next -> branches(next, verb, rail + (last ? NO_RAIL : RAIL)));
  }

  private static String ending(ChangeNode node) {
    return switch (node.ending()) {
      case NONE -> "";
      case GIVEN -> ", given";
      case SEEN -> ", see above";
      case DEEPER -> " (more below: --depth)";
    };
  }
}
