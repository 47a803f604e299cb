package dev.costate.economy;

import dev.costate.language.Place;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A firm: code that turns inputs into outputs.
 *
 * @param outputs what it makes
 * @param inputs what it buys; may be empty
 * @param choices what it chooses besides its inputs
 * @param function takes the inputs in order, then the choices, and returns the outputs in order,
 *     then for each capacity what is used and the limit
 * @param capacities in the order of the file
 * @param start the size of the plan at which a search begins
 * @param place the head of its declaration
 */
public record Firm(
    String name,
    List<Port> outputs,
    List<Port> inputs,
    List<Choice> choices,
    String function,
    List<Capacity> capacities,
    OptionalDouble start,
    Place place) {
  /**
   * A good at the gate of a firm.
   *
   * @param local its name in the firm's code
   * @param wedges between the market price and what the firm pays or keeps
   */
  public record Port(String good, String local, List<Wedge> wedges, Place place) {
    public Port {
      wedges = List.copyOf(wedges);
    }

    /** A port without wedges. */
    public Port(String good, String local, Place place) {
      this(good, local, List.of(), place);
    }
  }

  /**
   * A number that the firm chooses besides its inputs.
   *
   * @param lower or negative infinity
   * @param upper or positive infinity
   */
  public record Choice(String local, double lower, double upper, Place place) {}

  /**
   * A limit on the firm's plans, by its dotted name ({@code A.capacity}, with several {@code
   * A.capacity[2]}).
   */
  public record Capacity(String name, Place place) {}

  public Firm {
    outputs = List.copyOf(outputs);
    inputs = List.copyOf(inputs);
    choices = List.copyOf(choices);
    capacities = List.copyOf(capacities);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("firm " + name + " makes nothing");
    }
  }

  /** Outputs, then inputs. */
  public List<Port> ports() {
    return Stream.concat(outputs.stream(), inputs.stream()).toList();
  }
}
