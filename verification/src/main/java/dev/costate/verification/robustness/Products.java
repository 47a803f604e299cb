package dev.costate.verification.robustness;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What an activity makes. */
sealed interface Products {
  List<Product> all();

  /** The most that one unit of activity fetches at prices of goods. */
  double unitRevenue(ToDoubleFunction<String> price);

  /** The least activity that makes quantities of goods. */
  double level(ToDoubleFunction<String> quantity);

  /** The assignments of a firm's body, {@code n} being the level of activity. */
  List<String> lines();

  /** So much of each good, whatever the prices. */
  record Fixed(List<Product> all) implements Products {
    public Fixed {
      all = List.copyOf(all);
    }

    @Override
    public double unitRevenue(ToDoubleFunction<String> price) {
      return all.stream().mapToDouble(p -> p.perUnit() * price.applyAsDouble(p.good())).sum();
    }

    @Override
    public double level(ToDoubleFunction<String> quantity) {
      return ratios(all, quantity).max().orElseThrow();
    }

    @Override
    public List<String> lines() {
      return all.stream()
          .map(p ->
              p.perUnit() == 1
                  ? p.good() + " = n"
                  : "%s = %s * n".formatted(p.good(), Decimal.text(p.perUnit())))
          .toList();
    }
  }

  /**
   * Transformation at constant elasticity e through a benchmark, with value shares t_i (Powell and
   * Gruen 1968): level = (sum t_i (y_i / y0_i)^(1 + 1/e))^(e / (1 + e)), unit revenue = r0 (sum t_i
   * (p_i / p0_i)^(1 + e))^(1 / (1 + e)).
   */
  record Transformed(double elasticity, List<Product> all) implements Products {
    public Transformed {
      all = List.copyOf(all);
    }

    private double value() {
      return all.stream().mapToDouble(p -> p.perUnit() * p.price()).sum();
    }

    private double share(Product product) {
      return product.perUnit() * product.price() / value();
    }

    @Override
    public double unitRevenue(ToDoubleFunction<String> price) {
      double sum = 0;
      for (var p : all) {
        sum += share(p) * Math.pow(price.applyAsDouble(p.good()) / p.price(), 1 + elasticity);
      }
      return value() * Math.pow(sum, 1 / (1 + elasticity));
    }

    @Override
    public double level(ToDoubleFunction<String> quantity) {
      if (elasticity == 0) {
        return ratios(all, quantity).max().orElseThrow();
      }
      double power = 1 + 1 / elasticity;
      double sum = 0;
      for (var p : all) {
        sum += share(p) * Math.pow(quantity.applyAsDouble(p.good()) / p.perUnit(), power);
      }
      return Math.pow(sum, 1 / power);
    }

    @Override
    public List<String> lines() {
      return List.of(
          "%s = cet_at(n, 1, %s, %s, %s)"
              .formatted(
                  all.stream().map(Product::good).collect(Collectors.joining(", ")),
                  Decimal.text(elasticity),
                  Decimal.texts(all.stream().map(Product::perUnit).toList()),
                  Decimal.texts(all.stream().map(Product::price).toList())));
    }
  }

  private static DoubleStream ratios(List<Product> all, ToDoubleFunction<String> quantity) {
    return all.stream().mapToDouble(p -> quantity.applyAsDouble(p.good()) / p.perUnit());
  }
}
