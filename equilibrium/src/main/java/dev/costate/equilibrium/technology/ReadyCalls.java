package dev.costate.equilibrium.technology;

import dev.costate.economy.technology.ReadyTechnologies;
import dev.costate.equilibrium.graph.PriceIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls of ready technologies as nests. */
final class ReadyCalls {
  private ReadyCalls() {}

  /** Empty if the function is no ready technology. */
  static Optional<List<Form>> of(String function, List<Form> arguments, Nests nests) {
    return switch (function) {
      case ReadyTechnologies.CES -> {
        double scale = number(arguments.get(0));
        double elasticity = number(arguments.get(1));
        var kept = Weighted.of(arguments.get(2), arguments.get(3));
        yield Optional.of(List.of(ces(scale, elasticity, kept, nests)));
      }
      case ReadyTechnologies.COBB_DOUGLAS -> {
        var kept = Weighted.of(arguments.get(1), arguments.get(2));
        yield Optional.of(List.of(cobbDouglas(number(arguments.get(0)), kept)));
      }
      case ReadyTechnologies.LEONTIEF -> {
        var kept = Weighted.of(arguments.get(1), arguments.get(0));
        yield Optional.of(List.of(nests.nest(Ready.leontief(kept.weights), kept.forms)));
      }
      case ReadyTechnologies.CES_AT -> Optional.of(List.of(cesAt(arguments, nests)));
      default ->
          ReadyTechnologies.isSplit(function)
              ? Optional.of(cetAt(arguments, nests))
              : Optional.empty();
    };
  }

  private static double number(Form form) {
    return ExpressionReader.known(form);
  }

  private static double[] numbers(Form form) {
    return ExpressionReader.array(form).stream().mapToDouble(ExpressionReader::known).toArray();
  }

  /** Weights other than 0 and their forms. */
  private record Weighted(double[] weights, List<Form> forms) {
    static Weighted of(Form weights, Form forms) {
      var all = numbers(weights);
      var given = ExpressionReader.array(forms);
      if (all.length != given.size()) {
        throw new NoTechnology("%d weights for %d inputs".formatted(all.length, given.size()));
      }
      var kept = new ArrayList<Form>();
      for (int i = 0; i < all.length; i++) {
        if (!(all[i] >= 0) || Double.isInfinite(all[i])) {
          throw new NoTechnology("the weight " + all[i]);
        }
        if (all[i] > 0) {
          kept.add(given.get(i));
        }
      }
      if (kept.isEmpty()) {
        throw new NoTechnology("no weights");
      }
      return new Weighted(Arrays.stream(all).filter(w -> w > 0).toArray(), kept);
    }
  }

  private static Form ces(double scale, double elasticity, Weighted kept, Nests nests) {
    if (elasticity == Double.POSITIVE_INFINITY) {
      Form sum = new Form.Known(0);
      for (int i = 0; i < kept.weights.length; i++) {
        sum = Arithmetic.add(sum, Arithmetic.times(kept.forms.get(i), kept.weights[i]), 1);
      }
      return Arithmetic.times(sum, scale);
    }
    if (!(elasticity >= 0) || !(scale > 0)) {
      throw new NoTechnology("elasticity %s, scale %s".formatted(elasticity, scale));
    }
    if (elasticity == 1) {
      return cobbDouglas(scale, kept);
    }
    return nests.nest(Ready.ces(scale, elasticity, kept.weights), kept.forms);
  }

  private static Form cobbDouglas(double scale, Weighted kept) {
    Form product = new Form.Known(scale);
    for (int i = 0; i < kept.weights.length; i++) {
      product =
          Arithmetic.multiply(
              product, Arithmetic.power(kept.forms.get(i), new Form.Known(kept.weights[i])));
    }
    return product;
  }

  private static Form cesAt(List<Form> arguments, Nests nests) {
    double output0 = number(arguments.get(0));
    double elasticity = number(arguments.get(1));
    var kept = Weighted.of(arguments.get(3), arguments.get(2));
    var index = index(output0, elasticity, numbers(arguments.get(3)), arguments.get(4));
    if (elasticity == Double.POSITIVE_INFINITY) {
      throw new NoTechnology("perfect substitutes through a benchmark");
    }
    return nests.nest(index, kept.forms);
  }

  private static List<Form> cetAt(List<Form> arguments, Nests nests) {
    double level0 = number(arguments.get(1));
    double elasticity = number(arguments.get(2));
    var quantities = numbers(arguments.get(3));
    var revenue = index(level0, -elasticity, quantities, arguments.get(4));
    var branches = nests.split(arguments.get(0), revenue);
    var all = new ArrayList<Form>();
    int next = 0;
    for (double quantity : quantities) {
      all.add(quantity > 0 ? branches.get(next++) : new Form.Mix(new TreeMap<>(Map.of())));
    }
    return all;
  }

  private static PriceIndex index(
      double level0, double elasticity, double[] quantities, Form prices0) {
    var prices = numbers(prices0);
    if (prices.length != quantities.length
        || !(level0 > 0)
        || Arrays.stream(quantities).anyMatch(q -> !(q >= 0))
        || !Double.isFinite(elasticity)) {
      throw new NoTechnology("no benchmark");
    }
    var keptPrices = new double[prices.length];
    var kept = new double[prices.length];
    int count = 0;
    for (int i = 0; i < prices.length; i++) {
      if (quantities[i] > 0) {
        if (!(prices[i] > 0)) {
          throw new NoTechnology("the benchmark price " + prices[i]);
        }
        keptPrices[count] = prices[i];
        kept[count++] = quantities[i];
      }
    }
    if (count == 0) {
      throw new NoTechnology("an empty benchmark");
    }
    return Ready.at(
        level0, elasticity, Arrays.copyOf(kept, count), Arrays.copyOf(keptPrices, count));
  }
}
