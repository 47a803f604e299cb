package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A tree of nests in a graph: unit costs forward, from the prices of inputs to the price of the
 * whole; quantities back, from the level of the whole to the inputs.
 */
final class Nesting {
  /** What is taken of a source that is no nest when quantities are known. */
  interface Uses {
    void take(Source source, int quantity);
  }

  private final Draft draft;
  private final Part part;
  private final int cost;
  private final int index;
  private final List<Nesting> children = new ArrayList<>();

  private Nesting(Draft draft, Part part, ToIntFunction<Source> prices) {
    this.draft = draft;
    this.part = part;
    switch (part.source()) {
      case Source.Input _, Source.Fixed _ -> {
        index = -1;
        cost = scaled(prices.applyAsInt(part.source()));
      }
      case Source.Nested(Nest(var unitCost, var parts)) -> {
        parts.forEach(child -> children.add(new Nesting(draft, child, prices)));
        index = graph().add(unitCost, children.stream().mapToInt(Nesting::cost).toArray());
        cost = scaled(index);
      }
    }
  }

  /**
   * @param prices the place of the price of each source that is no nest
   */
  static Nesting of(Draft draft, Part part, ToIntFunction<Source> prices) {
    return new Nesting(draft, part, prices);
  }

  private Graph.Builder graph() {
    return draft.graph();
  }

  private int scaled(int place) {
    return part.per() == 1 ? place : graph().product(draft.constant(part.per()), place);
  }

  /** The place of what one unit costs. */
  int cost() {
    return cost;
  }

  /** Passes a level back to the inputs. */
  void use(int level, Uses uses) {
    int quantity = scaled(level);
    switch (part.source()) {
      case Source.Input _, Source.Fixed _ -> uses.take(part.source(), quantity);
      case Source.Nested _ -> {
        for (int k = 0; k < children.size(); k++) {
          children.get(k).use(graph().use(quantity, index + 1 + k), uses);
        }
      }
    }
  }
}
