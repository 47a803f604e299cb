package dev.costate.dynamics.response;

import dev.costate.equilibrium.graph.PriceIndex;
import dev.costate.equilibrium.technology.Technology.Makes;
import dev.costate.equilibrium.technology.Technology.Product;
import java.util.List;

/** What one unit of activity fetches, and what it makes. */
sealed interface Yield {
  /** Money for a unit. */
  double revenue(double[] prices);

  /** Adds what so many units make. */
  void addProducts(double units, double[] prices, double[] into);

  static Yield of(Makes makes) {
    return switch (makes) {
      case Makes.Jointly(var products) -> new Jointly(products);
      case Makes.Split(var revenue, var branches) ->
          new Split(revenue.settled(), branches.stream().map(Jointly::new).toList());
    };
  }

  /** Fixed amounts. */
  record Jointly(List<Product> products) implements Yield {
    public Jointly {
      products = List.copyOf(products);
    }

    @Override
    public double revenue(double[] prices) {
      double sum = 0;
      for (var product : products) {
        sum += product.coefficient().value() * prices[product.output()];
      }
      return sum;
    }

    @Override
    public void addProducts(double units, double[] prices, double[] into) {
      for (var product : products) {
        into[product.output()] += units * product.coefficient().value();
      }
    }
  }

  /** Proportions that fetch most. */
  record Split(PriceIndex index, List<Jointly> branches) implements Yield {
    public Split {
      branches = List.copyOf(branches);
    }

    private double[] evaluate(double[] prices) {
      var revenues = branches.stream().mapToDouble(branch -> branch.revenue(prices)).toArray();
      var values = new double[index.results()];
      if (!index.evaluate(revenues, values)) {
        throw new NoAnswer("a split has no revenue at " + java.util.Arrays.toString(revenues));
      }
      return values;
    }

    @Override
    public double revenue(double[] prices) {
      return evaluate(prices)[0];
    }

    @Override
    public void addProducts(double units, double[] prices, double[] into) {
      var values = evaluate(prices);
      for (int b = 0; b < branches.size(); b++) {
        branches.get(b).addProducts(units * values[b + 1], prices, into);
      }
    }
  }
}
