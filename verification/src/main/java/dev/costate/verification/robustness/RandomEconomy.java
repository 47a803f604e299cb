package dev.costate.verification.robustness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Closed economies made from a seed. Each has an equilibrium (Shoven 1974, with taxes), because
 *
 * <ul>
 *   <li>every consumer owns some of every factor, so that nobody is without income while any factor
 *       has a price, and nobody is ever satiated;
 *   <li>production is bounded: counted in units of which each technology takes one in all to make
 *       one in all at the benchmark, no technology makes more than it takes (nests are concave),
 *       and at the benchmark at least half of it is factors, so that without factors it makes less;
 *   <li>every good can be made: the first firm of a good makes at least 0.7 of it from at most 0.5
 *       of other goods;
 *   <li>subsidies are paid on factors only, at most 5% of their value, by a consumer who owns at
 *       least a tenth of each;
 *   <li>firms of decreasing returns use factors only.
 * </ul>
 */
final class RandomEconomy {
  private static final double LEAST_OF_STATE = 0.12;
  private static final double[] HIGHEST_RATES = {0, 0.1, 0.1, 0.5};

  private final long seed;
  private final Recipe recipe;
  private final Draws draws;
  private final List<String> factors = new ArrayList<>();
  private final List<String> goods = new ArrayList<>();
  private final List<String> consumers = new ArrayList<>();
  private final Map<String, Double> units = new LinkedHashMap<>();
  private final RandomNests nests;
  private final List<TestFirm> firms = new ArrayList<>();
  private final Map<String, Map<String, Double>> profits = new HashMap<>();
  private final double highestRate;
  private final double size;

  private RandomEconomy(long seed) {
    this.seed = seed;
    recipe = Recipe.of(seed);
    draws = new Draws(seed);
    int count = recipe.size().draw(draws);
    names("f", 2 + draws.below(count > 50 ? 6 : 3), factors);
    names("g", count, goods);
    names("C", 1 + draws.below(count > 50 ? 8 : 5), consumers);
    for (var good : factors) {
      units.put(good, unit());
    }
    for (var good : goods) {
      units.put(good, unit());
    }
    nests = new RandomNests(recipe.elasticities(), units, draws);
    highestRate = HIGHEST_RATES[draws.below(HIGHEST_RATES.length)];
    size = unit();
  }

  /** The economy of a seed. */
  static TestEconomy of(long seed) {
    return new RandomEconomy(seed).economy();
  }

  private static void names(String letter, int count, List<String> into) {
    for (int i = 1; i <= count; i++) {
      into.add(letter + i);
    }
  }

  private double unit() {
    return recipe.start().inUnits() ? draws.overSixOrders() : 1;
  }

  private TestEconomy economy() {
    goods.forEach(good -> firms.add(maker(good, 1)));
    for (int k = recipe.idle().besides(goods.size(), draws); k > 0; k--) {
      firms.add(draws.chance(0.7) ? imitator() : maker(draws.one(goods), draws.within(0.7, 1)));
    }
    if (draws.chance(0.15)) {
      firms.add(workshop());
    }
    var all = new ArrayList<>(factors);
    all.addAll(goods);
    var starts = new HashMap<String, Double>();
    if (recipe.start().isStated()) {
      all.forEach(good ->
          starts.put(good, Decimal.rounded(draws.overSixOrders() * ByName.of(units, good))));
    }
    var title =
        String.format(
            Locale.ROOT,
            "Random economy %d: %d goods, %d firms; elasticities %s; rivals %s; start %s.",
            seed,
            all.size(),
            firms.size(),
            recipe.elasticities(),
            recipe.idle(),
            recipe.start());
    return new TestEconomy(title, all, firms, households(), starts);
  }

  private String nextFirm() {
    return "F" + (firms.size() + 1);
  }

  private OptionalDouble start() {
    return recipe.start().isStated()
        ? OptionalDouble.of(Decimal.rounded(draws.overSixOrders() * size))
        : OptionalDouble.empty();
  }

  /** A firm with a technology of its own. */
  private TestFirm maker(String good, double productivity) {
    var used = draws.some(Math.max(1, draws.below(factors.size() + 1)), factors);
    var products = products(good);
    var taken = new HashSet<String>();
    products.all().forEach(product -> taken.add(product.good()));
    var others =
        draws.some(draws.below(5), goods).stream().filter(other -> !taken.contains(other)).toList();
    return new TestFirm(
        nextFirm(),
        products,
        productivity,
        1,
        technology(used, others),
        levies(used, others, products),
        start());
  }

  private Composite technology(List<String> used, List<String> others) {
    if (others.isEmpty()) {
      return nests.of(used);
    }
    double share = draws.within(0.5, 0.9);
    var bought = nests.of(others);
    if (used.size() == 1 || draws.chance(0.7)) {
      return nests.both(share, nests.of(used), bought);
    }
    double first = draws.within(0.1, 0.4);
    var inner =
        nests.both(
            Decimal.rounded((share - first) / (1 - first)),
            nests.of(used.subList(1, used.size())),
            bought);
    return nests.both(first, nests.of(used.subList(0, 1)), inner);
  }

