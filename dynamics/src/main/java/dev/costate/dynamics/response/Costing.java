package dev.costate.dynamics.response;

import dev.costate.dynamics.kernel.Kernel;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import java.util.List;

/** What one unit of a part of a technology costs, and what it takes (Shephard 1953). */
sealed interface Costing {
  /** Money for a unit. */
  double cost(double[] prices);

  /** Adds what so many units take. */
  void addNeeds(double units, double[] prices, double[] into);

  static Costing of(Part part) {
    double per = part.per().value();
    return switch (part.source()) {
      case Source.Input(int index) -> new OfInput(index, per);
      case Source.Nested(var nest) -> new OfNest(per, nest);
    };
  }

  /** So much of an input. */
  record OfInput(int index, double per) implements Costing {
    @Override
    public double cost(double[] prices) {
      return per == 0 ? 0 : per * prices[index];
    }

    @Override
    public void addNeeds(double units, double[] prices, double[] into) {
      into[index] += per * units;
    }
  }

  /** So much of a composite. */
  record OfNest(double per, Kernel kernel, List<Costing> parts) implements Costing {
    public OfNest {
      parts = List.copyOf(parts);
    }

    OfNest(double per, Nest nest) {
      this(
          per,
          Kernel.of(List.of(nest.index().settled())),
          nest.parts().stream().map(Costing::of).toList());
    }

    private double[] evaluate(double[] prices) {
      var costs = parts.stream().mapToDouble(part -> part.cost(prices)).toArray();
      var values = new double[kernel.parts() + 1];
      if (!kernel.unit(0, costs, values)) {
        throw new NoAnswer("a nest has no unit cost at " + java.util.Arrays.toString(costs));
      }
      return values;
    }

    @Override
    public double cost(double[] prices) {
      return per * evaluate(prices)[0];
    }

    @Override
    public void addNeeds(double units, double[] prices, double[] into) {
      var values = evaluate(prices);
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).addNeeds(per * units * values[i + 1], prices, into);
      }
    }
  }
}
