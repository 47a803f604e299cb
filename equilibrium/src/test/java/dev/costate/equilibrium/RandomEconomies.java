package dev.costate.equilibrium;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Closed economies made from a seed: factors that consumers own, and goods made of factors and
 * other goods by nests of constant elasticity, some also as by-products, some by firms that are too
 * costly to run. Every one has an equilibrium: each consumer owns some of every factor, and the
 * first firm of each good needs at most half a unit of other goods for a unit of its own.
 *
 * @param factors how many
 * @param goods how many
 * @param consumers how many
 * @param taxes whether there are taxes, from none to 30%, received by consumers
 * @param jointly whether firms may have by-products
 * @param elasticity of each nest
 * @param tastes the seed of what consumers like; what they own depends on the seed of the economy
 */
record RandomEconomies(
    int factors,
    int goods,
    int consumers,
    boolean taxes,
    boolean jointly,
    Function<Random, Double> elasticity,
    long tastes) {
  private static final double[] ELASTICITIES = {0, 0.1, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 5, 10};
  private static final double LEAST_OF_CONSUMERS = 0.1;

  /** Sizes and features that depend on the seed. */
  static RandomEconomies any(long seed) {
    var random = new Random(~seed);
    return new RandomEconomies(
        2 + random.nextInt(3),
        3 + random.nextInt(7),
        1 + random.nextInt(4),
        random.nextBoolean(),
        random.nextBoolean(),
        RandomEconomies::some,
        seed);
  }

  private static double some(Random random) {
    return ELASTICITIES[random.nextInt(ELASTICITIES.length)];
  }

  RandomEconomies withFactors(int count) {
    return new RandomEconomies(count, goods, consumers, taxes, jointly, elasticity, tastes);
  }

  RandomEconomies withConsumers(int count) {
    return new RandomEconomies(factors, goods, count, taxes, jointly, elasticity, tastes);
  }

  RandomEconomies withoutTaxes() {
    return new RandomEconomies(factors, goods, consumers, false, jointly, elasticity, tastes);
  }

  RandomEconomies withoutByProducts() {
    return new RandomEconomies(factors, goods, consumers, taxes, false, elasticity, tastes);
  }

  RandomEconomies withElasticity(double value) {
    return new RandomEconomies(factors, goods, consumers, taxes, jointly, _ -> value, tastes);
  }

  RandomEconomies withTastes(long seed) {
    return new RandomEconomies(factors, goods, consumers, taxes, jointly, elasticity, seed);
  }

  /** The text of the economy. */
  String text(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder();
    int idle = random.nextInt(goods + 1);
    for (int i = 0; i < goods + idle; i++) {
      firm(i, random, text);
    }
    var likes = new Random(tastes);
    for (int c = 0; c < consumers; c++) {
      consumer(c, random, likes, text);
    }
    return text.toString();
  }

  private void firm(int index, Random random, StringBuilder text) {
    boolean first = index < goods;
    int good = first ? index : random.nextInt(goods);
    var primary = some(random, factors, 0.7).stream().map(f -> "f" + f).toList();
    var others = new LinkedHashSet<String>();
    for (int j = random.nextInt(4); j > 0; j--) {
      int other = random.nextInt(goods);
      if (other != good) {
        others.add("g" + other);
      }
    }
    int second = random.nextInt(goods);
    boolean both = jointly && second != good && random.nextInt(4) == 0;
    text.append("firm F%d makes g%d%s".formatted(index, good, tax(random)))
        .append(both ? ", g" + second : "")
        .append(" from ")
        .append(
            String.join(
                ", ",
                IntStream.range(0, primary.size() + others.size())
                    .mapToObj(k ->
                        (k < primary.size() ? primary.get(k) : as(others, k - primary.size()))
                            + tax(random))
                    .toList()))
        .append(":\n");
    double scale = first ? 1 : 0.75 + 0.35 * random.nextDouble();
    text.append("    value_added = ").append(nest(random, primary)).append('\n');
    String made = "value_added";
    if (!others.isEmpty()) {
      text.append("    materials = ")
          .append(nest(random, others.stream().map(RandomEconomies::within).toList()))
          .append('\n');
      double share = 0.1 + 0.4 * random.nextDouble();
      made =
          "ces_at(1, %s, [value_added, materials], [%s, %s])"
              .formatted(number(elasticity.apply(random)), number(1 - share), number(share));
    }
    text.append("    made = %s * %s\n    g%d = made\n".formatted(number(scale), made, good));
    if (both) {
      text.append("    g%d = %s * made\n".formatted(second, number(0.3 * random.nextDouble())));
    }
  }

  /** A firm may use what it makes, so inputs have names of their own. */
  private static String as(LinkedHashSet<String> goods, int index) {
    var good = List.copyOf(goods).get(index);
    return "%s as %s".formatted(good, within(good));
  }

  private static String within(String good) {
    return "used_" + good;
  }

  private String tax(Random random) {
    return taxes && random.nextInt(3) == 0
        ? " (tax %s to C%d)".formatted(number(0.3 * random.nextDouble()), random.nextInt(consumers))
        : "";
  }

  private String nest(Random random, List<String> parts) {
    return nest(number(elasticity.apply(random)), random, parts);
  }

  private static String nest(String elasticity, Random random, List<String> parts) {
    var weights = parts.stream().map(_ -> 0.1 + random.nextDouble()).toList();
    double total = weights.stream().mapToDouble(w -> w).sum();
    return "ces_at(1, %s, [%s], [%s])"
        .formatted(
            elasticity,
            String.join(", ", parts),
            String.join(", ", weights.stream().map(w -> number(w / total)).toList()));
  }

  private void consumer(int index, Random random, Random likes, StringBuilder text) {
    var owns =
        IntStream.range(0, factors)
            .mapToObj(f -> "f%d %s".formatted(f, number(Math.exp(random.nextGaussian()))))
            .toList();
    var wants = some(likes, goods, Math.max(0.3, 3.0 / goods)).stream().map(g -> "g" + g).toList();
    double sigma = Math.max(LEAST_OF_CONSUMERS, elasticity.apply(likes));
    text.append("consumer C%d:\n    owns %s\n".formatted(index, String.join(", ", owns)))
        .append("    utility = %s\n".formatted(nest(number(sigma), likes, wants)));
  }

  /** Some of the first numbers, at least one. */
  private static List<Integer> some(Random random, int count, double probability) {
    var chosen = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      if (random.nextDouble() < probability) {
        chosen.add(i);
      }
    }
    if (chosen.isEmpty()) {
      chosen.add(random.nextInt(count));
    }
    return chosen;
  }

  private static String number(double value) {
    return new BigDecimal(value).round(new MathContext(9)).toPlainString();
  }
}