  /** Often one good only, else by-products in fixed proportions or on a frontier. */
  private Products products(String good) {
    var others = draws.some(3, goods).stream().filter(other -> !other.equals(good)).toList();
    if (draws.chance(0.75) || others.isEmpty()) {
      return new Products.Fixed(List.of(product(good, 1)));
    }
    int count = 1 + draws.below(Math.min(2, others.size()));
    double main = draws.within(0.7, 0.95);
    var shares = draws.shares(count);
    var all = new ArrayList<Product>();
    all.add(product(good, main));
    for (int k = 0; k < count; k++) {
      all.add(product(others.get(k), (1 - main) * shares.get(k)));
    }
    return draws.chance(0.5)
        ? new Products.Fixed(all)
        : new Products.Transformed(recipe.elasticities().draw(draws), all);
  }

  private Product product(String good, double share) {
    double unit = ByName.of(units, good);
    return new Product(good, Decimal.rounded(share / unit), unit);
  }

  private Map<String, List<Levy>> levies(
      List<String> used, List<String> others, Products products) {
    var all = new HashMap<String, List<Levy>>();
    for (var factor : used) {
      if (highestRate > 0 && draws.chance(0.15)) {
        all.put(factor, List.of(new Levy(-draws.within(0.01, 0.05), consumers.getFirst())));
      } else {
        tax(factor, all);
      }
    }
    others.forEach(good -> tax(good, all));
    products.all().forEach(product -> tax(product.good(), all));
    return all;
  }

  /** Taxed at some places. */
  private void tax(String good, Map<String, List<Levy>> into) {
    if (highestRate > 0 && draws.chance(0.3)) {
      into.put(good, List.of(new Levy(draws.within(0.01, highestRate), draws.one(consumers))));
    }
  }

  /**
   * Another firm's technology with less productivity: idle at any prices; now and then its twin.
   */
  private TestFirm imitator() {
    var first = firms.get(draws.below(goods.size()));
    double productivity = draws.chance(0.04) ? 1 : draws.within(0.5, 0.999);
    return new TestFirm(
        nextFirm(), first.products(), productivity, 1, first.technology(), first.levies(), start());
  }

  /** A firm of decreasing returns whose profit goes to a consumer. */
  private TestFirm workshop() {
    var name = nextFirm();
    var used = draws.some(1 + draws.below(2), factors);
    double degree = draws.within(0.4, 0.8);
    double usual = size / goods.size();
    profits.put(draws.one(consumers), Map.of(name, 1.0));
    return new TestFirm(
        name,
        new Products.Fixed(List.of(product(draws.one(goods), 1))),
        Decimal.rounded(Math.pow(usual, 1 - degree)),
        degree,
        nests.of(used),
        Map.of(),
        OptionalDouble.empty());
  }

  private List<TestConsumer> households() {
    var owned = endowments();
    var unwanted = new HashSet<>(goods);
    firms.forEach(firm -> firm.inputs().forEach(unwanted::remove));
    var wants = new ArrayList<List<String>>();
    for (int c = 0; c < consumers.size(); c++) {
      int most = Math.max(3, (int) (0.3 * goods.size()));
      wants.add(new ArrayList<>(draws.some(2 + draws.below(most), goods)));
      unwanted.removeAll(wants.getLast());
    }
    for (var good : goods) {
      if (unwanted.contains(good) && draws.chance(0.9)) {
        draws.one(wants).add(good);
      }
    }
    var all = new ArrayList<TestConsumer>();
    for (int c = 0; c < consumers.size(); c++) {
      all.add(household(consumers.get(c), owned.get(c), wants.get(c)));
    }
    return all;
  }

  private TestConsumer household(String name, Map<String, Double> owns, List<String> wants) {
    boolean isState = name.equals(consumers.getFirst());
    var bought = new HashMap<String, List<Levy>>();
    wants.forEach(good -> tax(good, bought));
    var sold = new HashMap<String, List<Levy>>();
    var transfers = new HashMap<String, Double>();
    if (!isState) {
      factors.forEach(factor -> tax(factor, sold));
      if (highestRate > 0 && draws.chance(0.2)) {
        transfers.put(consumers.getFirst(), draws.within(0.05, 0.3));
      }
    }
    if (draws.chance(0.2)) {
      wants.add(draws.one(factors));
    }
    return new TestConsumer(
        name, owns, sold, bought, profits.getOrDefault(name, Map.of()), transfers, nests.of(wants));
  }

  /** What each consumer owns: something of everything, the first at least a tenth. */
  private List<Map<String, Double>> endowments() {
    var all = new ArrayList<Map<String, Double>>();
    consumers.forEach(_ -> all.add(new HashMap<>()));
    for (var factor : factors) {
      var weights = new ArrayList<Double>();
      double others = 0;
      for (int c = 0; c < consumers.size(); c++) {
        weights.add(draws.lognormal());
        others += c > 0 ? weights.getLast() : 0;
      }
      double least = LEAST_OF_STATE * others / (1 - LEAST_OF_STATE);
      weights.set(0, Math.max(weights.getFirst(), least));
      for (int c = 0; c < consumers.size(); c++) {
        double quantity = weights.get(c) * size / ByName.of(units, factor);
        all.get(c).put(factor, Decimal.rounded(quantity));
      }
    }
    return all;
  }
}
