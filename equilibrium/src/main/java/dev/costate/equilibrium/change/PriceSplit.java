package dev.costate.equilibrium.change;

import dev.costate.equilibrium.change.Part.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * The change of a price, part by part. Of a product a * b the change is mean(a) * change(b) +
 * mean(b) * change(a), exactly (Bennet 1920); of the price p that makes factor * p + amount equal
 * to a sum of products it is theirs, less the change of the wedge, over the mean factor.
 */
final class PriceSplit {
  /** A quantity that is multiplied with prices. */
  record Factor(Cause cause, String subject, Change of) {}

  /** A market price behind a gate. */
  record Priced(Cause cause, String good, Change price, Gate before, Gate after) {
    Change counted() {
      return new Change(before.counted(price.before()), after.counted(price.after()));
    }

    Change wedge() {
      return new Change(
          before.net(price.before()) - price.before(), after.net(price.after()) - price.after());
    }

    private Change net() {
      return new Change(before.net(price.before()), after.net(price.after()));
    }

    private Change factor() {
      return new Change(before.factor(), after.factor());
    }

    private Change amount() {
      return new Change(before.amount(), after.amount());
    }

    private Change markup() {
      return new Change(before.markup(), after.markup());
    }

    /** One over one plus the markup. */
    private Change share() {
      return new Change(1 / (1 + before.markup()), 1 / (1 + after.markup()));
    }
  }

  private final double scale;
  private final List<Part> parts = new ArrayList<>();

  private PriceSplit(double scale) {
    this.scale = scale;
  }

  /**
   * Of a price for which somebody pays, at its gate, what it is worth.
   *
   * @param wedge what a change of the gate is called
   */
  static PriceSplit ofPaid(Priced price, Cause wedge) {
    var split = new PriceSplit(1 / price.factor().mean());
    double moved = price.price().mean() * price.factor().delta() + price.amount().delta();
    split.add(wedge, price.good(), price.wedge(), -moved);
    return split;
  }

  /** Of a price of which somebody keeps, at its gate, cost and markup. */
  static PriceSplit ofCost(Priced price) {
    var counted = price.counted();
    var taxes = ofPaid(price, Cause.OUTPUT_WEDGE);
    taxes.add(Cause.MARKUP, price.good(), price.markup(), counted.mean() * price.markup().delta());
    var split = new PriceSplit(taxes.scale * (1 + price.markup().mean()));
    split.parts.addAll(taxes.parts);
    return split;
  }

  /** Of a number that makes the price times one over a scale. */
  static PriceSplit scaled(double scale) {
    return new PriceSplit(scale);
  }

  /** Adds the parts of a number times the scale. */
  PriceSplit plus(Cause cause, String subject, Change of) {
    return add(cause, subject, of, of.delta());
  }

  /** Subtracts those of a number. */
  PriceSplit minus(Cause cause, String subject, Change of) {
    return add(cause, subject, of, -of.delta());
  }

  /**
   * Adds the parts of a product of numbers.
   *
   * @param sign 1, or -1 to subtract
   */
  PriceSplit product(int sign, Factor a, Factor b) {
    add(a.cause(), a.subject(), a.of(), sign * b.of().mean() * a.of().delta());
    return add(b.cause(), b.subject(), b.of(), sign * a.of().mean() * b.of().delta());
  }

  /**
   * Adds the parts of what counts of a price times a number.
   *
   * @param sign 1, or -1 to subtract
   * @param wedge what a change of the gate is called
   */
  PriceSplit product(int sign, Priced price, Cause wedge, Factor factor) {
    double times = sign * factor.of().mean();
    double share = price.share().mean();
    add(
        price.cause(),
        price.good(),
        price.price(),
        times * share * price.factor().mean() * price.price().delta());
    add(
        wedge,
        price.good(),
        price.wedge(),
        times * share * (price.price().mean() * price.factor().delta() + price.amount().delta()));
    add(
        Cause.MARKUP,
        price.good(),
        price.markup(),
        times * price.net().mean() * price.share().delta());
    return add(
        factor.cause(),
        factor.subject(),
        factor.of(),
        sign * price.counted().mean() * factor.of().delta());
  }

  private PriceSplit add(Cause cause, String subject, Change of, double amount) {
    parts.add(new Part(cause, subject, of, scale * amount));
    return this;
  }

  List<Part> parts() {
    return List.copyOf(parts);
  }
}
