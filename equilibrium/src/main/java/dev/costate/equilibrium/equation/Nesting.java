package dev.costate.equilibrium.equation;

import dev.costate.equilibrium.graph.Graph;
import dev.costate.equilibrium.technology.Datum;
import dev.costate.equilibrium.technology.Technology.Nest;
import dev.costate.equilibrium.technology.Technology.Part;
import dev.costate.equilibrium.technology.Technology.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A tree of nests in a graph: unit costs forward, from the prices of inputs to the price of the
 * whole; quantities back, from the level of the whole to the inputs.
 */
final class Nesting {
  /** What an input takes when quantities are known. */
  interface Uses {
    void take(int input, int quantity);
  }

  private final Draft draft;
  private final Part part;
  private final int cost;
  private final int index;
  private final List<Nesting> children = new ArrayList<>();

  private Nesting(Draft draft, Part part, IntUnaryOperator inputPrices) {
    this.draft = draft;
    this.part = part;
    switch (part.source()) {
      case Source.Input(int input) -> {
        index = -1;
        cost = scaled(inputPrices.applyAsInt(input));
      }
      case Source.Nested(Nest(var prices, var parts)) -> {
        parts.forEach(child -> children.add(new Nesting(draft, child, inputPrices)));
        index = draft.index(prices, children.stream().mapToInt(Nesting::cost).toArray());
        cost = scaled(index);
      }
    }
  }

  /**
   * @param inputPrices the place of the price of each input
   */
  static Nesting of(Draft draft, Part part, IntUnaryOperator inputPrices) {
    return new Nesting(draft, part, inputPrices);
  }

  private Graph.Builder graph() {
    return draft.graph();
  }

  private int scaled(int place) {
    return part.per().equals(Datum.ONE) ? place : graph().product(draft.datum(part.per()), place);
  }

  /** The place of what one unit costs. */
  int cost() {
    return cost;
  }

  /** Passes a level back to the inputs. */
  void use(int level, Uses uses) {
    int quantity = scaled(level);
    switch (part.source()) {
      case Source.Input(int input) -> uses.take(input, quantity);
      case Source.Nested _ -> {
        for (int k = 0; k < children.size(); k++) {
          children.get(k).use(graph().use(quantity, index + 1 + k), uses);
        }
      }
    }
  }
}
