package dev.costate.equilibrium.technology;

import java.util.List;
import java.util.Optional;

/**
 * Code of degree 1 that is made of nests: activities at constant returns, which share no input.
 *
 * @param frozen numbers on which it depends that the code is this technology: with others it is
 *     another one, or none
 */
public record Technology(List<Activity> activities, List<Datum> frozen) {
  public Technology {
    activities = List.copyOf(activities);
    frozen = List.copyOf(frozen);
  }

  /** Something used by its position, {@code per} times as much of it as it counts for. */
  public sealed interface Source {
    /** An input by its position among the parameters. */
    record Input(int index) implements Source {}

    /** The result of a nest. */
    record Nested(Nest nest) implements Source {}
  }

  /**
   * A part of a nest.
   *
   * @param per how much of the source one unit of the part takes
   */
  public record Part(Source source, Datum per) {}

  /** A composite of parts: one unit of it costs what the index says at the prices of the parts. */
  public record Nest(Index index, List<Part> parts) {
    public Nest {
      parts = List.copyOf(parts);
    }
  }

  /** So much of an output, by its position, for each unit. */
  public record Product(int output, Datum coefficient) {}

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
    record Split(Index revenue, List<List<Product>> branches) implements Makes {
      public Split {
        branches = branches.stream().map(List::copyOf).toList();
      }
    }
  }

  /**
   * The nest that a utility is an increasing function of.
   *
   * @param utility in terms of how much of the nest there is, if it is known
   * @param frozen as for technologies
   */
  public record Preference(Part nest, Optional<OfNest> utility, List<Datum> frozen) {
    public Preference {
      frozen = List.copyOf(frozen);
    }
  }

  /** {@code scale * level^degree} of the level of a nest. */
  public record OfNest(Datum scale, Datum degree) {}

  /** One unit takes one unit of what it uses. */
  public record Activity(Part uses, Makes makes) {}
}
