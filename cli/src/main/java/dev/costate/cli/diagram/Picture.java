package dev.costate.cli.diagram;

import dev.costate.program.run.Value;
import java.util.List;

/**
 * Values that are made from each other, and what comes back: of a function its variables and their
 * adjoints, of a market its goods and their prices.
 *
 * @param title what is drawn
 * @param forward what the upper row shows
 * @param backward what the lower row shows
 * @param nodes in an order in which each follows what it is made from, as far as there is one
 * @throws IllegalArgumentException if a link's end is no node
 */
public record Picture(
    String title, String forward, String backward, List<Node> nodes, List<Link> links) {
  /**
   * A value and what comes back to it.
   *
   * @param uses how the value is divided among those who take it, one text per line; empty where
   *     one takes it all
   * @param back the name of what comes back
   * @param shares how the contributions of the links make up the returned number, one text per
   *     line; empty where one link says it all
   */
  public record Node(
      String name,
      Value value,
      List<String> uses,
      String back,
      Value returned,
      List<String> shares) {
    public Node {
      uses = List.copyOf(uses);
      shares = List.copyOf(shares);
    }

    /** A node of numbers. */
    public Node(
        String name,
        double value,
        List<String> uses,
        String back,
        double returned,
        List<String> shares) {
      this(name, Value.of(value), uses, back, Value.of(returned), shares);
    }
  }

  /**
   * What one value contributes to another.
   *
   * @param from the position of the node that is used
   * @param to the position of the node that is made
   * @param maker the firm that makes it, or an empty string
   * @param code what is computed, or an empty string
   * @param partial the derivative of {@code to} with respect to {@code from}, as a formula
   * @param effect its value
   */
  public record Link(
      int from,
      int to,
      String maker,
      String code,
      String partial,
      Effect effect,
      Activity activity) {
    /** A link between numbers. */
    public Link(
        int from,
        int to,
        String maker,
        String code,
        String partial,
        double slope,
        Activity activity) {
      this(from, to, maker, code, partial, new Slope(Value.of(slope)), activity);
    }
  }

  /** What a link does, in numbers. */
  public sealed interface Effect {}

  /** The derivative of a number with respect to a number or to each element of an array. */
  public record Slope(Value value) implements Effect {}

  /**
   * What comes back through a link to an array, whose derivative would be a number for each pair of
   * elements.
   */
  public record Share(Value value) implements Effect {}

  /** Whether a link carries anything. */
  public enum Activity {
    RUNNING,
    /** A firm that does not buy this input: what it would return is at most the price. */
    IDLE
  }

  public Picture {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
    for (var link : links) {
      if (link.from() < 0
          || link.from() >= nodes.size()
          || link.to() < 0
          || link.to() >= nodes.size()) {
        throw new IllegalArgumentException("no such node: " + link);
      }
    }
  }

  /**
   * The same with the arguments left out in the names of what comes back, where there is too little
   * room: {@code price}.
   */
  Picture withShortBacks() {
    var shorter =
        nodes.stream()
            .map(n ->
                new Node(
                    n.name(),
                    n.value(),
                    n.uses(),
                    n.back().replaceFirst("\\(.*", ""),
                    n.returned(),
                    n.shares()))
            .toList();
    return new Picture(title, forward, backward, shorter, links);
  }

  /** Whether each node is made from the one before and from nothing else. */
  public boolean isChain() {
    boolean inOrder = links.size() == nodes.size() - 1;
    for (int i = 0; inOrder && i < links.size(); i++) {
      inOrder = links.get(i).from() == i && links.get(i).to() == i + 1;
    }
    return inOrder;
  }
}
