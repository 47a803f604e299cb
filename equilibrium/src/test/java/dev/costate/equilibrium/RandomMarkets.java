package dev.costate.equilibrium;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Concave markets made from a seed: raw goods from outside, intermediate goods, and final goods
 * that outsiders want, with firms of every kind of technology between them. Every one has an
 * equilibrium: what outsiders take is bounded.
 */
final class RandomMarkets {
  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final double price;
  private final double quantity;
  private final List<String> goods = new ArrayList<>();
  private int firms;

  private RandomMarkets(long seed, double logSpread) {
    random = new Random(seed);
    price = Math.exp(logSpread * random.nextGaussian());
    quantity = Math.exp(logSpread * random.nextGaussian());
  }

  /**
   * The text of a market.
   *
   * @param logSpread how wild its scales are: prices and quantities are about e to plus or minus
   *     this
   */
  static String of(long seed, double logSpread) {
    return new RandomMarkets(seed, logSpread).text();
  }

  private String text() {
    int raws = 1 + random.nextInt(3);
    int mids = 1 + random.nextInt(4);
    int finals = 1 + random.nextInt(3);
    for (int i = 0; i < raws; i++) {
      raw("raw" + i);
    }
    var sold = new ArrayList<String>();
    for (int i = 0; i < finals; i++) {
      sold.add("fin" + i);
      finalGood("fin" + i);
    }
    for (int i = 0; i < mids; i++) {
      int makers = 1 + random.nextInt(2);
      for (int k = 0; k < makers; k++) {
        firm(List.of("mid" + i), some(goods));
      }
      goods.add("mid" + i);
    }
    for (int i = 0; i < finals; i++) {
      int makers = 1 + random.nextInt(2);
      for (int k = 0; k < makers; k++) {
        boolean joint = finals > 1 && random.nextInt(4) == 0;
        firm(
            joint ? List.of(sold.get(i), sold.get((i + 1) % finals)) : List.of(sold.get(i)),
            some(goods));
      }
    }
    return text.toString();
  }

  private void raw(String good) {
    goods.add(good);
    line("good %s:".formatted(good));
    switch (random.nextInt(4)) {
      case 0 -> line("    supply %s".formatted(number(quantity * between(1, 10))));
      case 1 ->
          line(
              "    supply(p) = %s * (p/%s)^%s"
                  .formatted(
                      number(quantity * between(1, 5)), number(price), number(between(0.3, 1.3))));
      case 2 -> {
        line(
            "    import at %s up to %s"
                .formatted(number(price * between(0.2, 1.2)), number(quantity * between(1, 6))));
        line("    supply %s".formatted(number(quantity * between(0, 1))));
      }
      default -> line("    price %s".formatted(number(price * between(0.1, 1.1))));
    }
  }

  private void finalGood(String good) {
    line("good %s:".formatted(good));
    switch (random.nextInt(3)) {
      case 0 ->
          line(
              "    demand(p) = %s * (p/%s)^-%s"
                  .formatted(
                      number(quantity * between(1, 10)), number(price), number(between(0.3, 2.3))));
      case 1 -> {
        double most = quantity * between(5, 15);
        line(
            "    demand(p) = %s - %s*p"
                .formatted(number(most), number(most / (price * between(1, 6)))));
      }
      default -> {
        line(
            "    export at %s up to %s"
                .formatted(number(price * between(0.5, 2.5)), number(quantity * between(1, 6))));
        line(
            "    export at %s up to %s"
                .formatted(number(price * between(0.2, 0.5)), number(quantity * 8)));
      }
    }
  }

  private void firm(List<String> outputs, List<String> inputs) {
    line(
        "firm F%d makes %s from %s:"
            .formatted(firms++, String.join(", ", outputs), String.join(", ", inputs)));
    for (var output : outputs) {
      line("    %s = %s".formatted(output, technology(inputs)));
    }
    if (random.nextInt(5) == 0) {
      line(
          "    capacity %s <= %s"
              .formatted(inputs.getFirst(), number(quantity * between(0.5, 4.5))));
    }
  }

  private String technology(List<String> inputs) {
    int count = inputs.size();
    var q = number(quantity);
    var scale = number(between(0.3, 2.3));
    return switch (random.nextInt(7)) {
      case 0 ->
          "%s * %s * %s"
              .formatted(
                  scale,
                  q,
                  each(inputs, "(%2$s/" + q + ")^" + number(between(0.4, 0.95) / count), " * "));
      case 1 -> "%s * (%s)".formatted(scale, each(inputs, "sqrt(%2$s * " + q + ")", " + "));
      case 2 ->
          "min(%s, %s)".formatted(each(inputs, "%1$s*%2$s", ", "), each(inputs, "%1$s*%2$s", ", "));
      case 3 -> "%s * ln(1 + (%s) / %s)".formatted(q, each(inputs, "%1$s*%2$s", " + "), q);
      case 4 -> each(inputs, "%1$s*%2$s", " + ");
      case 5 ->
          "%s * ((%s) / %d)^-2"
              .formatted(
                  scale,
                  each(inputs, "(%2$s + " + number(0.01 * quantity) + ")^-0.5", " + "),
                  count);
      default ->
          "%s * %s * %s^%s"
              .formatted(scale, each(inputs, "%2$s^" + number(0.9 / count), " * "), q, number(0.1));
    };
  }

  /** The inputs in a form: {@code %1$s} is a coefficient, {@code %2$s} the input. */
  private String each(List<String> inputs, String form, String between) {
    return inputs.stream()
        .map(i -> form.formatted(number(between(0.2, 1.2)), i))
        .collect(Collectors.joining(between));
  }

  private List<String> some(List<String> from) {
    var shuffled = new ArrayList<>(from);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(Math.min(3, shuffled.size())));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(4)).toPlainString();
  }
}
