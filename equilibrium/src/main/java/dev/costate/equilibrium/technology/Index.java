package dev.costate.equilibrium.technology;

import dev.costate.equilibrium.graph.PriceIndex;
import java.util.List;
import java.util.stream.Stream;

/**
 * The numbers of a {@link PriceIndex}, with what they depend on: the elasticity, the level, the
 * weights and the references.
 *
 * @throws IllegalArgumentException if they describe no technology
 */
public record Index(Datum elasticity, Datum level, List<Datum> weights, List<Datum> references) {
  public Index {
    weights = List.copyOf(weights);
    references = List.copyOf(references);
    settled(elasticity, level, weights, references);
  }

  /** How many prices it is of. */
  public int arguments() {
    return weights.size();
  }

  /** Whether no number of it depends on a parameter. */
  public boolean isPlain() {
    return Stream.concat(
            Stream.of(elasticity, level), Stream.concat(weights.stream(), references.stream()))
        .allMatch(Datum::isPlain);
  }

  /** The index with its numbers as they are. */
  public PriceIndex settled() {
    return settled(elasticity, level, weights, references);
  }

  private static PriceIndex settled(
      Datum elasticity, Datum level, List<Datum> weights, List<Datum> references) {
    return new PriceIndex(elasticity.value(), level.value(), values(weights), values(references));
  }

  private static double[] values(List<Datum> data) {
    return data.stream().mapToDouble(Datum::value).toArray();
  }
}
