package dev.costate.cli.diagram;

import dev.costate.cli.diagram.Layers.Place;
import dev.costate.cli.diagram.Picture.Activity;
import dev.costate.cli.diagram.Picture.Link;
import dev.costate.cli.diagram.Picture.Node;
import dev.costate.cli.formula.FirmFormulas;
import dev.costate.cli.formula.Formula;
import dev.costate.cli.formula.Sums;
import dev.costate.cli.report.Figures;
import dev.costate.economy.Economy;
import dev.costate.economy.Firm;
import dev.costate.equilibrium.Equilibrium;
import dev.costate.equilibrium.FirmAccount;
import dev.costate.equilibrium.FirmAccount.InputMarginal;
import dev.costate.equilibrium.FirmAccount.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The picture of a market at its equilibrium: goods for values, prices for adjoints, firms for
 * lines.
 */
public final class MarketPicture {
  private final Economy economy;
  private final Equilibrium equilibrium;
  private final Map<String, Integer> position = new LinkedHashMap<>();

  private MarketPicture(Economy economy, Equilibrium equilibrium) {
    this.economy = economy;
    this.equilibrium = equilibrium;
    economy.goods().forEach(good -> position.put(good.name(), position.size()));
  }

  /**
   * @param title what to write above it
   */
  public static Picture of(String title, Economy economy, Equilibrium equilibrium) {
    return new MarketPicture(economy.writtenOut(), equilibrium).picture(title);
  }

  private Picture picture(String title) {
    var nodes = new ArrayList<Node>();
    economy.goods().forEach(good -> nodes.add(node(good.name())));
    var links = new ArrayList<Link>();
    economy.firms().forEach(firm -> links(firm, links));
    var unit = equilibrium.unitOfAccount();
    var backward = unit.equals(Equilibrium.MONEY) ? "prices" : "prices in " + unit;
    return alongTheChain(new Picture(title, "goods and quantities", backward, nodes, links));
  }

  private Node node(String good) {
    return new Node(
        good, quantity(good), uses(good), "price(" + good + ")", price(good), shares(good));
  }

  private double price(String good) {
    return equilibrium.prices().getOrDefault(good, Double.NaN);
  }

  /** What is bought; where firms together make a negative amount, that. */
  private double quantity(String good) {
    double made = 0;
    for (var account : equilibrium.firms().values()) {
      made += account.outputs().getOrDefault(good, 0.0);
    }
    return made < 0 ? made : equilibrium.quantities().getOrDefault(good, 0.0);
  }

  /** Who buys how much of a good, where several do. */
  private List<String> uses(String good) {
    var uses = new ArrayList<String>();
    for (var firm : economy.firms()) {
      double bought = account(firm).inputs().getOrDefault(good, 0.0);
      if (bought > 0) {
        uses.add(Figures.of(bought) + " to " + firm.name());
      }
    }
    for (var consumer : economy.consumers()) {
      double bought = equilibrium.consumer(consumer.name()).buys().getOrDefault(good, 0.0);
      if (bought > 0) {
        uses.add(Figures.of(bought) + " to " + consumer.name());
      }
    }
    double outside = equilibrium.good(good).toOutside();
    if (outside > 0) {
      uses.add(Figures.of(outside) + " to outsiders");
    }
    if (uses.size() < 2) {
      return List.of();
    }
    uses.replaceAll(use -> (use.equals(uses.getFirst()) ? "= " : "+ ") + use);
    return uses;
  }

  private void links(Firm firm, List<Link> links) {
    var account = account(firm);
    var formulas = FirmFormulas.of(economy, firm, account);
    for (int k = 0; k < firm.outputs().size(); k++) {
      for (int i = 0; i < firm.inputs().size(); i++) {
        links.add(
            new Link(
                index(firm.inputs().get(i).good()),
                index(firm.outputs().get(k).good()),
                "firm " + firm.name(),
                formulas.output(k).map(Formula::of).orElse(""),
                formulas.partial(k, i),
                slope(account, firm.inputs().get(i).good(), k),
                isIdle(account, firm.inputs().get(i).good()) ? Activity.IDLE : Activity.RUNNING));
      }
    }
  }

  private FirmAccount account(Firm firm) {
    var account = equilibrium.firms().get(firm.name());
    if (account == null) {
      throw new IllegalArgumentException("no firm '" + firm.name() + "' in the equilibrium");
    }
    return account;
  }

  private int index(String good) {
    return position.getOrDefault(good, -1);
  }

  private static double slope(FirmAccount account, String input, int output) {
    return account.marginals().stream()
        .filter(marginal -> marginal.good().equals(input))
        .mapToDouble(marginal -> marginal.terms().get(output).derivative())
        .findFirst()
        .orElse(Double.NaN);
  }

  private static boolean isIdle(FirmAccount account, String input) {
    return account.marginals().stream()
        .anyMatch(marginal -> marginal.good().equals(input) && marginal.quantity() == 0);
  }

  /** What each use of a good is worth, where there are several uses or one use of several terms. */
  private List<String> shares(String good) {
    var uses = new LinkedHashMap<String, InputMarginal>();
    for (var firm : economy.firms()) {
      for (var marginal : account(firm).marginals()) {
        if (marginal.good().equals(good)) {
          uses.put(firm.name(), marginal);
        }
      }
    }
    boolean simple =
        uses.size() == 1
            && uses.values().stream()
                .allMatch(m ->
                    m.terms().size() + m.rents().size() == 1
                        && m.slack() == 0
                        && m.price() == price(good));
    var shares = new ArrayList<String>();
    if (!simple) {
      uses.forEach((firm, marginal) ->
          shares.add(
              (marginal.slack() > 0 ? "> " : "= ")
                  + worth(marginal)
                  + (uses.size() > 1 ? " at " + firm : "")
                  + (marginal.price() == price(good) ? "" : ", wedges included")));
    }
    return shares;
  }

  private static String worth(InputMarginal marginal) {
    var terms = new ArrayList<String>();
    marginal.terms().forEach(term -> terms.add(Figures.of(term.value())));
    for (Term rent : marginal.rents()) {
      if (rent.value() != 0) {
        terms.add(Figures.of(-rent.value()) + " rent");
      }
    }
    return Sums.of(terms);
  }

  /** The same picture with its nodes in the order in which they are made from each other. */
  private static Picture alongTheChain(Picture picture) {
    var order = new ArrayList<Integer>();
    for (var column : Layers.of(picture).columns()) {
      for (var slot : column) {
        if (slot instanceof Place(var node)) {
          order.add(node);
        }
      }
    }
    var nodes = order.stream().map(picture.nodes()::get).toList();
    var links =
        picture.links().stream()
            .map(l ->
                new Link(
                    order.indexOf(l.from()),
                    order.indexOf(l.to()),
                    l.maker(),
                    l.code(),
                    l.partial(),
                    l.effect(),
                    l.activity()))
            .sorted(java.util.Comparator.comparingInt(Link::from))
            .toList();
    return new Picture(picture.title(), picture.forward(), picture.backward(), nodes, links);
  }
}
