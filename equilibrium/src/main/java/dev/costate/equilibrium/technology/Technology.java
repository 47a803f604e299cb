package dev.costate.equilibrium.technology;

import java.util.List;

/**
 * Code that is made of nests: activities at constant returns, which share no input. Code of
 * decreasing returns is at constant returns in its inputs and something fixed besides, of which the
 * firm owns one unit: the rent of that is its profit (McKenzie 1959).
 *
 * @param fixed how many such things there are
 */
public record Technology(List<Activity> activities, int fixed) {
  public Technology {
    activities = List.copyOf(activities);
  }

  /** Something used by its position, {@code per} times as much of it as it counts for. */
  public sealed interface Source {
    /** An input by its position among the parameters. */
    record Input(int index) implements Source {}

    /** Something of which the firm has one unit, by its number. */
    record Fixed(int number) implements Source {}

    /** The result of a nest. */
    record Nested(Nest nest) implements Source {}
  }

  /**
   * A part of a nest.
   *
   * @param per how much of the source one unit of the part takes
   */
  public record Part(Source source, double per) {}

  /** A composite of parts: one unit of it costs what the index says at the prices of the parts. */
  public record Nest(dev.costate.equilibrium.graph.PriceIndex index, List<Part> parts) {
    public Nest {
      parts = List.copyOf(parts);
    }
  }

  /** So much of an output, by its position, for each unit. */
  public record Product(int output, double coefficient) {}

  /** What becomes of one unit of activity. */
  public sealed interface Makes {
    /** Fixed amounts of outputs. */
    record Jointly(List<Product> products) implements Makes {
      public Jointly {
        products = List.copyOf(products);
      }
    }

    /**
     * Outputs in the proportions that fetch most.
     *
     * @param revenue the index of revenue at the prices of the branches
     * @param branches what one unit of each branch gives
     */
    record Split(dev.costate.equilibrium.graph.PriceIndex revenue, List<List<Product>> branches)
        implements Makes {
      public Split {
        branches = branches.stream().map(List::copyOf).toList();
      }
    }
  }

  /** One unit takes one unit of what it uses. */
  public record Activity(Part uses, Makes makes) {}
}
