package dev.costate.cli.explain;

import dev.costate.cli.explain.ChangeNode.Twig;
import dev.costate.cli.report.Figures;
import dev.costate.equilibrium.change.Account;
import dev.costate.equilibrium.change.Account.Party;
import dev.costate.equilibrium.change.Account.Unexplained;
import dev.costate.equilibrium.change.Change;
import dev.costate.equilibrium.change.Part;
import java.util.List;
import java.util.stream.Collectors;

/** How parts and accounts of a change are called. */
final class ChangeWords {
  /** Names of one line. */
  private static final int MOST_NAMES = 4;

  private ChangeWords() {}

  /** {@code 2 -> 3}. */
  static String change(Change of) {
    return Figures.of(of.before()) + " -> " + Figures.of(of.after());
  }

  /** Of differences, one of which may be only rounding. */
  private static String rounded(Change of) {
    double scale = Math.max(Math.abs(of.before()), Math.abs(of.after()));
    return Figures.of(of.before(), scale) + " -> " + Figures.of(of.after(), scale);
  }

  /** {@code +0.5}; 0 where it is only the rounding of something of a certain size. */
  static String signed(double amount, double scale) {
    var figure = Figures.of(amount, Math.abs(scale));
    return (amount > 0 && !figure.equals("0") ? "+" : "") + figure;
  }

  /** {@code +0.5}. */
  static String signed(double amount) {
    return (amount > 0 ? "+" : "") + Figures.of(amount);
  }

  /**
   * {@code Mill buys 15, then 14.2}.
   *
   * @param firms what firms do with the good: {@code buys}
   */
  static String account(Account account, String firms) {
    var subject =
        switch (account.party()) {
          case Party.OfFirm(var name) -> name + " " + firms;
          case Party.OfConsumer(var name) -> name + " uses";
          case Party.Outsiders() -> "outsiders trade";
        };
    if (account instanceof Unexplained(var party, var quantity, var reason)) {
      var name =
          switch (party) {
            case Party.OfFirm(var firm) -> firm;
            case Party.OfConsumer(var consumer) -> consumer;
            case Party.Outsiders() -> "outsiders";
          };
      return hasNoQuantity(account)
          ? name + " " + reason
          : "%s %s (%s)".formatted(name, reason, change(quantity));
    }
    if (hasNoQuantity(account)) {
      return subject + " at one of several prices";
    }
    return subject + " " + quantities(account.quantity());
  }

  /** Outsiders who trade at several prices: what goes at each is not known. */
  static boolean hasNoQuantity(Account account) {
    return Double.isNaN(account.quantity().before());
  }

  private static String quantities(Change quantity) {
    var before = quantity.before() == 0 ? "none" : Figures.of(quantity.before());
    var after = quantity.after() == 0 ? "none" : Figures.of(quantity.after());
    return before.equals(after) ? before + " before and after" : before + ", then " + after;
  }

  /** What changed, without its share of the price's change. */
  static String part(Part part, Change quantity) {
    var of = change(part.of());
    var subject = part.subject();
    return switch (part.cause()) {
      case OUTPUT_PRICE, INPUT_PRICE -> "price(%s) %s".formatted(subject, of);
      case OUTPUT_WEDGE, INPUT_WEDGE -> "wedge on %s %s a unit".formatted(subject, of);
      case MARKUP ->
          "markup on %s %s -> %s"
              .formatted(
                  subject, Figures.percent(part.of().before()), Figures.percent(part.of().after()));
      case MARGINAL_PRODUCT -> "its marginal product of %s %s".formatted(subject, of);
      case RENT -> "rent of %s %s".formatted(subject, of);
      case CAPACITY_USE -> "what one more unit takes of %s %s".formatted(subject, of);
      case SLACK ->
          quantity.before() == 0 || quantity.after() == 0
              ? "what the price is above its worth here %s".formatted(rounded(part.of()))
              : "what the search leaves open %s".formatted(rounded(part.of()));
      case MARGINAL_UTILITY -> "its marginal utility %s".formatted(of);
      case PRICE_OF_UTILITY -> "what one more unit of utility costs it %s".formatted(of);
      case CURVE -> "the curve itself: %s at one price".formatted(more(part));
      case ALONG_CURVE -> "along the curve: %s in all".formatted(of);
      case OTHER_PRICES -> "the curve, through price(%s): %s".formatted(subject, more(part));
      case OUTSIDE_PRICE -> "the price at which they trade %s".formatted(of);
      case UNIT_OF_ACCOUNT -> "the unit of account: one of money is %s of it".formatted(of);
      case INPUT_PER_UNIT -> "%s in one unit %s".formatted(subject, of);
      case JOINT_PRICE -> "price(%s), made beside it, %s".formatted(subject, of);
      case JOINT_PER_UNIT -> "%s beside one unit %s".formatted(subject, of);
      case PROFIT -> "profit left on one unit %s".formatted(rounded(part.of()));
    };
  }

  /** A difference, the mean of what it is first and what it is last. */
  private static String more(Part part) {
    double more = part.of().delta();
    return Figures.of(Math.abs(more)) + (more < 0 ? " less" : " more");
  }

  /** Several amounts of inputs that go into one unit, the largest part first. */
  static String perUnit(List<Twig> twigs) {
    var named =
        twigs.stream()
            .limit(MOST_NAMES)
            .map(twig -> twig.part().subject() + " " + change(twig.part().of()))
            .collect(Collectors.joining(", "));
    int more = twigs.size() - MOST_NAMES;
    return "inputs in one unit: " + named + (more > 0 ? " and %,d more".formatted(more) : "");
  }
}
