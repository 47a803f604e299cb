package dev.costate.equilibrium.technology;

import dev.costate.economy.technology.ReadyTechnologies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls of ready technologies as nests. */
final class ReadyCalls {
  /** Weights whose sum differs from 1 by less than this for each sum to 1. */
  private static final double ROUNDING = 1e-14;

  private final Nests nests;
  private final Arithmetic arithmetic;

  private ReadyCalls(Nests nests) {
    this.nests = nests;
    arithmetic = nests.arithmetic();
  }

  /** Empty if the function is no ready technology. */
  static Optional<List<Form>> of(String function, List<Form> arguments, Nests nests) {
    return new ReadyCalls(nests).of(function, arguments);
  }

  private Optional<List<Form>> of(String function, List<Form> arguments) {
    return switch (function) {
      case ReadyTechnologies.CES ->
          Optional.of(
              List.of(
                  ces(
                      number(arguments.get(0)),
                      number(arguments.get(1)),
                      weighted(arguments.get(2), arguments.get(3)))));
      case ReadyTechnologies.COBB_DOUGLAS ->
          Optional.of(
              List.of(
                  cobbDouglas(
                      number(arguments.get(0)), weighted(arguments.get(1), arguments.get(2)))));
      case ReadyTechnologies.LEONTIEF -> {
        var kept = weighted(arguments.get(1), arguments.get(0));
        yield Optional.of(List.of(nests.nest(Ready.leontief(kept.weights), kept.forms)));
      }
      case ReadyTechnologies.CES_AT -> Optional.of(List.of(cesAt(arguments)));
      default ->
          ReadyTechnologies.isSplit(function) ? Optional.of(cetAt(arguments)) : Optional.empty();
    };
  }

  private static Datum number(Form form) {
    return ExpressionReader.datum(form);
  }

  private static List<Datum> numbers(Form form) {
    return ExpressionReader.array(form).stream().map(ExpressionReader::datum).toList();
  }

  /** Weights other than 0 and their forms. */
  private record Weighted(List<Datum> weights, List<Form> forms) {}

  private Weighted weighted(Form weights, Form forms) {
    var all = numbers(weights);
    var given = ExpressionReader.array(forms);
    if (all.size() != given.size()) {
      throw new NoTechnology("%d weights for %d inputs".formatted(all.size(), given.size()));
    }
    var kept = new ArrayList<Datum>();
    var keptForms = new ArrayList<Form>();
    for (int i = 0; i < all.size(); i++) {
      double weight = all.get(i).value();
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new NoTechnology("the weight " + weight);
      }
      if (weight > 0) {
        kept.add(all.get(i));
        keptForms.add(given.get(i));
      } else {
        arithmetic.freeze(all.get(i));
      }
    }
    if (kept.isEmpty()) {
      throw new NoTechnology("no weights");
    }
    return new Weighted(kept, keptForms);
  }

  private Form ces(Datum scale, Datum elasticity, Weighted kept) {
    if (elasticity.value() == Double.POSITIVE_INFINITY) {
      arithmetic.freeze(elasticity);
      Form sum = new Form.Known(Datum.ZERO);
      for (int i = 0; i < kept.weights.size(); i++) {
        sum = arithmetic.add(sum, Arithmetic.times(kept.forms.get(i), kept.weights.get(i)));
      }
      return Arithmetic.times(sum, scale);
    }
    if (!(elasticity.value() >= 0) || !(scale.value() > 0)) {
      throw new NoTechnology(
          "elasticity %s, scale %s".formatted(elasticity.value(), scale.value()));
    }
    if (elasticity.value() != 1) {
      return nests.nest(Ready.ces(scale, elasticity, kept.weights), kept.forms);
    }
    var sum = Ready.sum(kept.weights);
    if (elasticity.isPlain() || Math.abs(sum.value() - 1) > ROUNDING * kept.weights.size()) {
      arithmetic.freeze(elasticity);
      return cobbDouglas(scale, kept);
    }
    // At elasticity 1 the shares are exponents, whose sum must stay 1.
    arithmetic.freeze(sum);
    return nests.nest(Ready.ces(scale, elasticity, kept.weights), kept.forms);
  }

  private Form cobbDouglas(Datum scale, Weighted kept) {
    Form product = new Form.Known(scale);
    for (int i = 0; i < kept.weights.size(); i++) {
      product =
          arithmetic.multiply(
              product, arithmetic.power(kept.forms.get(i), new Form.Known(kept.weights.get(i))));
    }
    return product;
  }

  private Form cesAt(List<Form> arguments) {
    var output0 = number(arguments.get(0));
    var elasticity = number(arguments.get(1));
    var kept = weighted(arguments.get(3), arguments.get(2));
    var index = index(output0, elasticity, numbers(arguments.get(3)), arguments.get(4));
    if (elasticity.value() == Double.POSITIVE_INFINITY) {
      throw new NoTechnology("perfect substitutes through a benchmark");
    }
    return nests.nest(index, kept.forms);
  }

  private List<Form> cetAt(List<Form> arguments) {
    var level0 = number(arguments.get(1));
    var elasticity = number(arguments.get(2));
    var quantities = numbers(arguments.get(3));
    var revenue = index(level0, elasticity.negated(), quantities, arguments.get(4));
    var branches = nests.split(arguments.get(0), revenue);
    var all = new ArrayList<Form>();
    int next = 0;
    for (var quantity : quantities) {
      if (quantity.value() > 0) {
        all.add(branches.get(next++));
      } else {
        arithmetic.freeze(quantity);
        all.add(new Form.Mix(new TreeMap<>(Map.of())));
      }
    }
    return all;
  }

  private static Index index(Datum level0, Datum elasticity, List<Datum> quantities, Form prices0) {
    var prices = numbers(prices0);
    if (prices.size() != quantities.size()
        || !(level0.value() > 0)
        || quantities.stream().anyMatch(q -> !(q.value() >= 0))
        || !Double.isFinite(elasticity.value())) {
      throw new NoTechnology("no benchmark");
    }
    var keptPrices = new ArrayList<Datum>();
    var kept = new ArrayList<Datum>();
    for (int i = 0; i < prices.size(); i++) {
      if (quantities.get(i).value() > 0) {
        if (!(prices.get(i).value() > 0)) {
          throw new NoTechnology("the benchmark price " + prices.get(i).value());
        }
        keptPrices.add(prices.get(i));
        kept.add(quantities.get(i));
      }
    }
    if (kept.isEmpty()) {
      throw new NoTechnology("an empty benchmark");
    }
    return Ready.at(level0, elasticity, kept, keptPrices);
  }
}
